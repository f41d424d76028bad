import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, test } from "vitest";
import { openGivenRights } from "../../support/given-rights.ts";
import {
  ask,
  asked,
  openWorld,
  type Library,
  type Member,
  type Organisation,
} from "../../support/scenario.ts";

/** What the functions tell that look past row security, and what they keep to themselves. */
const world = await openWorld();
const given = await openGivenRights(world);
const day = 86_400_000;
const from = (days: number) => new Date(Date.now() + days * day);

let library: Library;
let elsewhere: Library;
let body: Organisation;
let noor: Member;
let auditor: Member;
let submission: { id: string; library: Library };
beforeAll(async () => {
  [library, elsewhere, body] = [
    await world.library(),
    await world.library(),
    await world.organisation(),
  ];
  noor = await world.member(library, "quality_coordinator");
  auditor = await world.member(body, "auditor");
  submission = { library, id: await given.submission(library, noor, body) };
});

const change = (state: string, member: Member, at: Organisation) =>
  world.rows(
    `update toetssteen.membership set ${state} where person_id = $1 and organisation_id = $2`,
    [member.id, at.id],
  );

describe("tenancy.reader()", () => {
  const reader = (by: Member, hat: string | null) =>
    ask<{ organisation_id: string; person_name: string }>(
      world.scopes,
      asked(by, "read", { hat }),
      "select * from tenancy.reader()",
    );

  test("is a member at the organisation that they act for, by the name they have there", async () => {
    await world.membership(noor, elsewhere, ["reader"]);
    expect(await reader(noor, library.id)).toEqual([
      { person_name: noor.name, organisation_id: library.id, organisation_name: library.name },
    ]);
    expect(await reader(noor, body.id)).toEqual([]);
    expect(await reader(noor, null)).toEqual([]);
    const left = await world.member(library, "reader");
    await change("ended_at = now()", left, library);
    expect(await reader(left, library.id)).toEqual([]);
  });

  test("is an auditor at the organisation that sent them, under their own mandate alone", async () => {
    const mandate = await given.mandate(submission, auditor);
    await world.membership(auditor, elsewhere, ["reader"]);
    expect(await reader(auditor, mandate)).toEqual([
      { person_name: auditor.name, organisation_id: body.id, organisation_name: body.name },
    ]);
    const other = await world.member(body, "auditor");
    expect(await reader(other, mandate)).toEqual([]);
    expect(await reader(auditor, randomUUID())).toEqual([]);
  });
});

describe("tenancy.viewer()", () => {
  interface Viewer {
    person_id: string;
    email: string;
    hats: { id: string; name: string; roles: string[]; library: boolean; appointments: string[] }[];
    mandates: { id: string; libraryName: string; open: boolean }[];
  }
  const viewer = async (by: Member) =>
    (
      await ask<Viewer>(
        world.scopes,
        asked(by, "read", { hat: null, subjects: [] }),
        "select * from tenancy.viewer()",
      )
    )[0];

  test("names the organisations where somebody is a member now, and what these are", async () => {
    const support = await world.organisation();
    await world.rows("insert into toetssteen.appointment values ($1, 'support_organisation')", [
      support.id,
    ]);
    const member = await world.member(library, "reader");
    await world.membership(member, support, ["adviser"]);
    await world.membership(member, elsewhere, ["reader"], { ended: true });
    const seen = await viewer(member);
    expect(seen).toMatchObject({ person_id: member.id, email: `${member.id}@example.org` });
    expect(seen?.hats.toSorted((one, other) => one.name.localeCompare(other.name))).toEqual(
      [
        { id: library.id, name: library.name, roles: ["reader"], library: true, appointments: [] },
        {
          id: support.id,
          name: support.name,
          roles: ["adviser"],
          library: false,
          appointments: ["support_organisation"],
        },
      ].toSorted((one, other) => one.name.localeCompare(other.name)),
    );
    expect(await viewer({ ...member, token: "a token of nobody's" })).toBeUndefined();
  });

  test("names the mandates that run or are to come, of whom is auditor there now", async () => {
    const sent = await world.member(body, "auditor");
    const running = await given.mandate(submission, sent);
    const coming = await given.mandate(submission, sent, { opens_at: from(1) });
    await given.mandate(submission, sent, { closes_at: from(-1) });
    await given.mandate(submission, sent, { withdrawn_at: from(-1) });
    await given.mandate(submission, await world.member(body, "auditor"));
    await world.membership(sent, elsewhere, ["auditor"]);
    const mandates = async () =>
      new Set((await viewer(sent))?.mandates.map((each) => [each.id, each.libraryName, each.open]));
    const both = [
      [running, library.name, true],
      [coming, library.name, false],
    ];
    expect(await mandates()).toEqual(new Set(both));
    await change("roles = '{office}'", sent, body);
    expect(await mandates()).toEqual(new Set());
    await change("roles = '{auditor}', ended_at = now()", sent, body);
    expect(await mandates()).toEqual(new Set());
  });
});

describe("tenancy.invitation_seen() and tenancy.invitation_for_account()", () => {
  const email = "els@zeegras.example";
  const invite = async (state: string, by = "now() + interval '1 day'") => {
    const token = randomUUID();
    await world.rows(
      `insert into toetssteen.invitation (organisation_id, id, email, name, roles, token_hash, expires_at${state && `, ${state}`})
       values ($1, $2, $3, 'Els Vos', '{reader}', $4, ${by}${state && ", now()"})`,
      [(await world.organisation("Zeegras")).id, randomUUID(), email, token],
    );
    return token;
  };
  const told = async (token: string) => {
    const options = asked(noor, "read", { hat: null, subjects: [] });
    const shown = await ask<{ open: boolean }>(
      world.scopes,
      options,
      "select * from tenancy.invitation_seen($1)",
      [token],
    );
    const forAccount = await world.asAdmin(async (query) => {
      await query("set local role toetssteen_identity");
      return query("select * from tenancy.invitation_for_account($1)", [token]);
    });
    return { shown, forAccount };
  };
  const invitation = { organisation_name: "Zeegras", name: "Els Vos", email, roles: ["reader"] };

  test("tell whom an open invitation is for to whoever has its token", async () => {
    await invite("");
    const token = await invite("");
    expect(await told(token)).toEqual({
      shown: [{ ...invitation, open: true, inviter_left: false }],
      forAccount: [{ email, name: "Els Vos" }],
    });
    expect(await told("a token of no invitation")).toEqual({ shown: [], forAccount: [] });
  });

  test.each([
    ["accepted", "accepted_at", undefined],
    ["withdrawn", "withdrawn_at", undefined],
    ["run out", "", "now() - interval '1 second'"],
  ])(
    "tell of one that is %s that it is closed, and make no account for it",
    async (_what, state, by) => {
      expect(await told(await invite(state, by))).toEqual({
        shown: [{ ...invitation, open: false, inviter_left: false }],
        forAccount: [],
      });
    },
  );
});

describe("tenancy.invitation_seen(), tenancy.invitation_for_account() and tenancy.accept_invitation()", () => {
  test.each([
    ["may invite", "roles = '{administrator}'", true],
    ["left", "ended_at = now()", false],
    ["is no administrator any more", "roles = '{reader}'", false],
  ])("count as long as the sender may invite: one who %s", async (_how, state, counts) => {
    const [guest, token] = [await world.person(), randomUUID()];
    const sender = await world.member(library, "administrator");
    await world.membership(sender, elsewhere, ["administrator"]);
    await world.rows(
      `insert into toetssteen.invitation (organisation_id, id, email, name, roles, token_hash, invited_by, expires_at)
       values ($1, $2, $3, 'Els Vos', '{reader}', $4, $5, now() + interval '1 day')`,
      [library.id, randomUUID(), `${guest.id}@example.org`, token, sender.id],
    );
    await change(state, sender, library);
    const as = { ...guest, organisationId: library.id, token: await world.session(guest) };
    const options = asked(as, "write", { hat: null, subjects: [] });
    const [shown] = await ask<{ open: boolean; inviter_left: boolean }>(
      world.scopes,
      options,
      "select open, inviter_left from tenancy.invitation_seen($1)",
      [token],
    );
    expect(shown).toEqual({ open: counts, inviter_left: !counts });
    const forAccount = await world.asAdmin((query) =>
      query("select 1 from tenancy.invitation_for_account($1)", [token]),
    );
    expect(forAccount).toHaveLength(counts ? 1 : 0);
    const [accepted] = await ask<{ at: string | null }>(
      world.scopes,
      options,
      "select tenancy.accept_invitation($1, $2) as at",
      [token, randomUUID()],
    );
    expect(accepted?.at).toBe(counts ? library.id : null);
  });
});

describe("tenancy.auditor_belongs()", () => {
  let office: Member;
  beforeAll(async () => {
    office = await world.member(body, "office");
    await world.membership(auditor, library, ["reader"]);
  });
  const belongs = async (
    by: Member,
    of: Member = auditor,
    to: Organisation = library,
    hat = body.id,
  ) =>
    (
      await ask<{ told: boolean | null }>(
        world.scopes,
        asked(by, "read", { hat, subjects: [hat] }),
        "select tenancy.auditor_belongs($1, $2) as told",
        [of.id, to.id],
      )
    )[0]?.told;

  test("tells the office of an auditor's own body whether they belong to a library that submitted to it", async () => {
    expect(await belongs(office)).toBe(true);
    const other = await world.member(body, "auditor");
    expect(await belongs(office, other)).toBe(false);
    await world.membership(other, elsewhere, ["reader"]);
    expect(await belongs(office, other)).toBe(false);
    const left = await world.member(body, "auditor");
    await world.membership(left, library, ["reader"], { ended: true });
    expect(await belongs(office, left)).toBe(false);
  });

  test("tells nothing to anybody else, or of anybody else", async () => {
    expect(await belongs(auditor)).toBe(null);
    expect(await belongs(await world.member(body, "administrator"))).toBe(null);
    const otherBody = await world.organisation();
    const otherOffice = await world.member(otherBody, "office");
    expect(await belongs(otherOffice)).toBe(null);
    expect(await belongs(otherOffice, auditor, library, otherBody.id)).toBe(null);
    const otherAuditor = await world.member(otherBody, "auditor");
    await world.membership(otherAuditor, library, ["reader"]);
    expect(await belongs(office, otherAuditor)).toBe(null);
    expect(await belongs(office, office)).toBe(null);
    expect(await belongs(office, noor)).toBe(null);
    const moved = await world.member(body, "auditor");
    await change("ended_at = now()", moved, body);
    expect(await belongs(office, moved)).toBe(null);
    await given.submission(elsewhere, await world.member(elsewhere, "reader"), otherBody);
    expect(await belongs(office, auditor, elsewhere)).toBe(null);
  });
});
