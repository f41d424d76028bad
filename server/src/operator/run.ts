import { dayInAmsterdam } from "@toetssteen/norms";
import type { OperatorSettings } from "../env.ts";
import { loadEditions } from "../norms/edition-files.ts";
import { editionsByCode } from "../norms/editions.ts";
import { homeOf } from "../installation/home.ts";
import { chooseStorage } from "../storage/choose.ts";
import { StorageError, type Storage } from "../storage/storage.ts";
import { adopt } from "./adopt.ts";
import { verifyFiles } from "./verify-files.ts";
import { blockAccount, endSessions, unblockAccount } from "./account.ts";
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
    if (command.name === "log verify")
      return fitting(await database.run(command, (query) => verifyLogs(query, command)));
    if (command.name === "verify-files")
      return fitting(
        await withStorage(settings, (storage) =>
          database.run(command, (query) => verifyFiles(query, storage, command)),
        ),
      );
    if (command.name === "adopt") {
      const folder = database.embedded ? await homeOf(settings.dataDir) : "";
      return await withStorage(settings, (storage) =>
        database.run(command, (query) => adopt(query, storage, folder, command)),
      );
    }
    const publicUrl = settings.publicUrl ?? database.publicUrl;
    return await database.run(command, (query) =>
      perform(query, command, { ...settings, publicUrl }),
    );
  } finally {
    await database.close();
  }
}

/** @throws {OperatorError} with the same lines, so that a script sees that something doesn't fit */
function fitting({ lines, fits }: { lines: string[]; fits: boolean }): string[] {
  if (!fits) throw new OperatorError(lines.join("\n"));
  return lines;
}

async function withStorage<T>(
  settings: OperatorSettings,
  work: (storage: Storage) => Promise<T>,
): Promise<T> {
  const storage = await chooseStorage(settings);
  try {
    return await work(storage);
  } catch (error) {
    if (!(error instanceof StorageError)) throw error;
    throw new OperatorError(
      "De opslag van bestanden antwoordt niet; kijk naar S3_ENDPOINT en wat erbij hoort, of naar DATA_DIR.",
    );
  } finally {
    await storage.close();
  }
}

/** What one transaction does and nothing beside it. */
type InDatabase = Exclude<
  Command,
  { name: "edition check" | "log verify" | "verify-files" | "adopt" | "backup" | "restore" }
>;

async function perform(
  query: Query,
  command: InDatabase,
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
    case "account block":
      return blockAccount(query, command.email);
    case "account unblock":
      return unblockAccount(query, command.email);
    case "account end-sessions":
      return endSessions(query, command.email);
    case "account drop-second-factor":
      return dropSecondFactor(query, command.email);
    case "edition add":
      return addEditionFile(query, command, settings);
    case "edition list":
      return listEditions(query, settings);
  }
}
