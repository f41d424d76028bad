import { describe, expect, test } from "vitest";
import { byState, nobody, shares, tasksOf } from "./tasks.ts";
import type { Task } from "./tasks.ts";

const noor = { personId: "noor", name: "Noor Dekker" };
const sanne = { personId: "sanne", name: "Sanne Vermeulen" };

function task(part: string, given: Partial<Task> = {}): Task {
  return {
    part,
    kind: "INDICATOR",
    norm: part.split(".")[0] ?? part,
    text: `Tekst van ${part}`,
    state: "TO_DO",
    dueOn: null,
    assignee: null,
    canAssign: false,
    canSetState: true,
    ...given,
  };
}

const parts = (tasks: readonly Task[]) => tasks.map(({ part }) => part);

describe("the tasks of somebody", () => {
  test("come the late ones first, but not what is being read or done", () => {
    const groups = byState(
      [
        task("4.1", { dueOn: "2027-01-07", state: "DONE" }),
        task("4.2", { dueOn: "2027-01-07", state: "READY_TO_READ" }),
        task("4.3", { dueOn: "2027-01-07", state: "IN_PROGRESS" }),
        task("4.4", { dueOn: "2027-01-08" }),
        task("5.V1", { dueOn: "2027-01-01" }),
      ],
      "2027-01-08",
    );
    expect(groups.map(({ state, tasks }) => [state, parts(tasks)])).toEqual([
      ["LATE", ["5.V1", "4.3"]],
      ["TO_DO", ["4.4"]],
      ["READY_TO_READ", ["4.2"]],
      ["DONE", ["4.1"]],
    ]);
  });

  test("come by how far they are, and what should be ready first comes first", () => {
    const groups = byState(
      [
        task("4.1", { state: "DONE" }),
        task("4.2"),
        task("4.3", { dueOn: "2027-02-01" }),
        task("4.4", { dueOn: "2027-01-08" }),
        task("5.V1", { state: "IN_PROGRESS" }),
        task("5.V2"),
      ],
      "2027-01-08",
    );
    expect(groups.map(({ state, tasks }) => [state, parts(tasks)])).toEqual([
      ["IN_PROGRESS", ["5.V1"]],
      ["TO_DO", ["4.4", "4.3", "4.2", "5.V2"]],
      ["DONE", ["4.1"]],
    ]);
  });

  test("are theirs alone, and so are those of nobody", () => {
    const tasks = [task("4.1", { assignee: noor }), task("4.2"), task("4.3", { assignee: sanne })];
    expect(parts(tasksOf(tasks, "sanne"))).toEqual(["4.3"]);
    expect(parts(tasksOf(tasks, nobody))).toEqual(["4.2"]);
  });

  test("are all that is given to nobody else in a norm that was given to them as a whole", () => {
    const norm = task("4", { kind: "NORM", norm: "4", assignee: noor });
    const tasks = [norm, task("4.1", { assignee: sanne }), task("4.2"), task("5.V1")];
    expect(parts(tasksOf(tasks, "noor"))).toEqual(["4", "4.2"]);
    expect(parts(tasksOf(tasks, nobody))).toEqual(["5.V1"]);
  });
});

test("who has what is by name, with what nobody has last, and a day that is over only while it isn't done", () => {
  const found = shares([
    task("4.1"),
    task("4.2", { assignee: sanne, state: "DONE", dueOn: "2026-10-01" }),
    task("4.3", { assignee: sanne, dueOn: "2027-01-08" }),
    task("4.4", { assignee: noor }),
  ]);
  expect(found.map(({ person, total, dueOn }) => [person?.name, total, dueOn])).toEqual([
    ["Noor Dekker", 1, null],
    ["Sanne Vermeulen", 2, "2027-01-08"],
    [undefined, 1, null],
  ]);
  expect(found[1]?.counts.filter(({ count }) => count > 0)).toEqual([
    { state: "TO_DO", count: 1 },
    { state: "DONE", count: 1 },
  ]);
});
