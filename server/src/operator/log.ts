import { verifyLog, type Misfit, type Verified } from "../access-log/verify.ts";
import type { CommandNamed } from "./command.ts";
import type { Query } from "./database.ts";
import { findOrganisationOrThrow } from "./find-organisation.ts";

/** How long a line may wait before somebody should look whether the worker runs. */
const patienceInMs = 10 * 60_000;

const misfits: Readonly<Record<Misfit, string>> = {
  changed: "de inhoud is veranderd",
  removed: "de regel is weg",
  unsealed: "het zout is weg, dus niets zegt wat er stond",
  broken: "de keten is verbroken: een schakel is weg of opnieuw geschreven",
  inserted: "de regel is er later tussen gezet",
  "cut off": "de keten is korter of anders dan toen deze kop is genoteerd",
};

/**
 * Holds access logs against their chains: of one organisation, or of all that have one.
 * @returns what to print, and whether everything fits
 */
export async function verifyLogs(
  query: Query,
  command: CommandNamed<"log verify">,
): Promise<{ lines: string[]; fits: boolean }> {
  const organisations =
    command.organisation === null
      ? await organisationsWithLog(query)
      : [await findOrganisationOrThrow(query, command.organisation)];
  if (organisations.length === 0)
    return { lines: ["Er is nog geen inzagelogboek met regels."], fits: true };
  const lines: string[] = [];
  let fits = true;
  for (const { id, name } of organisations) {
    const verified = await verifyLog(query, id, command.head);
    fits &&= verified.misfit === null;
    lines.push(`${name} (${id}): ${said(verified)}`);
  }
  return { lines, fits };
}

function said({ count, head, erased, waiting, waitingSince, misfit }: Verified): string {
  const sentences = [];
  if (misfit) {
    const { what, place, entryId, at } = misfit;
    const which = [entryId, at].filter((part) => part !== null).join(", ");
    sentences.push(
      `KLOPT NIET${place === null ? "" : ` bij regel ${place}`}: ${misfits[what]}${which && ` (${which})`}.`,
    );
  } else sentences.push(`${counted(count)}, alles klopt.`);
  if (erased > 0) sentences.push(`Daarvan gewist: ${erased}.`);
  if (waiting > 0) {
    const late = waitingSince !== null && Date.now() - waitingSince.getTime() > patienceInMs;
    sentences.push(
      late
        ? `Nog niet in de keten: ${counted(waiting)} sinds ${waitingSince.toISOString()}; draait de worker?`
        : `Nog niet in de keten: ${counted(waiting)}.`,
    );
  }
  if (head !== null && !misfit) sentences.push(`Kop: ${head}`);
  return sentences.join(" ");
}

function counted(count: number): string {
  return count === 1 ? "1 regel" : `${count} regels`;
}

function organisationsWithLog(query: Query): Promise<{ id: string; name: string }[]> {
  return query(
    `select o.id, o.name from toetssteen.organisation o
     where exists (select from toetssteen.access_log l where l.organisation_id = o.id)
       or exists (select from toetssteen.access_log_link k where k.organisation_id = o.id)
     order by o.name, o.id`,
  );
}
