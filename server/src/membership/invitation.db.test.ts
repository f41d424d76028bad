import { createHash } from "node:crypto";
import { beforeEach, describe, expect, test } from "vitest";
import { openServer } from "../../../test/support/app.ts";
import { openInviting } from "../../../test/support/inviting.ts";
import { everythingOf, openReaders, succeeded } from "../../../test/support/readers.ts";
import { openWorld, type Library, type Member } from "../../../test/support/scenario.ts";
import { roles, type Role } from "../rights/kinds.ts";

/** An administrator invites by mail; the mail and nothing else holds what the link needs. */
const world = await openWorld();
const server = await openServer(world);
const readers = openReaders(world, server);
const { invite, letters, tokenFor, invitations, deeds } = openInviting(world, server);

let library: Library;
let noor: Member;
beforeEach(async () => {
  await world.rows("delete from graphile_worker._private_jobs");
  library = await world.library();
  noor = await world.member(library, "administrator");
});

const withdraw = (by: Member, id: string) =>
  server.ask(
    server.as(by),
    "mutation ($input: InvitationInput!) { withdrawInvitation(input: $input) { invitations { id } } }",
    { input: { organisationId: by.organisationId, id } },
  );

describe("what reaches strangers in an organisation's name", () => {
  test.each([
    "U wint EUR 500, ga naar https://evil.example/prijs en log in",
    "Ga naar evil.example",
    "Sanne www prijs",
    "Sanne\nde Wit",
    "Sanne 2026",
    "x".repeat(81),
  ])("is a name and nothing else: %s", async (name) => {
    const { answer } = await invite(noor, { name });
    expect([answer.code, answer.errors[0]?.extensions["issues"]]).toEqual([
      "INVALID_INPUT",
      expect.arrayContaining([expect.objectContaining({ path: "name" })]),
    ]);
    expect(await letters()).toEqual([]);
  });

  test.each(["J.P. van 't Hoff-El Amrani", "Zoë Müller (Zo)", "Łukasz O’Neill", "Dr. A. de Vries"])(
    "is any name: %s",
    async (name) => {
      succeeded((await invite(noor, { name })).answer);
      expect(await letters()).toMatchObject([{ values: { name } }]);
    },
  );

  test("is fifty mails a day, whoever sends them", async () => {
    const second = await world.member(library, "administrator");
    for (let sent = 0; sent < 50; sent += 1)
      succeeded((await invite(sent % 2 === 0 ? noor : second)).answer);
    const { answer, id } = await invite(second);
    expect([answer.code, answer.data]).toEqual(["TOO_MANY_MAILS", null]);
    expect(await letters()).toHaveLength(50);
    expect(await world.rows("select 1 from toetssteen.invitation where id = $1", [id])).toEqual([]);
    // Another organisation sends as before, and this one again a day later.
    const elsewhere = await world.member(await world.library(), "administrator");
    succeeded((await invite(elsewhere)).answer);
    await world.rows(
      "update tenancy.mail_count set hour = hour - interval '1 day' where organisation_id = $1",
      [library.id],
    );
    succeeded((await invite(second)).answer);
  });
});

describe("inviting somebody", () => {
  test("puts one mail in the queue and who did it in the history", async () => {
    const email = "Sanne@Waterlinie.example ";
    const { answer, id } = await invite(noor, { email, roles: ["COLLEAGUE", "READER"] });
    expect(succeeded(answer).data.inviteMember).toEqual({
      id,
      email: "sanne@waterlinie.example",
      name: "Sanne de Wit",
      roles: ["COLLEAGUE", "READER"],
      expiresAt: expect.any(String),
    });
    expect(await letters()).toMatchObject([
      {
        to: "sanne@waterlinie.example",
        template: "invitation",
        values: {
          organisationName: library.name,
          invitedBy: noor.name,
          roles: ["colleague", "reader"],
        },
      },
    ]);
    expect(await deeds(library)).toEqual([
      {
        what: "member_invited",
        person_id: noor.id,
        changes: [{ field: "Sanne de Wit", from: null, to: "colleague, reader" }],
      },
    ]);
  });

  test("keeps the token nowhere but in that mail", async () => {
    const { answer, id } = await invite(noor);
    const token = await tokenFor(`${id}@example.org`);
    expect(token).toMatch(/^[A-Za-z0-9_-]{43}$/);
    expect(answer.text).not.toContain(token);
    const holding = await world.asAdmin(async (query) => {
      const tables = await query<{ name: string }>(
        `select format('%I.%I', schemaname, tablename) as name from pg_tables where schemaname not in ('pg_catalog', 'information_schema')`,
      );
      const found: string[] = [];
      for (const { name } of tables) {
        const [row] = await query(`select from ${name} t where strpos(t::text, $1) > 0 limit 1`, [
          token,
        ]);
        if (row) found.push(name);
      }
      return found;
    });
    expect(holding).toEqual(["graphile_worker._private_jobs"]);
    const hash = createHash("sha256").update(token).digest("hex");
    expect(await everythingOf(world, library.id)).toContain(hash);
  });

  test("sends no mail when it is undone", async () => {
    await world.rows(
      "alter table toetssteen.activity add constraint no_room check (what <> 'member_invited') not valid",
    );
    const { answer } = await invite(noor);
    await world.rows("alter table toetssteen.activity drop constraint no_room");
    expect([answer.code, answer.data]).toEqual(["INTERNAL", null]);
    expect([await letters(), await invitations(library)]).toEqual([[], []]);
  });

  test("again with the same id is inviting once", async () => {
    const { answer, id } = await invite(noor);
    const again = await invite(noor, { id, email: `${id}@example.org` });
    expect(again.answer.data).toEqual(succeeded(answer).data);
    expect([await letters(), await deeds(library), await invitations(library)]).toEqual([
      [expect.anything()],
      [expect.anything()],
      [expect.anything()],
    ]);
  });

  test("with the same id and something else in it is refused", async () => {
    const { id } = await invite(noor);
    const before = await everythingOf(world, library.id);
    for (const other of [
      { email: "iemand-anders@waterlinie.example" },
      { name: "Iemand Anders" },
      { roles: ["DIRECTOR"] },
    ]) {
      const { answer } = await invite(noor, { id, ...other });
      expect([answer.code, answer.data]).toEqual(["ID_TAKEN", null]);
    }
    expect([await letters(), await everythingOf(world, library.id)]).toEqual([
      [expect.anything()],
      before,
    ]);
  });

  test("three times at the same moment is inviting once, by the same id or another", async () => {
    const [{ id }] = [await invite(noor)];
    const input = { id: crypto.randomUUID(), email: "sanne@waterlinie.example" };
    for (const { answer } of await Promise.all([
      invite(noor, input),
      invite(noor, input),
      invite(noor, input),
    ]))
      expect(succeeded(answer).data.inviteMember.id).toBe(input.id);
    const second = await world.member(library, "administrator");
    const email = "milan@waterlinie.example";
    for (const { answer } of await Promise.all([
      invite(noor, { email }),
      invite(second, { email }),
      invite(second, { email }),
    ]))
      succeeded(answer);
    const open = (await invitations(library)).filter((one) => one.open).map((one) => one.email);
    expect(open.toSorted()).toEqual([`${id}@example.org`, email, input.email].toSorted());
    expect((await letters()).filter(({ to }) => to === input.email)).toHaveLength(1);
  });

  test("a second time withdraws the first invitation to that address", async () => {
    const email = "sanne@waterlinie.example";
    await invite(noor, { email });
    const first = await tokenFor(email);
    await invite(noor, { email, roles: ["DIRECTOR"] });
    const seen = async (token: string) =>
      (
        await server.ask(
          {},
          "query ($token: String!) { invitation(token: $token) { open roles } }",
          { token },
        )
      ).data.invitation;
    expect([await seen(first), await seen(await tokenFor(email))]).toEqual([
      { open: false, roles: ["READER"] },
      { open: true, roles: ["DIRECTOR"] },
    ]);
  });
});

describe("an invitation", () => {
  const fits: Readonly<Record<string, readonly Role[]>> = {
    library: ["administrator", "quality_coordinator", "colleague", "director", "reader"],
    "support organisation": ["administrator", "adviser"],
    "certification body": ["administrator", "office", "auditor"],
  };
  const places: Readonly<Record<string, () => Promise<{ id: string; name: string }>>> = {
    library: () => world.library(),
    "support organisation": () => readers.supportOrganisation(),
    "certification body": () => readers.certificationBody(),
  };

  test.each(Object.keys(fits))("is only for roles that mean something at a %s", async (kind) => {
    const manager = await world.member(await places[kind]!(), "administrator");
    const taken: Role[] = [];
    for (const role of roles) {
      const { answer } = await invite(manager, { roles: [role.toUpperCase()] });
      if (answer.errors.length === 0) taken.push(role);
      else expect([answer.code, answer.data]).toEqual(["INVALID_INPUT", null]);
    }
    expect(taken).toEqual(fits[kind]);
    const mixed = await invite(manager, { roles: roles.map((role) => role.toUpperCase()) });
    expect(mixed.answer.code).toBe("INVALID_INPUT");
  });

  test("is not sent by anybody below an administrator, whatever the role", async () => {
    for (const role of ["quality_coordinator", "colleague", "director", "reader"] as const) {
      const member = await world.member(library, role);
      for (const offered of ["ADMINISTRATOR", "READER"]) {
        const { answer } = await invite(member, { roles: [offered] });
        expect([answer.code, answer.data]).toEqual(["FORBIDDEN", undefined]);
      }
    }
    expect([await letters(), await invitations(library)]).toEqual([[], []]);
  });

  test.each([
    { roles: [] },
    { roles: ["READER", "READER"] },
    { name: "" },
    { name: "  " },
    { name: "Sanne\r\nBcc: allen@elders.example" },
    { name: "x".repeat(201) },
    { email: "sanne" },
    { email: "sanne@waterlinie.example\r\nBcc: allen@elders.example" },
    { email: `${"x".repeat(250)}@waterlinie.example` },
    { id: "1" },
  ])("can't be sent with %j", async (wrong) => {
    const { answer } = await invite(noor, wrong);
    expect([answer.code, answer.data]).toEqual(["INVALID_INPUT", null]);
    expect([await letters(), await invitations(library), await deeds(library)]).toEqual([
      [],
      [],
      [],
    ]);
  });

  test("is withdrawn once, by whoever is first", async () => {
    const { id } = await invite(noor);
    const second = await world.member(library, "administrator");
    for (const answer of await Promise.all([withdraw(noor, id), withdraw(second, id)]))
      expect(succeeded(answer).data.withdrawInvitation.invitations).toEqual([]);
    expect(succeeded(await withdraw(noor, id)).data.withdrawInvitation.invitations).toEqual([]);
    expect((await deeds(library)).map(({ what }) => what)).toEqual([
      "member_invited",
      "invitation_withdrawn",
    ]);
  });

  test("of another organisation can't be withdrawn, nor told from one that never was", async () => {
    const { id } = await invite(noor);
    const stranger = await world.member(await world.library(), "administrator");
    const [theirs, none] = [
      await withdraw(stranger, id),
      await withdraw(stranger, crypto.randomUUID()),
    ];
    expect([theirs.code, theirs.text]).toEqual(["NOT_FOUND", none.text]);
    expect((await invitations(library)).map(({ open }) => open)).toEqual([true]);
  });
});
