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
