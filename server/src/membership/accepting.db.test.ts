import { beforeEach, describe, expect, test } from "vitest";
import { openServer } from "../../../test/support/app.ts";
import { addressOf, openInviting } from "../../../test/support/inviting.ts";
import { everythingOf, succeeded } from "../../../test/support/readers.ts";
import {
  openWorld,
  type Library,
  type Member,
  type Person,
} from "../../../test/support/scenario.ts";

/** An invitation makes a member of the person whose address it was sent to, once, while it is open. */
const world = await openWorld();
const server = await openServer(world);
const { invite, accept, tokenFor, deeds } = openInviting(world, server);

type Signed = Person & { readonly token: string };
const signedIn = async (person?: Person): Promise<Signed> => {
  const who = person ?? (await world.person());
  return { ...who, token: await world.session(who) };
};

let library: Library;
let noor: Member;
let sanne: Signed;
beforeEach(async () => {
  library = await world.library();
  noor = await world.member(library, "administrator");
  sanne = await signedIn();
});

const tokenTo = async (person: Person, ...roles: string[]) => {
  succeeded(
    (await invite(noor, { email: addressOf(person), ...(roles.length > 0 && { roles }) })).answer,
  );
  return tokenFor(addressOf(person));
};
const rolesOf = async (person: Person) =>
  (
    await world.rows<{ roles: string[]; ended: boolean; version: number }>(
      "select roles, ended_at is not null as ended, version from toetssteen.membership where organisation_id = $1 and person_id = $2",
      [library.id, person.id],
    )
  )[0];
const seen = async (token: string) =>
  (
    await server.ask(
      {},
      "query ($token: String!) { invitation(token: $token) { organisationName name email roles open } }",
      { token },
    )
  ).data.invitation;
const closed = ["INVITATION_CLOSED", null];

describe("an invitation by somebody who may not invite any more", () => {
  const states: readonly [string, string][] = [
    ["left", "ended_at = now()"],
    ["is no administrator any more", "roles = '{colleague}'"],
  ];
  test.each(states)("counts no longer when they: %s", async (_how, state) => {
    const token = await tokenTo(sanne, "ADMINISTRATOR");
    const set = (what: string) =>
      world.rows(
        `update toetssteen.membership set ${what} where organisation_id = $1 and person_id = $2`,
        [library.id, noor.id],
      );
    await set(state);
    const inviterLeft = async () =>
      (
        await server.ask(
          {},
          "query ($token: String!) { invitation(token: $token) { open inviterLeft } }",
          { token },
        )
      ).data.invitation;
    expect(await inviterLeft()).toEqual({ open: false, inviterLeft: true });
    const refused = await accept(sanne, token);
    expect([refused.code, refused.data]).toEqual(closed);
    expect(await rolesOf(sanne)).toBeUndefined();

    const ruud = await world.member(library, "administrator");
    const again = await invite(ruud, { email: addressOf(sanne), roles: ["READER"] });
    succeeded(again.answer);
    succeeded(await accept(sanne, await tokenFor(addressOf(sanne))));
    expect(await rolesOf(sanne)).toMatchObject({ roles: ["reader"], ended: false });
    // The earlier one was withdrawn by the later.
    await set("ended_at = null, roles = '{administrator}'");
    expect(await inviterLeft()).toEqual({ open: false, inviterLeft: false });
  });

  test("doesn't let who left back in by one that they sent themselves", async () => {
    const token = await tokenTo(sanne, "ADMINISTRATOR");
    const { token: session } = noor;
    await world.rows("update toetssteen.membership set ended_at = now() where person_id = $1", [
      noor.id,
    ]);
    await world.rows(
      "update toetssteen.invitation set email = $2 where organisation_id = $1 and email = $3",
      [library.id, addressOf(noor), addressOf(sanne)],
    );
    const refused = await accept({ ...noor, token: session }, token);
    expect([refused.code, refused.data]).toEqual(closed);
    expect(await rolesOf(noor)).toMatchObject({ ended: true });
  });
});

describe("who is invited", () => {
  test("sees what for, signed in or not, and becomes a member by accepting", async () => {
    const token = await tokenTo(sanne, "COLLEAGUE");
    const shown = {
      organisationName: library.name,
      name: "Sanne de Wit",
      email: addressOf(sanne),
      roles: ["COLLEAGUE"],
    };
    expect(await seen(token)).toEqual({ ...shown, open: true });
    const { hats } = succeeded(await accept(sanne, token)).data.acceptInvitation;
    expect(hats).toEqual([{ id: library.id, roles: ["COLLEAGUE"] }]);
    expect(await seen(token)).toEqual({ ...shown, open: false });
    expect((await deeds(library)).map(({ what, person_id }) => [what, person_id])).toEqual([
      ["member_invited", noor.id],
      ["invitation_accepted", sanne.id],
    ]);
    const members = await server.ask(
      server.as(noor),
      "query ($id: ID!) { members(organisationId: $id) { memberships { personId name } invitations { id } } }",
      { id: library.id },
    );
    expect(members.data.members.memberships).toContainEqual({
      personId: sanne.id,
      name: "Sanne de Wit",
    });
    expect(members.data.members.invitations).toEqual([]);
  });

  test("reads what the role reads from the next request, in the session that was open", async () => {
    const ask = () =>
      server.ask(
        { cookie: server.cookie(sanne.token), hat: library.id },
        "query ($id: ID!) { selfEvaluation(organisationId: $id) { cycle { id } } }",
        { id: library.id },
      );
    expect((await ask()).code).toBe("FORBIDDEN");
    succeeded(await accept(sanne, await tokenTo(sanne)));
    expect(succeeded(await ask()).data.selfEvaluation.cycle.id).toBe(library.cycleId);
  });

  test("accepts once, also when it is sent twice at the same moment", async () => {
    const token = await tokenTo(sanne);
    const answers = await Promise.all([
      accept(sanne, token),
      accept(sanne, token),
      accept(sanne, token),
    ]);
    expect(answers.map(({ code }) => String(code)).toSorted()).toEqual([
      "INVITATION_CLOSED",
      "INVITATION_CLOSED",
      "null",
    ]);
    expect(await rolesOf(sanne)).toEqual({ roles: ["reader"], ended: false, version: 1 });
    expect(
      (await deeds(library)).filter(({ what }) => what === "invitation_accepted"),
    ).toHaveLength(1);
    const again = await accept(sanne, token);
    expect([again.code, again.data]).toEqual(closed);
  });
});

describe("an invitation is closed", () => {
  const nobodyJoined = async (person: Person) => expect(await rolesOf(person)).toBeUndefined();

  test("to who has another address, and to who is not signed in", async () => {
    const token = await tokenTo(sanne);
    const other = await signedIn();
    const before = await everythingOf(world, library.id);
    const answer = await accept(other, token);
    expect([answer.code, answer.data]).toEqual(closed);
    const unsigned = await server.ask(
      {},
      "mutation ($token: String!) { acceptInvitation(token: $token) { hats { id } } }",
      { token },
    );
    expect([unsigned.code, unsigned.data]).toEqual(["UNAUTHENTICATED", null]);
    expect(await everythingOf(world, library.id)).toBe(before);
    await nobodyJoined(other);
    succeeded(await accept(sanne, token));
  });

  test.each([
    [
      "withdrawn",
      "update toetssteen.invitation set withdrawn_at = now() where organisation_id = $1",
    ],
    ["run out", "update toetssteen.invitation set expires_at = now() where organisation_id = $1"],
  ])("once it is %s", async (_how, sql) => {
    const token = await tokenTo(sanne);
    await world.rows(sql, [library.id]);
    expect((await seen(token)).open).toBe(false);
    const answer = await accept(sanne, token);
    expect([answer.code, answer.data]).toEqual(closed);
    await nobodyJoined(sanne);
  });

  test("after two weeks", async () => {
    await tokenTo(sanne);
    expect(
      await world.rows(
        "select expires_at - invited_at = interval '14 days' as fortnight from toetssteen.invitation where organisation_id = $1",
        [library.id],
      ),
    ).toEqual([{ fortnight: true }]);
  });

  test("by a token that never was, of which nothing is told", async () => {
    const token = await tokenTo(sanne);
    for (const wrong of ["", "x", token.slice(1), `${token}A`, token.toUpperCase()]) {
      expect(await seen(wrong)).toBeNull();
      expect((await accept(sanne, wrong)).code).toBe("INVITATION_CLOSED");
    }
    expect((await accept(sanne, "\u0000")).code).toBe("INVALID_INPUT");
    await nobodyJoined(sanne);
  });
});

describe("who was a member before", () => {
  test("comes back with the new roles and without the old ones", async () => {
    const milan = await world.member(library, "administrator", "director");
    await world.rows(
      "update toetssteen.membership set ended_at = now(), since = '2020-01-01' where person_id = $1",
      [milan.id],
    );
    succeeded(await accept(milan, await tokenTo(milan, "COLLEAGUE")));
    expect(await rolesOf(milan)).toEqual({ roles: ["colleague"], ended: false, version: 2 });
    const [{ recent } = {}] = await world.rows<{ recent: boolean }>(
      "select since > now() - interval '1 minute' as recent from toetssteen.membership where person_id = $1",
      [milan.id],
    );
    expect(recent).toBe(true);
  });

  test("and still is, keeps the roles and gets the new ones too", async () => {
    const milan = await world.member(library, "director");
    succeeded(await accept(milan, await tokenTo(milan, "COLLEAGUE", "READER")));
    expect(await rolesOf(milan)).toEqual({
      roles: ["director", "colleague", "reader"],
      ended: false,
      version: 2,
    });
  });

  test("and is the last administrator, stays that", async () => {
    succeeded(await accept(noor, await tokenTo(noor, "READER")));
    expect((await rolesOf(noor))?.roles).toEqual(["administrator", "reader"]);
    succeeded((await invite(noor)).answer);
  });
});
