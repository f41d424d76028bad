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
  }>(
    `select o.id, o.name,
       array(select 'library' from toetssteen.library_profile p where p.organisation_id = o.id
         union all select a.appointed_as from toetssteen.appointment a where a.organisation_id = o.id) as kinds,
       (select count(*)::int from toetssteen.membership m where m.organisation_id = o.id and m.ended_at is null) as members,
       (select count(*)::int from toetssteen.membership m
        where m.organisation_id = o.id and m.ended_at is null and 'administrator' = any (m.roles)) as administrators
     from toetssteen.organisation o order by o.name, o.id`,
  );
  if (rows.length === 0) return ["Er zijn nog geen organisaties."];
  return rows.map(({ id, name, kinds, members, administrators }) => {
    const counted = members === 1 ? "1 lid" : `${members} leden`;
    const lacking = administrators === 0 ? ", nog geen beheerder" : "";
    return `${id}  ${name}: ${kinds.map((kind) => kindNames[kind]).join(", ") || "zonder soort"}; ${counted}${lacking}`;
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
