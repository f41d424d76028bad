import type { Appointment, CommandNamed, Kind, LibraryFacts } from "./command.ts";
import type { Query } from "./database.ts";
import { findOrganisationOrThrow } from "./find-organisation.ts";
import { openLibrary } from "./library.ts";
import { OperatorError } from "./refusal.ts";
import type { Surroundings } from "./surroundings.ts";

export const kindNames: Readonly<Record<Kind, string>> = {
  library: "bibliotheek",
  support_organisation: "ondersteuningsorganisatie",
  certification_body: "certificerende instelling",
};

export async function appointOrganisation(
  query: Query,
  command: CommandNamed<"organisation appoint">,
  surroundings: Surroundings,
): Promise<string[]> {
  const { id, name } = await findOrganisationOrThrow(query, command.organisation);
  const lines = await appoint(query, id, command.kinds, command.library, surroundings);
  return [`${name} (${id}):`, ...lines];
}

/** Takes kinds back. What rests on them must have ended, or ends with it when that was asked for. */
export async function dismissOrganisation(
  query: Query,
  command: CommandNamed<"organisation dismiss">,
): Promise<string[]> {
  const { id, name } = await findOrganisationOrThrow(query, command.organisation);
  const lines: string[] = [`${name} (${id}):`];
  for (const kind of command.kinds) {
    const ended = await endWhatRestsOn(query, id, kind);
    if (ended > 0 && !command.withdraw) throw new OperatorError(stillInForce(kind, ended));
    if (ended > 0) lines.push(`Beëindigd: ${whatRests(kind, ended)}.`);
    const dismissed = await query(
      "delete from toetssteen.appointment where organisation_id = $1 and appointed_as = $2 returning 1",
      [id, kind],
    );
    lines.push(`${dismissed.length > 0 ? "Niet langer" : "Was geen"} ${kindNames[kind]}.`);
  }
  return lines;
}

/** Makes an organisation what it wasn't yet. @returns what to print, a line each */
export async function appoint(
  query: Query,
  id: string,
  kinds: readonly Kind[],
  library: LibraryFacts | null,
  surroundings: Surroundings,
): Promise<string[]> {
  const lines: string[] = [];
  for (const kind of kinds) {
    if (kind === "library") {
      const edition = library && (await openLibrary(query, id, library, surroundings));
      lines.push(
        edition
          ? `Nu bibliotheek, met een certificeringscyclus volgens ${edition.title.nl} (${edition.code}).`
          : "Was al bibliotheek; profiel en cyclus zijn niet veranderd.",
      );
      continue;
    }
    const appointed = await query(
      "insert into toetssteen.appointment (organisation_id, appointed_as) values ($1, $2) on conflict do nothing returning 1",
      [id, kind],
    );
    lines.push(`${appointed.length > 0 ? "Nu" : "Was al"} ${kindNames[kind]}.`);
  }
  return lines;
}

async function endWhatRestsOn(query: Query, id: string, kind: Appointment): Promise<number> {
  switch (kind) {
    case "support_organisation": {
      const ended = await query(
        `update toetssteen.oversight set withdrawn_at = now()
         where subject_organisation_id = $1 and withdrawn_at is null returning 1`,
        [id],
      );
      return ended.length;
    }
    case "certification_body": {
      const ended = await query(
        `update toetssteen.mandate set withdrawn_at = now()
         where organisation_id = $1 and withdrawn_at is null and closes_at > now() returning 1`,
        [id],
      );
      return ended.length;
    }
  }
}

function stillInForce(kind: Appointment, count: number): string {
  return `--withdraw ontbreekt: er loopt nog ${whatRests(kind, count)}; met --withdraw eindigt dat nu.`;
}

function whatRests(kind: Appointment, count: number): string {
  return kind === "support_organisation"
    ? `inzage bij bibliotheken (${count})`
    : `een opdracht van een auditor, of meer (${count})`;
}
