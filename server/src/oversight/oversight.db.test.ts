import { randomUUID } from "node:crypto";
import { beforeEach, describe, expect, test } from "vitest";
import { openServer } from "../../../test/support/app.ts";
import { fieldDocuments } from "../../../test/support/field-documents.ts";
import { everythingOf, openReaders, succeeded } from "../../../test/support/readers.ts";
import {
  openWorld,
  type Library,
  type Member,
  type Organisation,
} from "../../../test/support/scenario.ts";
import { createSchema } from "../register/schema.ts";

/** A library lets a support organisation look, sees exactly what that shows, and takes it back. */
const world = await openWorld();
const server = await openServer(world);
const readers = openReaders(world, server);

let library: Library;
let administrator: Member;
let support: Organisation;
let adviser: Member;
beforeEach(async () => {
  library = await world.library();
  administrator = await world.member(library, "administrator");
  support = await readers.supportOrganisation();
  adviser = await world.member(support, "adviser");
});

const page =
  "grants { id supportOrganisation { id name } level grantedBy { personId } withdrawnAt } canChange";
const grant = (
  by: Member,
  to: { readonly id: string },
  at: Organisation = library,
  id: string = randomUUID(),
) =>
  server.ask(
    server.as(by),
    `mutation ($input: GrantOversightInput!) { grantOversight(input: $input) { ${page} } }`,
    { input: { organisationId: at.id, id, supportOrganisationId: to.id, level: "PROGRESS" } },
  );
const withdraw = (by: Member, id: string, at: Organisation = library) =>
  server.ask(
    server.as(by),
    `mutation ($input: WithdrawOversightInput!) { withdrawOversight(input: $input) { ${page} } }`,
    { input: { organisationId: at.id, id } },
  );
const overseen = async (what = "organisation { id }") =>
  succeeded(
    await server.ask(
      server.as(adviser),
      `query ($id: ID!) { overseen(organisationId: $id) { libraries { ${what} } } }`,
      { id: support.id },
    ),
  ).data.overseen.libraries;
const deeds = () =>
  world.rows<{ what: string; person_id: string; changes: unknown }>(
    "select what, person_id, changes from toetssteen.activity where organisation_id = $1 order by at, id",
    [library.id],
  );

/** Everything there is to ask about a library that is overseen, also what is added later. */
const everything = fieldDocuments(createSchema(), { also: [], values: { code: '"4"' } })
  .find(
    ({ path, below }) =>
      path.join() === "Query.oversight,OversightPage.preview" && below.length > 0,
  )!
  .text.replace(/^.*?preview \{/s, "")
  .replace(/\} \} \}$/, "");

describe("the preview", () => {
  const states: Readonly<Record<string, () => Promise<unknown>>> = {
    "is new": async () => undefined,
    "has answered, with dates and somebody at work": async () => {
      await readers.answerAll(administrator, library, ["4.1", "4.4"]);
      await world.rows(
        "update toetssteen.progress set state = 'DONE', assignee_id = $2 where organisation_id = $1 and part = '4.1'",
        [library.id, administrator.id],
      );
      await world.rows(
        "update toetssteen.cycle set certificate_expires_on = '2099-06-30', announced_quarter = '2099-Q2', audit_on = '2099-05-04' where organisation_id = $1",
        [library.id],
      );
    },
    "is late": () =>
      world.rows("update toetssteen.cycle set audit_on = '2024-05-04' where organisation_id = $1", [
        library.id,
      ]),
    "submitted a norm": async () => {
      await readers.answerAll(administrator, library);
      await readers.submit(administrator, library);
    },
    "answered and has no IDO any more": async () => {
      await readers.answerAll(administrator, library);
      await world.rows(
        "update toetssteen.library_profile set runs_ido = false where organisation_id = $1",
        [library.id],
      );
    },
  };

  test.each(Object.keys(states))(
    "of a library that %s is to the byte what the adviser gets",
    async (state) => {
      await states[state]!();
      const asked = `query ($id: ID!) { oversight(organisationId: $id) { preview { ${everything} } } }`;
      const before = succeeded(
        await server.ask(server.as(administrator), asked, { id: library.id }),
      );
      succeeded(await grant(administrator, support));
      const [shown, ...more] = await overseen(everything);
      expect(more).toEqual([]);
      expect(before.text.trimEnd()).toBe(
        `{"data":{"oversight":{"preview":${JSON.stringify(shown)}}}}`,
      );
      expect(Object.keys(shown)).toEqual(
        expect.arrayContaining(["norms", "auditOn", "submitBefore", "late", "lastActiveOn"]),
      );
    },
  );
});

describe("a library that lets look", () => {
  test("shows on which day a norm was submitted last, and nothing of what was", async () => {
    succeeded(await grant(administrator, support));
    const days = async () => {
      const [shown] = await overseen("norms { code submittedOn }");
      return shown.norms.flatMap((norm: { code: string; submittedOn: string | null }) =>
        norm.submittedOn === null ? [] : [[norm.code, norm.submittedOn]],
      );
    };
    await readers.answerAll(administrator, library);
    expect(await days()).toEqual([]);
    const id = await readers.submit(administrator, library);
    await world.rows(
      "update toetssteen.progress set submitted_at = '2026-10-30 23:30+00' where organisation_id = $1 and part = '4'",
      [library.id],
    );
    // In Amsterdam it was tomorrow.
    expect(await days()).toEqual([["4", "2026-10-31"]]);
    await readers.submit(administrator, library);
    expect(await days()).not.toEqual([["4", "2026-10-31"]]);
    const answer = await server.ask(
      server.as(adviser),
      "query ($of: ID!, $id: ID!) { submission(organisationId: $of, id: $id) { sha256 } }",
      { of: library.id, id },
    );
    expect(answer.code).toBe("FORBIDDEN");
  });

  test("is seen from the next request, and no longer from the one after it withdrew", async () => {
    expect(await overseen()).toEqual([]);
    const granted = succeeded(await grant(administrator, support)).data.grantOversight.grants;
    expect(granted).toEqual([
      {
        id: expect.any(String),
        supportOrganisation: support,
        level: "PROGRESS",
        grantedBy: { personId: administrator.id },
        withdrawnAt: null,
      },
    ]);
    expect(await overseen()).toEqual([{ organisation: { id: library.id } }]);
    const after = succeeded(await withdraw(administrator, granted[0].id)).data.withdrawOversight;
    expect(after.grants).toEqual([{ ...granted[0], withdrawnAt: expect.any(String) }]);
    expect(await overseen()).toEqual([]);
  });

  test("finds in its history who let look, who withdrew, and when that was", async () => {
    const [{ id }] = succeeded(await grant(administrator, support)).data.grantOversight.grants;
    const second = await world.member(library, "administrator");
    succeeded(await withdraw(second, id));
    succeeded(await withdraw(second, id));
    expect(await deeds()).toEqual([
      {
        what: "oversight_granted",
        person_id: administrator.id,
        changes: [{ field: support.name, from: null, to: "progress" }],
      },
      {
        what: "oversight_withdrawn",
        person_id: second.id,
        changes: [{ field: support.name, from: "progress", to: null }],
      },
    ]);
  });

  test("can let look again after withdrawing, and what was withdrawn stays in the list", async () => {
    const [{ id }] = succeeded(await grant(administrator, support)).data.grantOversight.grants;
    succeeded(await withdraw(administrator, id));
    succeeded(await grant(administrator, support, library, id));
    expect(await overseen()).toEqual([]);
    const { grants } = succeeded(await grant(administrator, support)).data.grantOversight;
    expect(grants.map((one: { withdrawnAt: string | null }) => one.withdrawnAt === null)).toEqual([
      true,
      false,
    ]);
    expect(await overseen()).toHaveLength(1);
  });

  test("lets look once, when two administrators do so at the same moment", async () => {
    const second = await world.member(library, "administrator");
    for (const answer of await Promise.all([
      grant(administrator, support),
      grant(second, support),
      grant(second, support),
      grant(administrator, support),
    ]))
      expect(succeeded(answer).data.grantOversight.grants).toHaveLength(1);
    expect(await deeds()).toHaveLength(1);
    expect(await overseen()).toHaveLength(1);
  });

  test("means one thing by one id: the same again is answered the same, another one is refused", async () => {
    const id = randomUUID();
    const { grants } = succeeded(await grant(administrator, support, library, id)).data
      .grantOversight;
    const other = await readers.supportOrganisation();
    const before = await everythingOf(world, library.id);
    const answer = await grant(administrator, other, library, id);
    expect([answer.code, answer.data]).toEqual(["ID_TAKEN", null]);
    const shouted = { ...library, id: library.id.toUpperCase() };
    const again = await grant(administrator, support, shouted, id.toUpperCase());
    expect(succeeded(again).data.grantOversight).toEqual({ grants, canChange: true });
    expect(await everythingOf(world, library.id)).toBe(before);
  });

  test("withdraws once, when two administrators do so at the same moment", async () => {
    const second = await world.member(library, "administrator");
    const [{ id }] = succeeded(await grant(administrator, support)).data.grantOversight.grants;
    const answers = await Promise.all([withdraw(administrator, id), withdraw(second, id)]);
    for (const answer of answers) succeeded(answer);
    expect((await deeds()).map(({ what }) => what)).toEqual([
      "oversight_granted",
      "oversight_withdrawn",
    ]);
  });

  test("lets look only by its administrators", async () => {
    for (const role of ["quality_coordinator", "colleague", "director", "reader"] as const) {
      const member = await world.member(library, role);
      const answer = await grant(member, support);
      expect([answer.code, answer.data]).toEqual(["FORBIDDEN", undefined]);
    }
    expect([await deeds(), await overseen()]).toEqual([[], []]);
  });
});

describe("only a support organisation", () => {
  test.each<readonly [string, () => Promise<{ id: string }>]>([
    ["another library", () => world.library()],
    ["a certification body", () => readers.certificationBody()],
    ["an organisation that is nothing", () => world.organisation()],
    ["nothing at all", async () => ({ id: randomUUID() })],
    [
      "the library itself, though it supports others",
      async () => {
        await world.rows("insert into toetssteen.appointment values ($1, 'support_organisation')", [
          library.id,
        ]);
        return library;
      },
    ],
  ])("can be let to look, not %s", async (_what, who) => {
    const to = await who();
    const before = await everythingOf(world, library.id);
    const answer = await grant(administrator, to);
    expect([answer.code, answer.data]).toEqual(["INVALID_INPUT", null]);
    expect(answer.errors[0]?.extensions["issues"]).toEqual([
      { path: "supportOrganisationId", message: "Een ondersteuningsorganisatie." },
    ]);
    expect(await everythingOf(world, library.id)).toBe(before);
  });

  test("and only by a library", async () => {
    const administrators = await world.member(support, "administrator");
    const other = await readers.supportOrganisation();
    expect((await grant(administrators, other, support)).code).toBe("NOT_FOUND");
    expect(await everythingOf(world, other.id)).not.toMatch(/progress,/);
  });
});

test("another library's oversight can't be withdrawn, nor told from one that never was", async () => {
  const [{ id }] = succeeded(await grant(administrator, support)).data.grantOversight.grants;
  const other = await world.library();
  const stranger = await world.member(other, "administrator");
  const [theirs, none] = [
    await withdraw(stranger, id, other),
    await withdraw(stranger, randomUUID(), other),
  ];
  expect([theirs.code, theirs.text]).toEqual(["NOT_FOUND", none.text]);
  expect(await overseen()).toHaveLength(1);
});
