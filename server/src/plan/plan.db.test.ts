import { beforeEach, expect, test } from "vitest";
import { openServer, type Answer } from "../../../test/support/app.ts";
import { openWorld, type Library, type Member } from "../../../test/support/scenario.ts";

const world = await openWorld();
const server = await openServer(world);

let library: Library;
let noor: Member;
beforeEach(async () => {
  library = await world.library();
  noor = await world.member(library, "quality_coordinator");
});

const setDocument = `mutation ($input: SetPlanInput!) { setPlan(input: $input) {
  ... on PlanSet { plan { owner { name } dueOn version } }
  ... on PlanConflict { current { owner { name } dueOn version } }
} }`;

function set(input: Record<string, unknown>): Promise<Answer> {
  const place = {
    organisationId: library.id,
    cycleId: library.cycleId,
    part: "4.1",
    ownerId: null,
    dueOn: null,
    baseVersion: 0,
  };
  return server.ask(server.as(noor), setDocument, { input: { ...place, ...input } });
}

const discussDocument = `mutation ($input: WriteDiscussionInput!) { writeDiscussion(input: $input) {
  ... on DiscussionWritten { discussion { withKind withWhom heldOn version } }
  ... on DiscussionConflict { current { withWhom version } }
} }`;
const removeDocument =
  "mutation ($input: RemoveDiscussionInput!) { removeDiscussion(input: $input) { id } }";
const id = "0199a000-0000-7000-8000-0000000d0001";

function discuss(input: Record<string, unknown>): Promise<Answer> {
  const row = {
    organisationId: library.id,
    id,
    cycleId: library.cycleId,
    norm: "4",
    withKind: "PARTNER",
    heldOn: "2026-11-03",
  };
  return server.ask(server.as(noor), discussDocument, {
    input: { ...row, withWhom: "De gemeente", baseVersion: 0, ...input },
  });
}

const remove = (removed: boolean) =>
  server.ask(server.as(noor), removeDocument, {
    input: { organisationId: library.id, id, removed },
  });

async function discussed(): Promise<unknown> {
  const { data } = await server.ask(
    server.as(noor),
    `{ selfEvaluation(organisationId: "${library.id}") { norm(code: "4") { discussions { withWhom heldOn } } } }`,
  );
  return data.selfEvaluation.norm.discussions;
}

test("a plan has an owner of the library and a date, and changes by version", async () => {
  const first = await set({ ownerId: noor.id, dueOn: "2027-03-01" });
  expect(first.data.setPlan.plan).toEqual({
    owner: { name: noor.name },
    dueOn: "2027-03-01",
    version: 1,
  });
  const stale = await set({ dueOn: "2027-06-01" });
  expect(stale.data.setPlan.current).toEqual({
    owner: { name: noor.name },
    dueOn: "2027-03-01",
    version: 1,
  });
  const later = await set({ dueOn: "2027-06-01", baseVersion: 1 });
  expect(later.data.setPlan.plan).toEqual({ owner: null, dueOn: "2027-06-01", version: 2 });
  const again = await set({ dueOn: "2027-06-01", baseVersion: 1 });
  expect(again.data.setPlan.plan.version).toBe(2);
});

test("a plan is nobody's of another library, and belongs under no question", async () => {
  const stranger = await world.member(await world.library(), "colleague");
  const { errors } = await set({ ownerId: stranger.id });
  expect(errors[0]?.extensions).toMatchObject({
    code: "INVALID_INPUT",
    issues: [{ path: "ownerId" }],
  });
  expect((await set({ part: "4.V1", dueOn: "2027-03-01" })).code).toBe("NOT_FOUND");
  for (const [dueOn, path] of [
    ["1 maart", "input.dueOn"],
    ["0026-01-01", "dueOn"],
    ["9999-12-31", "dueOn"],
  ])
    expect((await set({ dueOn })).errors[0]?.extensions).toMatchObject({
      code: "INVALID_INPUT",
      issues: [{ path }],
    });
  expect(
    await world.rows("select from toetssteen.plan where organisation_id = $1", [library.id]),
  ).toEqual([]);
});

test("whom a norm was discussed with is a row that can be changed, removed and brought back", async () => {
  expect((await discuss({})).data.writeDiscussion.discussion).toEqual({
    withKind: "PARTNER",
    withWhom: "De gemeente",
    heldOn: "2026-11-03",
    version: 1,
  });
  expect((await discuss({})).data.writeDiscussion.discussion.version).toBe(1);
  expect(
    (await discuss({ withWhom: "Het wijkteam", baseVersion: 1 })).data.writeDiscussion.discussion
      .version,
  ).toBe(2);
  expect(
    (await discuss({ withWhom: "Iemand anders", baseVersion: 1 })).data.writeDiscussion.current,
  ).toEqual({
    withWhom: "Het wijkteam",
    version: 2,
  });
  await remove(true);
  expect(await discussed()).toEqual([]);
  expect((await discuss({ withWhom: "Te laat", baseVersion: 2 })).data.writeDiscussion).toEqual({
    current: null,
  });
  await remove(false);
  expect(await discussed()).toEqual([{ withWhom: "Het wijkteam", heldOn: "2026-11-03" }]);
});

test("whom a norm was discussed with is said, in one line, of a norm", async () => {
  const blank = await discuss({ withWhom: "  " });
  expect(blank.errors[0]?.extensions).toMatchObject({
    code: "INVALID_INPUT",
    issues: [{ path: "withWhom" }],
  });
  expect((await discuss({ norm: "4.1" })).code).toBe("NOT_FOUND");
  expect(await discussed()).toEqual([]);
});

const stateOf = async (part: string) => {
  const { data } = await server.ask(
    server.as(noor),
    `{ work(organisationId: "${library.id}", norm: "4") { part state } }`,
  );
  return data.work.find((one: { part: string }) => one.part === part)?.state;
};
const told = () =>
  world.rows<{ what: string; part: string; person_id: string }>(
    "select what, part, person_id from toetssteen.activity where organisation_id = $1 order by at",
    [library.id],
  );

test("a plan and a conversation begin the work on their part, and are told of by who did it", async () => {
  expect(await stateOf("4.1")).toBe("TO_DO");
  await set({ dueOn: "2027-03-01" });
  await set({ dueOn: "2027-03-01" });
  expect(await stateOf("4.1")).toBe("IN_PROGRESS");
  expect(await stateOf("4")).toBe("TO_DO");
  await discuss({});
  await discuss({});
  expect(await stateOf("4")).toBe("IN_PROGRESS");
  expect(await told()).toEqual([
    { what: "planned", part: "4.1", person_id: noor.id },
    { what: "discussed", part: "4", person_id: noor.id },
  ]);
});

test("who carries out a plan stays on it after leaving, while its day is changed", async () => {
  const sanne = await world.member(library, "colleague");
  await set({ ownerId: sanne.id });
  await world.rows("update toetssteen.membership set ended_at = now() where person_id = $1", [
    sanne.id,
  ]);
  const later = await set({ ownerId: sanne.id, dueOn: "2027-03-01", baseVersion: 1 });
  expect(later.data.setPlan.plan).toMatchObject({ owner: { name: sanne.name }, version: 2 });
  // On another plan they are new, and the refusal says that they left.
  const { errors } = await set({ part: "4.2", ownerId: sanne.id });
  expect(errors[0]?.extensions).toMatchObject({
    code: "INVALID_INPUT",
    issues: [{ path: "ownerId", left: sanne.name }],
  });
});
