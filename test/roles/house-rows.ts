import { createHash, randomUUID } from "node:crypto";
import type { Role } from "@toetssteen/server/tenancy/kinds";
import type { Readers } from "../support/readers.ts";
import type { Library, Member, Organisation, Person, World } from "../support/scenario.ts";

/** An invitation as the mail's link opens it. @param invitation.token the one in that link */
export async function invite(
  world: World,
  at: Organisation,
  by: Person,
  role: Role,
  invitation: { id: string; token: string; email?: string; withdrawn?: boolean },
): Promise<void> {
  const { id, token, email = `${id}@example.org`, withdrawn = false } = invitation;
  await world.rows(
    `insert into toetssteen.invitation
       (organisation_id, id, email, name, roles, token_hash, invited_by, expires_at, withdrawn_at)
     values ($1, $2, $3, 'Genodigde', $4, $5, $6, now() + interval '1 day', case when $7 then now() end)`,
    [at.id, id, email, [role], createHash("sha256").update(token).digest("hex"), by.id, withdrawn],
  );
}

/** Dates, answers to all of norm 4, and 4.1 assigned to the colleague, so that no field is without something in it. */
export async function fillLibrary(
  world: World,
  readers: Readers,
  library: Library,
  coordinator: Member,
  colleague: Person,
): Promise<void> {
  await world.rows(
    `update toetssteen.cycle set certificate_expires_on = '2099-06-30', announced_quarter = '2099-Q2', audit_on = '2099-05-04'
     where organisation_id = $1`,
    [library.id],
  );
  await readers.answerAll(coordinator, library);
  await world.rows(
    "update toetssteen.progress set assignee_id = $2 where organisation_id = $1 and part = '4.1'",
    [library.id, colleague.id],
  );
}

/** What somebody did that has every field, as the latest; and two looks from outside. */
export async function fillHistory(
  world: World,
  library: Library,
  by: Person,
): Promise<{ activity: string; accessLog: string }> {
  const ids = { activity: randomUUID(), accessLog: randomUUID() };
  await world.rows(
    `insert into toetssteen.activity (organisation_id, id, at, person_id, what, part, changes)
     values ($1, $2, now() + interval '1 hour', $3, 'profile_changed', '4.1', '[{"field":"locations","from":"3","to":"4"}]')`,
    [library.id, ids.activity, by.id],
  );
  for (const id of [ids.accessLog, randomUUID()])
    await world.rows(
      `insert into toetssteen.access_log (organisation_id, id, reader_id, reader_name, reader_organisation_id,
         reader_organisation_name, via, right_id, opened)
       values ($1, $2, $3, 'Lezer', $3, 'Elders', 'mandate', $3, 'submission')`,
      [library.id, id, randomUUID()],
    );
  return ids;
}
