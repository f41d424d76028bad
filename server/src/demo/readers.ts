import { randomBytes } from "node:crypto";
import type { Edition } from "@toetssteen/norms";
import type { Client } from "pg";
import { grantOversight } from "../oversight/oversight.service.ts";
import { giveMandate } from "../planning/planning.service.ts";
import { createSource } from "../register/source.ts";
import { submitNorm } from "../submission/submission.service.ts";
import { createScopes, type Scope, type Scopes } from "../tenancy/scope.ts";
import { heuvelrand } from "./content/heuvelrand/library.ts";
import { merelstroom } from "./content/merelstroom.ts";
import { delta, toetskamer } from "./content/others.ts";
import { vechtermark } from "./content/vechtermark/library.ts";
import { veldermeer } from "./content/veldermeer.ts";
import { waterlinie } from "./content/waterlinie/library.ts";
import { wilgenoord } from "./content/wilgenoord.ts";

const id = (number: number) => `0199a000-0000-7000-8000-${String(number).padStart(12, "0")}`;

/** Whom libraries let look. */
const oversights = [
  { library: waterlinie, by: "hanna@waterlinie.example", support: delta, id: id(201), daysAgo: 50 },
  {
    library: heuvelrand,
    by: "lotte@heuvelrand.example",
    support: delta,
    id: id(202),
    daysAgo: 150,
  },
  {
    library: vechtermark,
    by: "carla@vechtermark.example",
    support: delta,
    id: id(203),
    daysAgo: 44,
  },
  {
    library: wilgenoord,
    by: "tom@wilgenoord.example",
    support: merelstroom,
    id: id(204),
    daysAgo: 70,
  },
  {
    library: veldermeer,
    by: "aisha@veldermeer.example",
    support: merelstroom,
    id: id(205),
    daysAgo: 3,
  },
] as const;
const submissions = [
  { norm: "4", id: id(301), daysAgo: 9 },
  { norm: "1", id: id(302), daysAgo: 2 },
] as const;
const mandates = [
  { auditor: "wim@oosterhuis-toetsing.example", id: id(401) },
  { auditor: "marit@leesvaart.example", id: id(402) },
] as const;
/** Who looked, by which of the rights above, and how long ago. */
const looks = [
  { right: id(201), daysAgo: [41, 20, 6] },
  { right: id(202), daysAgo: [120, 63, 30, 13] },
  { right: id(203), daysAgo: [20, 6] },
  { right: id(204), daysAgo: [55, 12] },
  { right: id(401), daysAgo: [5, 4, 1] },
] as const;

/**
 * What passes between organisations, through the services of the application: libraries let look and submit, the office
 * gives mandates. Then it is moved back in time. Once; a start that was cut off is taken up by the next.
 * @param client as the owner
 */
export async function seedReaders(
  client: Client,
  { databaseUrl, editions }: { databaseUrl: string; editions: ReadonlyMap<string, Edition> },
): Promise<void> {
  const { rows } = await client.query(
    `select exists (select from toetssteen.organisation where id = $1) and not exists
       (select from toetssteen.access_log where organisation_id = $1) as due`,
    [heuvelrand.id],
  );
  if (!rows[0].due) return;
  const source = await createSource(databaseUrl, 1).initialize();
  try {
    await act(new Actors(client, createScopes(source)), editions);
  } finally {
    await source.destroy();
  }
  await moveBack(client);
}

async function act(actors: Actors, editions: ReadonlyMap<string, Edition>): Promise<void> {
  for (const { library, by, support, id: oversight } of oversights)
    await actors.as(by, library.id, (scope) =>
      grantOversight(scope, {
        organisationId: library.id,
        id: oversight,
        supportOrganisationId: support.id,
        level: "progress",
      }),
    );
  for (const { norm, id: submission } of submissions)
    await actors.as("yvonne@heuvelrand.example", heuvelrand.id, (scope) =>
      submitNorm(scope, editions, {
        organisationId: heuvelrand.id,
        id: submission,
        cycleId: heuvelrand.cycleId,
        norm,
      }),
    );
  const opensAt = atMidnight(-6);
  for (const { auditor, id: mandate } of mandates)
    await actors.as("eva@toetskamer.example", toetskamer.id, async (scope) =>
      giveMandate(scope, {
        organisationId: toetskamer.id,
        id: mandate,
        libraryId: heuvelrand.id,
        submissionId: submissions[0].id,
        auditorId: await actors.idOf(auditor),
        opensAt,
        closesAt: atMidnight(50),
      }),
    );
}

/** Midnight in Amsterdam, near enough: mandates run by the day. @param inDays counted from now */
function atMidnight(inDays: number): Date {
  const day = new Date(Date.now() + inDays * 86_400_000);
  day.setUTCHours(23, 0, 0, 0);
  return day;
}

/** Lets somebody of the demonstration act as if they were signed in. */
class Actors {
  readonly #client: Client;
  readonly #scopes: Scopes;

  constructor(client: Client, scopes: Scopes) {
    this.#client = client;
    this.#scopes = scopes;
  }

  async idOf(email: string): Promise<string> {
    const found = await this.#client.query<{ id: string }>(
      'select id from identity."user" where email = $1',
      [email],
    );
    return found.rows[0]?.id ?? "";
  }

  async as(email: string, organisation: string, work: (scope: Scope) => Promise<unknown>) {
    const token = randomBytes(24).toString("base64url");
    await this.#client.query(
      `insert into identity.session (token, "userId", "expiresAt") values ($1, $2, now() + interval '1 minute')`,
      [token, await this.idOf(email)],
    );
    try {
      await this.#scopes.inScope(
        {
          principal: { kind: "session", token },
          hat: organisation,
          subjects: [organisation],
          access: "write",
        },
        async (scope) => ({ value: await work(scope), keep: true }),
      );
    } finally {
      await this.#client.query("delete from identity.session where token = $1", [token]);
    }
  }
}

/** Moments, what was looked at since, and the mail of those days, which went out long ago. */
async function moveBack(client: Client): Promise<void> {
  await client.query("begin");
  for (const { id: oversight, daysAgo } of oversights)
    await client.query(
      `with moved as (update toetssteen.oversight set granted_at = now() - make_interval(days => $2)
         where id = $1 returning organisation_id, granted_at)
       update toetssteen.activity a set at = moved.granted_at from moved
       where a.organisation_id = moved.organisation_id and a.what = 'oversight_granted'`,
      [oversight, daysAgo],
    );
  for (const { id: submission, norm, daysAgo } of submissions)
    await client.query(
      `with moved as (update toetssteen.submission set submitted_at = now() - make_interval(days => $2)
         where id = $1 returning organisation_id, id, norm, submitted_at),
       shown as (update toetssteen.progress p set submitted_at = moved.submitted_at from moved
         where p.organisation_id = moved.organisation_id and p.part = moved.norm),
       noticed as (update toetssteen.submission_notice n set submitted_at = moved.submitted_at from moved
         where n.subject_organisation_id = moved.organisation_id and n.submission_id = moved.id)
       update toetssteen.activity a set at = moved.submitted_at from moved
       where a.organisation_id = moved.organisation_id and a.what = 'norm_submitted' and a.changes -> 0 ->> 'field' = $3`,
      [submission, daysAgo, norm],
    );
  await client.query(
    "update toetssteen.mandate set given_at = now() - interval '7 days' where id = any ($1)",
    [mandates.map((mandate) => mandate.id)],
  );
  for (const { right, daysAgo } of looks) await client.query(look, [right, daysAgo]);
  await client.query("delete from graphile_worker._private_jobs");
  await client.query("commit");
}

/** Lines as reading would have written them: by the adviser of the support organisation, or by the auditor. */
const look = `
  insert into toetssteen.access_log (organisation_id, id, at, reader_id, reader_name, reader_organisation_id,
    reader_organisation_name, via, right_id, opened)
  select library, uuidv7(), now() - make_interval(days => ago, hours => ago % 4, mins => ago * 13 % 60), m.person_id, m.name, o.id, o.name, via, $1, opened
  from (
    select organisation_id as library, subject_organisation_id as reader, null::uuid as person,
      'oversight:' || level as via, 'overseen' as opened from toetssteen.oversight where id = $1
    union all
    select subject_organisation_id, organisation_id, auditor_id, 'mandate', 'submission' from toetssteen.mandate where id = $1
  ) seen
  join toetssteen.organisation o on o.id = seen.reader
  join lateral (select person_id, name from toetssteen.membership m
    where m.organisation_id = o.id and (m.person_id = seen.person or (seen.person is null and 'adviser' = any (m.roles)))
    order by m.name limit 1) m on true,
  unnest($2::int[]) as ago`;
