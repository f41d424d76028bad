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
    `mutation ($input: ${type}!) { ${field}(input: $input) { part state assignee { name } } }`,
    {
      input: { organisationId: library.id, cycleId: library.cycleId, ...input },
    },
  );
const assign = (by: Member, part: string, to: { id: string } | null) =>
  ask(by, "assign", "AssignInput", { part, assigneeId: to?.id ?? null });
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
  expect(data.assign).toEqual({ part: "4.2", state: "TO_DO", assignee: { name: sanne.name } });
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
