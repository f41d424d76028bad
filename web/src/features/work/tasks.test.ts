import { describe, expect, test } from "vitest";
import { nextTask } from "./next-task.ts";
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
  test("come by how far they are, and what should be ready first comes first", () => {
    const groups = byState([
      task("4.1", { state: "DONE" }),
      task("4.2"),
      task("4.3", { dueOn: "2027-02-01" }),
      task("4.4", { dueOn: "2027-01-08" }),
      task("5.V1", { state: "IN_PROGRESS" }),
      task("5.V2"),
    ]);
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

describe("the next thing to do", () => {
  const asked = { tasks: [], plans: [], questions: [], personId: "noor" };
  const mine = { assignee: noor };

  test("is what somebody waits for, before anything of one's own", () => {
    const question = { id: "1", part: "4.1", norm: "4", from: "Sanne Vermeulen" };
    expect(nextTask({ ...asked, tasks: [task("4.2", mine)], questions: [question] })).toEqual({
      kind: "reply",
      question,
    });
  });

  test("is what should be ready first, and else what is begun", () => {
    const begun = task("4.2", { ...mine, state: "IN_PROGRESS" });
    const due = task("4.3", { ...mine, dueOn: "2027-01-08" });
    expect(nextTask({ ...asked, tasks: [task("4.1", mine), begun, due] })).toEqual({
      kind: "begin",
      task: due,
    });
    expect(nextTask({ ...asked, tasks: [task("4.1", mine), begun] })).toEqual({
      kind: "continue",
      task: begun,
    });
  });

  test("is to read what is ready, and then to share out the rest, for whoever may", () => {
    const ready = task("4.2", { assignee: sanne, state: "READY_TO_READ" });
    const free = task("4.3");
    const tasks = [task("4.1", { ...mine, state: "DONE" }), ready, free];
    expect(nextTask({ ...asked, tasks })).toEqual({ kind: "rest" });
    const coordinating = tasks.map((one) => ({ ...one, canAssign: true }));
    expect(nextTask({ ...asked, tasks: coordinating })).toMatchObject({
      kind: "read",
      task: { part: "4.2" },
    });
    expect(nextTask({ ...asked, tasks: [{ ...free, canAssign: true }] })).toEqual({
      kind: "assign",
      count: 1,
    });
  });

  test("is nothing for whom nothing was given", () => {
    expect(nextTask({ ...asked, tasks: [task("4.1", { assignee: sanne })] })).toEqual({
      kind: "nothing",
    });
  });
});
