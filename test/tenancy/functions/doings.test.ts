import { randomUUID } from "node:crypto";
import { beforeEach, describe, expect, test } from "vitest";
import { openGivenRights } from "../../support/given-rights.ts";
import {
  ask,
  asked,
  openWorld,
  type Library,
  type Member,
  type Organisation,
  type Person,
} from "../../support/scenario.ts";

/** What the functions change that write past row security, and that they change nothing else. */
const world = await openWorld();
const given = await openGivenRights(world);

let home: Library;
let zeegras: Organisation;
beforeEach(async () => {
  [home, zeegras] = [await world.library(), await world.organisation()];
});
const addressOf = ({ id }: Person) => `${id}@example.org`;

describe("tenancy.accept_invitation()", () => {
  interface Membership {
    roles: string[];
    since: Date;
    ended_at: Date | null;
  }
  const invite = async (person: Person, state: Record<string, unknown> = {}) => {
    const token = randomUUID();
    const row = {
      organisation_id: zeegras.id,
      id: randomUUID(),
      email: addressOf(person),
      name: "Els Vos",
      roles: ["reader", "colleague"],
      token_hash: token,
      expires_at: new Date(Date.now() + 60_000),
      ...state,
    };
    const names = Object.keys(row);
    await world.rows(
      `insert into toetssteen.invitation (${names.join(", ")}) values (${names.map((_, place) => `$${place + 1}`).join(", ")})`,
      Object.values(row),
    );
    return token;
  };
  const accept = (by: Member, token: string) =>
    ask<{ at: string | null }>(
      world.scopes,
      asked(by, "write", { hat: null, subjects: [] }),
      "select tenancy.accept_invitation($1, $2) as at",
      [token, randomUUID()],
      true,
    );
  const members = () =>
    world.rows<Membership & { person_id: string }>(
      "select person_id, roles, since, ended_at from toetssteen.membership where organisation_id = $1",
      [zeegras.id],
    );

  test("makes whom it was sent to a member, once", async () => {
    const els = await world.member(home, "reader");
    const token = await invite(els);
    expect(await accept(els, token)).toEqual([{ at: zeegras.id }]);
    expect(await members()).toMatchObject([
      { person_id: els.id, roles: ["reader", "colleague"], ended_at: null },
    ]);
    expect(await accept(els, token)).toEqual([{ at: null }]);
  });

  test("does nothing for anybody else, or by another token", async () => {
    const els = await world.member(home, "reader");
    const other = await world.member(home, "reader");
    const token = await invite(els);
    expect(await accept(other, token)).toEqual([{ at: null }]);
    expect(await accept({ ...els, token: "a token of nobody's" }, token)).toEqual([{ at: null }]);
    expect(await accept(els, "another token")).toEqual([{ at: null }]);
    expect(await members()).toEqual([]);
  });

  test.each([
    ["withdrawn", { withdrawn_at: new Date() }],
    ["run out", { expires_at: new Date(Date.now() - 1) }],
    ["accepted", { accepted_at: new Date() }],
  ])("does nothing once it is %s", async (_what, state) => {
    const els = await world.member(home, "reader");
    expect(await accept(els, await invite(els, state))).toEqual([{ at: null }]);
    expect(await members()).toEqual([]);
  });

  test("adds roles to a member, and gives who had left the new ones only", async () => {
    const [els, gone] = [
      await world.member(zeegras, "director", "reader"),
      await world.member(zeegras, "director"),
    ];
    await world.rows(
      "update toetssteen.membership set since = '2020-01-01', ended_at = case when person_id = $1 then now() end",
      [gone.id],
    );
    for (const member of [els, gone]) await accept(member, await invite(member));
    const now = new Map((await members()).map((each) => [each.person_id, each]));
    expect(now.get(els.id)).toMatchObject({
      roles: ["director", "reader", "colleague"],
      since: new Date("2020-01-01"),
    });
    expect(now.get(gone.id)).toMatchObject({ roles: ["reader", "colleague"], ended_at: null });
    expect(now.get(gone.id)?.since.getTime()).toBeGreaterThan(Date.now() - 600_000);
  });
});

describe("tenancy.change_name()", () => {
  const rename = (by: Member, name: string) =>
    ask(
      world.scopes,
      asked(by, "write", { hat: null, subjects: [] }),
      "select tenancy.change_name($1)",
      [name],
      true,
    );
  const names = () =>
    world.rows<{ person_id: string; name: string }>(
      `select person_id, name from toetssteen.membership where organisation_id = $1
       union all select u.id, u.name from identity."user" u join toetssteen.membership m on m.person_id = u.id
       where m.organisation_id = $1`,
      [home.id],
    );
  const nameOf = async ({ id }: Person) =>
    new Set((await names()).filter(({ person_id }) => person_id === id).map(({ name }) => name));

  test("renames who asks in every organisation, says so in its history, and renames nobody else", async () => {
    const [els, other] = [await world.member(home, "reader"), await world.member(home, "reader")];
    const before = await nameOf(other);
    await rename(els, "Els Vos-Jansen");
    expect(await nameOf(els)).toEqual(new Set(["Els Vos-Jansen"]));
    expect(await nameOf(other)).toEqual(before);
    const told = () =>
      world.rows<{ changes: { to: string }[] }>(
        "select changes from toetssteen.activity where organisation_id = $1 and person_id = $2 and what = 'name_changed'",
        [home.id, els.id],
      );
    expect(await told()).toMatchObject([{ changes: [{ field: "name", to: "Els Vos-Jansen" }] }]);
    await rename(els, "Els Vos-Jansen");
    expect(await told()).toHaveLength(1);
  });

  test("changes nothing where somebody left", async () => {
    const els = await world.member(home, "reader");
    await world.rows("update toetssteen.membership set ended_at = now() where person_id = $1", [
      els.id,
    ]);
    const [before] = await names();
    await rename(els, "Els Vos-Jansen");
    expect(await names()).toContainEqual(before);
    expect(
      await world.rows(
        "select from toetssteen.activity where what = 'name_changed' and person_id = $1",
        [els.id],
      ),
    ).toEqual([]);
  });

  test("renames nobody for a session that isn't there", async () => {
    const els = await world.member(home, "reader");
    const before = await names();
    await rename({ ...els, token: "a token of nobody's" }, "Niemand");
    expect(await names()).toEqual(before);
  });
});

describe("tenancy.end_sessions() and identity.end_sessions()", () => {
  const sessionsOf = async (person: Person) =>
    (await world.rows('select from identity.session where "userId" = $1', [person.id])).length;
  const leave = (person: Person) =>
    world.rows("update toetssteen.membership set ended_at = now() where person_id = $1", [
      person.id,
    ]);

  test("end those of who belongs nowhere any more, and nobody else's", async () => {
    const [by, gone, alsoGone, still] = [
      await world.member(home, "administrator"),
      await world.member(home, "reader"),
      await world.member(home, "reader"),
      await world.member(home, "reader"),
    ];
    await world.membership(still, zeegras, ["reader"], { ended: true });
    for (const person of [gone, alsoGone]) await leave(person);
    for (const person of [gone, still])
      await ask(
        world.scopes,
        asked(by, "write"),
        "select tenancy.end_sessions($1)",
        [person.id],
        true,
      );
    expect([await sessionsOf(gone), await sessionsOf(alsoGone), await sessionsOf(still)]).toEqual([
      0, 1, 1,
    ]);
  });

  test("end those of whose password changes, with what could still set another", async () => {
    const people = [
      await world.member(home, "reader"),
      await world.member(home, "reader"),
    ] as const;
    for (const { id } of people) {
      await world.rows(
        `insert into identity.account ("accountId", "providerId", "userId", password) values ($1, 'credential', $2, 'old')`,
        [id, id],
      );
      await world.rows(
        `insert into identity.verification (identifier, value, "expiresAt") values ($1, $2, now() + interval '1 hour')`,
        [`reset-password:${id}`, id],
      );
    }
    const [changed, other] = people;
    await world.rows(`update identity.account set password = 'new' where "userId" = $1`, [
      changed.id,
    ]);
    const resets = async ({ id }: Person) =>
      (await world.rows("select from identity.verification where value = $1", [id])).length;
    expect([await sessionsOf(changed), await resets(changed)]).toEqual([0, 0]);
    expect([await sessionsOf(other), await resets(other)]).toEqual([1, 1]);
  });
});

describe("toetssteen.follow_library()", () => {
  let support: Organisation;
  beforeEach(async () => {
    support = await world.organisation();
  });
  const overseen = async (library: Library, state = {}) =>
    given.oversight(library, await world.member(library, "administrator"), support, {
      library_name: "",
      ...state,
    });
  const copied = async (id: string) =>
    (
      await world.rows<{ name: string; from: string }>(
        "select library_name as name, audit_from::text as from from toetssteen.oversight where id = $1",
        [id],
      )
    )[0];
  const audited = (library: Library, on: string) =>
    world.rows("update toetssteen.cycle set audit_on = $2 where organisation_id = $1", [
      library.id,
      on,
    ]);

  test("keeps a library's name and audit on its own oversights, as they change", async () => {
    const other = await world.library();
    await audited(other, "2027-01-01");
    const id = await overseen(home);
    const theirs = await overseen(other);
    expect(await copied(id)).toEqual({ name: home.name, from: "infinity" });
    await audited(home, "2027-03-01");
    // Before the name changes too, for that alone would bring the date along.
    expect(await copied(id)).toEqual({ name: home.name, from: "2027-03-01" });
    await world.rows(
      "update toetssteen.organisation set name = 'Bibliotheek Zeegras' where id = $1",
      [home.id],
    );
    expect(await copied(id)).toEqual({ name: "Bibliotheek Zeegras", from: "2027-03-01" });
    expect(await copied(theirs)).toEqual({ name: other.name, from: "2027-01-01" });
  });

  test("takes no date from a closed cycle, nor from another library's", async () => {
    await audited(await world.library(), "2027-01-01");
    await audited(home, "2020-01-01");
    await world.rows("update toetssteen.cycle set closed_at = now() where organisation_id = $1", [
      home.id,
    ]);
    expect(await copied(await overseen(home))).toEqual({ name: home.name, from: "infinity" });
  });

  test("leaves what was withdrawn as it was", async () => {
    const id = await overseen(home, { library_name: "Zoals het heette", withdrawn_at: new Date() });
    await world.rows("update toetssteen.organisation set name = 'Anders' where id = $1", [home.id]);
    expect(await copied(id)).toMatchObject({ name: "Zoals het heette" });
  });
});
