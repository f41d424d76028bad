import { beforeEach, expect, test } from "vitest";
import { openAnswering } from "../../../test/support/answering.ts";
import { openServer } from "../../../test/support/app.ts";
import { openWorld, type Library, type Member } from "../../../test/support/scenario.ts";

const world = await openWorld();
const server = await openServer(world);
const { answer, activity } = openAnswering(world, server);

let library: Library;
let noor: Member;
let sanne: Member;
beforeEach(async () => {
  library = await world.library();
  noor = await world.member(library, "quality_coordinator");
  sanne = await world.member(library, "colleague");
});

const ask = (
  by: Member,
  field: "assign" | "setWorkState",
  type: string,
  input: Record<string, unknown>,
) =>
  server.ask(
    server.as(by),
    `mutation ($input: ${type}!) { ${field}(input: $input) { part state dueOn assignee { name } } }`,
    {
      input: { organisationId: library.id, cycleId: library.cycleId, ...input },
    },
  );
const assign = (by: Member, part: string, to: { id: string } | null, dueOn?: string) =>
  ask(by, "assign", "AssignInput", { part, assigneeId: to?.id ?? null, dueOn });
const setState = (by: Member, part: string, state: string) =>
  ask(by, "setWorkState", "SetWorkStateInput", { part, state });

async function workOf(member: Member): Promise<unknown> {
  const { data } = await server.ask(
    server.as(member),
    `{ myWork(organisationId: "${library.id}") { part norm state } }`,
  );
  return data.myWork;
}

test("what is assigned to somebody is in their work, in the order of the norms", async () => {
  await assign(noor, "5.V1", sanne);
  const { data } = await assign(noor, "4.2", sanne);
  expect(data.assign).toEqual({
    part: "4.2",
    state: "TO_DO",
    dueOn: null,
    assignee: { name: sanne.name },
  });
  expect(await workOf(sanne)).toEqual([
    { part: "4.2", norm: "4", state: "TO_DO" },
    { part: "5.V1", norm: "5", state: "TO_DO" },
  ]);
  await assign(noor, "4.2", null);
  expect(await workOf(sanne)).toEqual([{ part: "5.V1", norm: "5", state: "TO_DO" }]);
  expect(await activity(library)).toEqual([
    { what: "assigned", part: "5.V1", person_id: noor.id },
    { what: "assigned", part: "4.2", person_id: noor.id },
    { what: "assigned", part: "4.2", person_id: noor.id },
  ]);
});

test("assigning never conflicts with who is typing", async () => {
  await answer(noor, library, { verdict: "JA", explanation: "Een.", baseVersion: 0 });
  await assign(noor, "4.1", sanne);
  const next = await answer(sanne, library, {
    verdict: "JA",
    explanation: "Twee.",
    baseVersion: 1,
  });
  expect(next.result.answer.version).toBe(2);
});

test("a day can be agreed on, and the history says what changed", async () => {
  await assign(noor, "4.2", sanne);
  const { data } = await assign(noor, "4.2", sanne, "2027-01-08");
  expect(data.assign).toMatchObject({ dueOn: "2027-01-08", assignee: { name: sanne.name } });
  await assign(noor, "4.2", sanne, "2027-01-08");
  await assign(noor, "4.2", null);
  const noted = await world.rows(
    "select changes from toetssteen.activity where organisation_id = $1 order by at, id",
    [library.id],
  );
  expect(noted).toEqual([
    { changes: [{ field: "assignee", from: null, to: sanne.name }] },
    { changes: [{ field: "dueOn", from: null, to: "2027-01-08" }] },
    {
      changes: [
        { field: "assignee", from: sanne.name, to: null },
        { field: "dueOn", from: "2027-01-08", to: null },
      ],
    },
  ]);
});

test("a day that there is not is refused by its field, and nothing is given to anybody", async () => {
  const refused = await assign(noor, "4.2", sanne, "2027-02-30");
  expect(refused.code).toBe("INVALID_INPUT");
  expect(await workOf(sanne)).toEqual([]);
});

test("the work of a norm shows who does what, and what each may change of it", async () => {
  await assign(noor, "4.2", sanne, "2027-01-08");
  const of = async (member: Member, norm: string | null) => {
    const { data } = await server.ask(
      server.as(member),
      `query ($id: ID!, $norm: String) { work(organisationId: $id, norm: $norm) {
        part kind norm text assignee { name } dueOn canAssign canSetState } }`,
      { id: library.id, norm },
    );
    return data.work as Record<string, unknown>[];
  };
  const norm = await of(sanne, "4");
  expect(norm.map(({ part }) => part).join(" ")).toBe("4 4.1 4.2 4.3 4.4 4.V1 4.V2 4.V3 4.V4");
  expect(norm.map(({ kind }) => kind).slice(-5)).toEqual([
    "INDICATOR",
    ...Array(4).fill("QUESTION"),
  ]);
  expect(norm.filter(({ canSetState }) => canSetState)).toMatchObject([
    { part: "4.2", assignee: { name: sanne.name }, dueOn: "2027-01-08", canAssign: false },
  ]);
  const all = await of(noor, null);
  expect(all).toHaveLength(7 + 4 + 28);
  expect(all.every(({ canAssign, canSetState }) => canAssign && canSetState)).toBe(true);
});

test("a plan is part of the work where one is asked for", async () => {
  const plans = async () => {
    const document = `{ work(organisationId: "${library.id}", norm: "4") { part plan { owner { name } } } }`;
    const { data } = await server.ask(server.as(noor), document);
    const parts = data.work as { part: string; plan: unknown }[];
    return parts.filter(({ plan }) => plan !== null);
  };
  await world.rows(
    `insert into toetssteen.plan (organisation_id, cycle_id, part, owner_id, version, changed_by)
     values ($1, $2, '4.1', $3, 1, $3)`,
    [library.id, library.cycleId, sanne.id],
  );
  await answer(noor, library, { verdict: "NEE", explanation: "", baseVersion: 0 });
  expect(await plans()).toEqual([
    { part: "4", plan: { owner: null } },
    { part: "4.1", plan: { owner: { name: sanne.name } } },
  ]);
  await answer(noor, library, { verdict: "JA", explanation: "", baseVersion: 1 });
  expect(await plans()).toEqual([{ part: "4", plan: { owner: null } }]);
});

test("a colleague says how far their own parts are, and those of nobody else", async () => {
  await assign(noor, "4.2", sanne);
  expect((await setState(sanne, "4.2", "READY_TO_READ")).data.setWorkState.state).toBe(
    "READY_TO_READ",
  );
  expect((await setState(sanne, "4.1", "DONE")).code).toBe("FORBIDDEN");
  expect((await assign(sanne, "4.1", sanne)).code).toBe("FORBIDDEN");
  expect(await workOf(sanne)).toEqual([{ part: "4.2", norm: "4", state: "READY_TO_READ" }]);
});

test("work is given to members only, and stays hidden while its part does not apply", async () => {
  const left = await world.person();
  await world.membership(left, library, ["colleague"], { ended: true });
  expect((await assign(noor, "4.2", left)).errors[0]?.extensions).toMatchObject({
    code: "INVALID_INPUT",
    issues: [{ path: "assigneeId" }],
  });
  await assign(noor, "4.4", sanne);
  await world.rows(
    "update toetssteen.library_profile set runs_ido = false where organisation_id = $1",
    [library.id],
  );
  expect(await workOf(sanne)).toEqual([]);
  expect((await setState(sanne, "4.4", "DONE")).code).toBe("NOT_APPLICABLE");
  await world.rows(
    "update toetssteen.library_profile set runs_ido = true where organisation_id = $1",
    [library.id],
  );
  expect(await workOf(sanne)).toEqual([{ part: "4.4", norm: "4", state: "TO_DO" }]);
});

const several = (
  by: Member,
  field: "assignParts" | "setWorkStates",
  parts: readonly Record<string, unknown>[],
) => {
  const type = field === "assignParts" ? "AssignPartsInput" : "SetWorkStatesInput";
  return server.ask(
    server.as(by),
    `mutation ($input: ${type}!) { ${field}(input: $input) { part state dueOn assignee { name } } }`,
    { input: { organisationId: library.id, cycleId: library.cycleId, parts } },
  );
};
const kept = () =>
  world.rows(
    `select part, state, assignee_id, due_on::text from toetssteen.progress where organisation_id = $1 order by part`,
    [library.id],
  );
const noted = () =>
  world.rows<{ what: string; part: string; changes: unknown }>(
    "select what, part, changes from toetssteen.activity where organisation_id = $1 order by at, id",
    [library.id],
  );

test("several parts are given in one go, each to whom it says, with a line for each", async () => {
  await assign(noor, "4.1", noor, "2027-01-08");
  const before = await noted();
  const { data } = await several(noor, "assignParts", [
    { part: "4.1", assigneeId: sanne.id, dueOn: "2027-01-08" },
    { part: "4.V2", assigneeId: sanne.id },
    { part: "4", assigneeId: noor.id, dueOn: "2027-02-01" },
  ]);
  expect(data.assignParts).toEqual([
    { part: "4.1", state: "TO_DO", dueOn: "2027-01-08", assignee: { name: sanne.name } },
    { part: "4.V2", state: "TO_DO", dueOn: null, assignee: { name: sanne.name } },
    { part: "4", state: "TO_DO", dueOn: "2027-02-01", assignee: { name: noor.name } },
  ]);
  expect((await noted()).slice(before.length)).toEqual([
    {
      what: "assigned",
      part: "4.1",
      changes: [{ field: "assignee", from: noor.name, to: sanne.name }],
    },
    {
      what: "assigned",
      part: "4.V2",
      changes: [{ field: "assignee", from: null, to: sanne.name }],
    },
    {
      what: "assigned",
      part: "4",
      changes: [
        { field: "assignee", from: null, to: noor.name },
        { field: "dueOn", from: null, to: "2027-02-01" },
      ],
    },
  ]);
});

test("giving back what each part had undoes it, whatever that was", async () => {
  await assign(noor, "4.1", noor, "2027-01-08");
  await assign(noor, "4.2", sanne);
  const before = await kept();
  const parts = ["4.1", "4.2"].map((part) => ({ part, assigneeId: null, dueOn: null }));
  await several(noor, "assignParts", parts);
  expect(await kept()).not.toEqual(before);
  await several(noor, "assignParts", [
    { part: "4.1", assigneeId: noor.id, dueOn: "2027-01-08" },
    { part: "4.2", assigneeId: sanne.id, dueOn: null },
  ]);
  expect(await kept()).toEqual(before);
});

test("how far several parts are is said in one go", async () => {
  await assign(noor, "4.1", sanne);
  await assign(noor, "4.2", sanne);
  const { data } = await several(sanne, "setWorkStates", [
    { part: "4.1", state: "DONE" },
    { part: "4.2", state: "TO_DO" },
  ]);
  expect(data.setWorkStates.map((one: { state: string }) => one.state)).toEqual(["DONE", "TO_DO"]);
  const changed = (await noted()).filter(({ what }) => what === "work_state_changed");
  expect(changed.map(({ part }) => part)).toEqual(["4.1"]);
});

test.each([
  ["a part that there isn't", [{ part: "4.9", assigneeId: null }], "NOT_FOUND", "parts.1.part"],
  ["a part that doesn't apply", [{ part: "4.4", assigneeId: null }], "NOT_APPLICABLE", null],
  ["a part twice", [{ part: "4.1", assigneeId: null }], "INVALID_INPUT", "parts"],
  [
    "somebody else's colleague",
    [{ part: "4.2", assigneeId: "stranger" }],
    "INVALID_INPUT",
    "parts.1.assigneeId",
  ],
  [
    "a day that there isn't",
    [{ part: "4.2", assigneeId: null, dueOn: "2027-02-30" }],
    "INVALID_INPUT",
    null,
  ],
])("with %s among them nothing is given to anybody", async (_name, more, code, path) => {
  const stranger = await world.member(await world.library(), "colleague");
  await world.rows(
    "update toetssteen.library_profile set runs_ido = false where organisation_id = $1",
    [library.id],
  );
  const before = [await kept(), await noted()];
  const refused = await several(noor, "assignParts", [
    { part: "4.1", assigneeId: sanne.id },
    ...more.map((one) =>
      one.assigneeId === "stranger" ? { ...one, assigneeId: stranger.id } : one,
    ),
  ]);
  expect(refused.code).toBe(code);
  if (path !== null)
    expect(refused.errors[0]?.extensions["issues"]).toEqual([expect.objectContaining({ path })]);
  expect([await kept(), await noted()]).toEqual(before);
});

test("no list is taken that is empty or longer than an edition", async () => {
  expect((await several(noor, "assignParts", [])).code).toBe("INVALID_INPUT");
  const many = Array.from({ length: 101 }, (_, index) => ({ part: `x${index}`, state: "DONE" }));
  expect((await several(noor, "setWorkStates", many)).code).toBe("INVALID_INPUT");
});

test("a colleague sets none of several when one of them isn't theirs, and gives none", async () => {
  await assign(noor, "4.1", sanne);
  const before = [await kept(), await noted()];
  const state = await several(sanne, "setWorkStates", [
    { part: "4.1", state: "DONE" },
    { part: "4.2", state: "DONE" },
  ]);
  const given = await several(sanne, "assignParts", [{ part: "4.1", assigneeId: sanne.id }]);
  expect([state.code, given.code]).toEqual(["FORBIDDEN", "FORBIDDEN"]);
  expect([await kept(), await noted()]).toEqual(before);
});
