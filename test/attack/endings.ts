import { randomUUID } from "node:crypto";
import { schema } from "../roles/by-the-table.ts";
import type { Right } from "../roles/right-by-field.table.ts";
import type { Caller } from "../support/app.ts";
import type { Member } from "../support/scenario.ts";
import { openAccounts } from "./accounts.ts";
import type { Range } from "./range.ts";

/** Something that gives a right, and how it comes to an end while its holder is at work. */
export interface Ending {
  readonly what: string;
  readonly of: Right;
  /** What the table calls them afterwards; what any of these may ask is no test of the end. */
  readonly leaves: readonly Right[];
  /** Through the product's own door, where time alone doesn't do it. */
  readonly end: () => Promise<void>;
}

const removed = ["member who was removed", "nobody"] as const;
const unsigned = ["nobody", "administrator whose session ran out"] as const;

export async function endingsOf(range: Range): Promise<Ending[]> {
  const { fixture } = range;
  const { world, server, personas, ids } = fixture;
  const at = {
    library: fixture.library.id,
    support: fixture.support.id,
    body: fixture.body.id,
  } as const;
  const managers: Record<keyof typeof at, Caller> = {
    library: server.as(await world.member(fixture.library, "administrator")),
    support: personas["administrator of a support organisation"].caller,
    body: personas["administrator of a certification body"].caller,
  };
  const personOf = (right: Right): Member => {
    const { person } = personas[right];
    if (!person) throw new Error(`${right} is nobody.`);
    return person;
  };

  const act = async (by: Caller, name: string, input: object) => {
    const [taken] = schema.getMutationType()?.getFields()[name]?.args ?? [];
    const text = `mutation ($input: ${String(taken?.type)}) { ${name}(input: $input) { __typename } }`;
    const answer = await server.ask(by, text, { input });
    if (answer.code !== null || answer.text.includes("Conflict"))
      throw new Error(`${name} was not done: ${answer.text}`);
  };
  const membership = (of: Right, place: keyof typeof at, leaves: readonly Right[]): Ending => ({
    what: "the membership",
    of,
    leaves,
    end: () =>
      act(managers[place], "endMembership", {
        organisationId: at[place],
        personId: personOf(of).id,
      }),
  });
  const role = (of: Right, place: keyof typeof at, to: string, leaves: Right): Ending => ({
    what: "the role",
    of,
    leaves: [leaves],
    async end() {
      const personId = personOf(of).id;
      const [row] = await world.rows<{ version: number }>(
        "select version from toetssteen.membership where organisation_id = $1 and person_id = $2",
        [at[place], personId],
      );
      await act(managers[place], "changeRoles", {
        organisationId: at[place],
        personId,
        roles: [to],
        baseVersion: row?.version,
      });
    },
  });
  const auditor = "auditor within the mandate";
  // Who belongs somewhere else too keeps their session.
  const elsewhere = await world.organisation();
  for (const right of ["administrator", "director", "adviser", auditor] as const)
    await world.membership(personOf(right), elsewhere, ["reader"]);
  return [
    membership("administrator", "library", removed),
    membership("quality_coordinator", "library", removed),
    membership("colleague", "library", removed),
    membership("director", "library", removed),
    membership("reader", "library", removed),
    membership("adviser", "support", removed),
    membership("office", "body", removed),
    membership(auditor, "body", ["auditor who left the certification body", "nobody"]),
    role("administrator", "library", "READER", "reader"),
    role("quality_coordinator", "library", "READER", "reader"),
    role("colleague", "library", "DIRECTOR", "director"),
    role(auditor, "body", "ADMINISTRATOR", "auditor who lost the role"),
    {
      what: "the mandate, by its giver",
      of: auditor,
      leaves: ["auditor whose mandate was withdrawn"],
      end: () =>
        act(personas.office.caller, "withdrawMandate", {
          organisationId: at.body,
          id: ids.mandate,
        }),
    },
    {
      what: "the mandate, by its time",
      of: auditor,
      leaves: ["auditor after the mandate"],
      end: async () =>
        void (await world.rows("update toetssteen.mandate set closes_at = now() where id = $1", [
          ids.mandate,
        ])),
    },
    ...(await sessionEndings(range, "quality_coordinator", personOf)),
    ...(await sessionEndings(range, auditor, personOf)),
  ];
}

/** The library takes back what it shows the support organisation. */
export async function withdrawOversight({ fixture }: Range): Promise<void> {
  const { server, personas, library, ids } = fixture;
  const { code } = await server.ask(
    personas.administrator.caller,
    "mutation ($input: WithdrawOversightInput!) { withdrawOversight(input: $input) { __typename } }",
    { input: { organisationId: library.id, id: ids.oversight } },
  );
  if (code !== null) throw new Error(`It was not withdrawn: ${code}`);
}

async function sessionEndings(
  range: Range,
  of: Right,
  personOf: (right: Right) => Member,
): Promise<Ending[]> {
  const { fixture, watch } = range;
  const { world, server, personas } = fixture;
  const { caller } = personas[of];
  const person = personOf(of);
  const accounts = openAccounts(range);
  const from = "203.0.113.40";
  const elsewhere = async (): Promise<Caller> => {
    const other = { ...caller, cookie: server.cookie(await world.session(person)) };
    watch.knowAlike(caller, other);
    return other;
  };
  const post = async (path: string, body: object, by: Caller) => {
    const { status, text } = await accounts.post(path, body, from, by);
    if (status !== 200) throw new Error(`${path} was not done: ${text}`);
  };
  // The password of an account that was made for it.
  const made = await accounts.make(fixture.library, "reader");
  await world.rows(
    `update identity.account set "userId" = $1::uuid, "accountId" = $1::uuid::text where "userId" = $2`,
    [person.id, made.id],
  );
  let password = made.password;
  return [
    {
      what: "the session, by signing out",
      of,
      leaves: unsigned,
      end: () => post("/sign-out", {}, caller),
    },
    {
      what: "the session, from another one",
      of,
      leaves: unsigned,
      end: async () => post("/sessions/end-others", {}, await elsewhere()),
    },
    {
      what: "the session, by its time",
      of,
      leaves: unsigned,
      end: async () =>
        void (await world.rows(`update identity.session set "expiresAt" = now() where token = $1`, [
          person.token,
        ])),
    },
    {
      what: "the session, by a new password",
      of,
      leaves: unsigned,
      async end() {
        const newPassword = randomUUID();
        const change = { currentPassword: password, newPassword };
        await post("/change-password", change, await elsewhere());
        password = newPassword;
      },
    },
  ];
}

/** What somebody has now. @returns gives it back, past the product, whatever of it has ended */
export async function keepRights({ fixture }: Range, of: Right): Promise<() => Promise<void>> {
  const { world, personas, ids } = fixture;
  const id = personas[of].person?.id;
  const [kept] = await world.rows<{ memberships: string; sessions: string }>(
    `select (select jsonb_agg(m) from toetssteen.membership m where m.person_id = $1 and m.ended_at is null)::text as memberships,
       (select jsonb_agg(s) from identity.session s where s."userId" = $1)::text as sessions`,
    [id],
  );
  return async () => {
    await world.rows(
      `update toetssteen.membership m set ended_at = null, roles = k.roles
       from jsonb_populate_recordset(null::toetssteen.membership, $1) k
       where (m.organisation_id, m.person_id) = (k.organisation_id, k.person_id)`,
      [kept?.memberships],
    );
    await world.rows(
      `insert into identity.session select * from jsonb_populate_recordset(null::identity.session, $1)
       on conflict (id) do update set "expiresAt" = excluded."expiresAt"`,
      [kept?.sessions],
    );
    await world.rows("update toetssteen.oversight set withdrawn_at = null where id = $1", [
      ids.oversight,
    ]);
    await world.rows(
      "update toetssteen.mandate set withdrawn_at = null, closes_at = now() + interval '1 day' where id = $1",
      [ids.mandate],
    );
  };
}
