import { dayInAmsterdam } from "@toetssteen/norms";
import type { OperatorSettings } from "../env.ts";
import { loadEditions } from "../norms/edition-files.ts";
import { editionsByCode } from "../norms/editions.ts";
import { appointOrganisation, dismissOrganisation } from "./appointment.ts";
import { restoreBackup, takeBackup } from "./backup.ts";
import type { Command } from "./command.ts";
import { openDatabase, type Query } from "./database.ts";
import { addEditionFile, checkEditionFile, listEditions } from "./editions.ts";
import { verifyLogs } from "./log.ts";
import { createOrganisation, inviteAgain, listOrganisations } from "./organisations.ts";
import { OperatorError } from "./refusal.ts";
import { dropSecondFactor } from "./second-factor.ts";

/**
 * Does one command.
 * @param tell hears which database it is done in, before it is
 * @returns what to print, a line each
 * @throws {OperatorError | StartError} and then nothing was changed
 */
export async function runCommand(
  command: Command,
  settings: OperatorSettings,
  tell: (line: string) => void = () => {},
): Promise<string[]> {
  // Needs no database, so that a rights holder can check a file anywhere.
  if (command.name === "edition check") return checkEditionFile(command, settings);
  // A backup takes the database as it is, and a restore finds none: neither migrates.
  if (command.name === "backup") return takeBackup(command, settings);
  if (command.name === "restore") return restoreBackup(command, settings);
  const database = await openDatabase(settings);
  tell(`Database: ${database.where}.`);
  try {
    if (command.name === "log verify") {
      const { lines, fits } = await database.run(command, (query) => verifyLogs(query, command));
      if (!fits) throw new OperatorError(lines.join("\n"));
      return lines;
    }
    const publicUrl = settings.publicUrl ?? database.publicUrl;
    return await database.run(command, (query) =>
      perform(query, command, { ...settings, publicUrl }),
    );
  } finally {
    await database.close();
  }
}

async function perform(
  query: Query,
  command: Exclude<Command, { name: "edition check" | "log verify" | "backup" | "restore" }>,
  settings: OperatorSettings,
): Promise<string[]> {
  const surroundings = async () => ({
    editions: editionsByCode(await loadEditions(settings.dataDir)),
    today: dayInAmsterdam(new Date()),
    publicUrl: settings.publicUrl,
  });
  switch (command.name) {
    case "organisation create":
      return createOrganisation(query, command, await surroundings());
    case "organisation list":
      return listOrganisations(query);
    case "organisation invite":
      return inviteAgain(query, command, await surroundings());
    case "organisation appoint":
      return appointOrganisation(query, command, await surroundings());
    case "organisation dismiss":
      return dismissOrganisation(query, command);
    case "account drop-second-factor":
      return dropSecondFactor(query, command);
    case "edition add":
      return addEditionFile(query, command, settings);
    case "edition list":
      return listEditions(query, settings);
  }
}
