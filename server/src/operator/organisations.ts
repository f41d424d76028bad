import { v7 as uuidv7 } from "uuid";
import { appoint, kindNames } from "./appointment.ts";
import type { CommandNamed, Kind } from "./command.ts";
import type { Query } from "./database.ts";
import { findOrganisationOrThrow } from "./find-organisation.ts";
import { inviteAdministrator } from "./invitation.ts";
import { OperatorError } from "./refusal.ts";
import type { Surroundings } from "./surroundings.ts";

/** @returns what to print, a line each */
export async function createOrganisation(
  query: Query,
  command: CommandNamed<"organisation create">,
  surroundings: Surroundings,
): Promise<string[]> {
  const { organisation: name, kinds, library, administrator } = command;
  const [same] = await query<{ id: string }>(
    "select id from toetssteen.organisation where lower(name) = lower($1)",
    [name],
  );
  if (same) {
    throw new OperatorError(
      `NAAM: er is al een organisatie "${name}" (${same.id}); kies een naam die haar onderscheidt.`,
    );
  }
  const id = uuidv7();
  await query("insert into toetssteen.organisation (id, name) values ($1, $2)", [id, name]);
  const lines = [`${name} is aangemaakt (${id}).`];
  lines.push(...(await appoint(query, id, kinds, library, surroundings)));
  const organisation = { id, name };
  return [
    ...lines,
    ...(await inviteAdministrator(query, organisation, administrator, surroundings)),
  ];
}

export async function listOrganisations(query: Query): Promise<string[]> {
  const rows = await query<{
    id: string;
    name: string;
    kinds: Kind[];
    members: number;
    administrators: number;
    files: number;
    bytes: string;
    submissions: number;
    lastWork: string | null;
    unscanned: number;
  }>(
    `select o.id, o.name,
       array(select 'library' from toetssteen.library_profile p where p.organisation_id = o.id
         union all select a.appointed_as from toetssteen.appointment a where a.organisation_id = o.id) as kinds,
       (select count(*)::int from toetssteen.membership m where m.organisation_id = o.id and m.ended_at is null) as members,
       (select count(*)::int from toetssteen.membership m
        where m.organisation_id = o.id and m.ended_at is null and 'administrator' = any (m.roles)) as administrators,
       f.files, f.bytes, f.unscanned,
       (select count(*)::int from toetssteen.submission s where s.organisation_id = o.id) as submissions,
       (select to_char(max(a.at) at time zone 'Europe/Amsterdam', 'DD-MM-YYYY') from toetssteen.activity a
        where a.organisation_id = o.id) as "lastWork"
     from toetssteen.organisation o
     cross join lateral (select count(*)::int as files, coalesce(sum(e.size), 0) as bytes,
         count(*) filter (where e.state = 'quarantined')::int as unscanned
       from toetssteen.evidence_file e where e.organisation_id = o.id and e.object_id is not null) f
     order by o.name, o.id`,
  );
  if (rows.length === 0) return ["Er zijn nog geen organisaties."];
  return rows.map((row) => {
    const { id, name, kinds, members, administrators, files, unscanned, submissions } = row;
    const facts = [
      counted(members, "lid", "leden") + (administrators === 0 ? ", nog geen beheerder" : ""),
      `${counted(files, "bestand", "bestanden")} (${megabytes(row.bytes)})`,
      ...(unscanned > 0 ? [`waarvan ${unscanned} nog niet op virussen bekeken`] : []),
      counted(submissions, "indiening", "indieningen"),
      row.lastWork === null ? "nog niet gewerkt" : `laatst gewerkt op ${row.lastWork}`,
    ];
    const what = kinds.map((kind) => kindNames[kind]).join(", ") || "zonder soort";
    return `${id}  ${name}: ${what}; ${facts.join("; ")}`;
  });
}

/** Lets in a first administrator when the first invitation was lost, expired or went to a wrong address. */
export async function inviteAgain(
  query: Query,
  command: CommandNamed<"organisation invite">,
  surroundings: Surroundings,
): Promise<string[]> {
  const organisation = await findOrganisationOrThrow(query, command.organisation);
  const administrators = await query(
    `select from toetssteen.membership where organisation_id = $1 and ended_at is null and 'administrator' = any (roles)`,
    [organisation.id],
  );
  if (administrators.length > 0) {
    throw new OperatorError(
      `ORGANISATIE: ${organisation.name} heeft een beheerder; die nodigt anderen zelf uit.`,
    );
  }
  return inviteAdministrator(query, organisation, command.administrator, surroundings);
}

function counted(count: number, one: string, more: string): string {
  return `${count} ${count === 1 ? one : more}`;
}

function megabytes(bytes: string): string {
  return `${Math.ceil(Number(bytes) / 1_000_000)} MB`;
}
