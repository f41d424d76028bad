import { createHash, randomUUID } from "node:crypto";
import type { Role } from "@toetssteen/server/rights/kinds";
import type { Readers } from "../support/readers.ts";
import type { Library, Member, Organisation, Person, World } from "../support/scenario.ts";
import { shelf } from "./fixture-evidence.ts";

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
       (organisation_id, id, email, name, roles, token_hash, invited_by, expires_at, undeliverable_at, withdrawn_at)
     values ($1, $2, $3, 'Genodigde', $4, $5, $6, now() + interval '1 day', now(), case when $7 then now() end)`,
    [at.id, id, email, [role], createHash("sha256").update(token).digest("hex"), by.id, withdrawn],
  );
}

/** Dates, answers to all of norm 4, texts, and something assigned to everybody, so that no field is without something in it. */
export async function fillLibrary(
  world: World,
  readers: Readers,
  library: Library,
  coordinator: Member,
  colleague: Person,
  by: { administrator: Person; director: Person; reader: Person },
): Promise<void> {
  await world.rows(
    `update toetssteen.cycle set certificate_expires_on = '2099-06-30', announced_quarter = '2099-Q2', audit_on = '2099-05-04'
     where organisation_id = $1`,
    [library.id],
  );
  await readers.answerAll(coordinator, library);
  const assigned = {
    "4": colleague,
    "4.1": colleague,
    "4.2": by.administrator,
    "4.3": coordinator,
    "4.V1": by.director,
    "4.V2": by.reader,
  };
  for (const [part, { id }] of Object.entries(assigned))
    await world.rows(
      `insert into toetssteen.progress (organisation_id, cycle_id, part, state, assignee_id, touched_at, touched_by)
       values ($1, $2, $3, 'IN_PROGRESS', $4, now(), $4)
       on conflict (organisation_id, cycle_id, part) do update set assignee_id = excluded.assignee_id`,
      [library.id, library.cycleId, part, id],
    );
  await world.rows(
    "update toetssteen.progress set due_on = '2098-04-01' where organisation_id = $1",
    [library.id],
  );
  await fillTexts(world, library, coordinator);
  await askEverybody(world, library, coordinator, Object.values(assigned));
}

/** Ids of rows that stand in the library's self-evaluation. */
export const texts = { discussion: randomUUID(), thread: randomUUID(), history: randomUUID() };

/** An open thread that mentions people, with a comment that was changed and one that was taken back. */
async function askEverybody(
  world: World,
  library: Library,
  by: Person,
  people: readonly Person[],
): Promise<void> {
  const [thread, reply] = [randomUUID(), randomUUID()];
  await world.rows(
    `insert into toetssteen.comment
       (organisation_id, id, cycle_id, part, thread_id, body, mentions, author_id, changed_at, removed_at)
     values ($1, $2, $3, '4.2', null, 'Wat vinden jullie?', $6::uuid[], $5, now(), null),
       ($1, $4, $3, '4.2', $2, 'Laat maar.', '{}', $5, null, now())`,
    [library.id, thread, library.cycleId, reply, by.id, people.map(({ id }) => id)],
  );
}

/** A text in every kind of box, with what belongs to it. */
async function fillTexts(world: World, library: Library, by: Person): Promise<void> {
  const boxes = [
    ["", "ambitions"],
    ["4", "facts"],
    ["4.V1", "practice"],
    ["4.1", "reason"],
  ];
  for (const [part, field] of boxes)
    await world.rows(
      `insert into toetssteen.passage (organisation_id, cycle_id, part, field, body, version, changed_at, changed_by)
       values ($1, $2, $3, $4, 'Een tekst.', 1, now(), $5)`,
      [library.id, library.cycleId, part, field, by.id],
    );
  await world.rows(
    `update toetssteen.indicator_answer set nee_label = 'not_yet', version = 2,
       verdict = case indicator when '4.1' then 'nee' else verdict end
     where organisation_id = $1`,
    [library.id],
  );
  // Two entries, so that there is a page after the first.
  await world.rows(
    "delete from toetssteen.answer_history where organisation_id = $1 and indicator = '4.1'",
    [library.id],
  );
  for (const [id, version] of [
    [randomUUID(), 1],
    [texts.history, 2],
  ])
    await world.rows(
      `insert into toetssteen.answer_history
         (organisation_id, id, cycle_id, indicator, verdict, nee_label, explanation, version, written_by, opened_at, written_at)
       values ($1, $2, $3, '4.1', 'nee', 'not_yet', 'Eerder.', $5, $4, now(), now())`,
      [library.id, id, library.cycleId, by.id, version],
    );
  for (const part of ["4", "4.1"])
    await world.rows(
      `insert into toetssteen.plan (organisation_id, cycle_id, part, owner_id, due_on, version, changed_by)
       values ($1, $2, $3, $4, '2098-03-01', 1, $4)`,
      [library.id, library.cycleId, part, by.id],
    );
  await world.rows(
    `insert into toetssteen.discussion (organisation_id, id, cycle_id, norm, with_kind, with_whom, held_on, added_by)
     values ($1, $2, $3, '4', 'partner', 'De gemeente', '2098-02-01', $4)`,
    [library.id, texts.discussion, library.cycleId, by.id],
  );
  await world.rows(
    `insert into toetssteen.comment
       (organisation_id, id, cycle_id, part, body, mentions, author_id, resolved_at, resolved_by)
     values ($1, $2, $3, '4.1', 'Klopt dit?', array[$4]::uuid[], $4, now(), $4)`,
    [library.id, texts.thread, library.cycleId, by.id],
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
       values ($1, $2, $3, 'Lezer', $3, 'Elders', 'mandate', $3, $4)`,
      [library.id, id, randomUUID(), `file:${shelf.file}`],
    );
  return ids;
}
