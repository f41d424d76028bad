import { describe, expect, test } from "vitest";
import { lateParts, nextStep, type NextStep, type Situation, type StepPart } from "./next-step.ts";

/** The table is written by hand: who somebody is and what is known, and what they should do next. */
const noor = { personId: "noor", name: "Noor" };
const sanne = { personId: "sanne", name: "Sanne" };
const today = "2026-11-30";

function part(code: string, rest: Partial<StepPart> = {}): StepPart {
  const [norm = ""] = code.split(".");
  const kind = code === norm ? "norm" : code.includes("V") ? "question" : "indicator";
  const nothing = { state: "TO_DO", dueOn: null, assignee: null, mayWrite: true } as const;
  return { part: code, kind, norm, ...nothing, isAnswered: kind !== "indicator", ...rest };
}

const done = { state: "DONE", isAnswered: true } as const;
/** Two norms, of which the first has no indicators; in work, and with more than one person. */
const untouched = ["1", "1.V1", "2", "2.1", "2.V1"].map((code) => part(code));
const changed = (...rows: readonly StepPart[]) =>
  untouched.map((one) => rows.find((row) => row.part === one.part) ?? one);
const allDone = untouched.map((one) => ({ ...one, ...done, assignee: sanne }));
const allDoneBut = (...rows: readonly StepPart[]) =>
  allDone.map((one) => rows.find((row) => row.part === one.part) ?? one);

function as(who: "coordinator" | "colleague" | "reader", rest: Partial<Situation>): Situation {
  return {
    personId: "noor",
    today,
    mayWrite: who !== "reader",
    mayDivide: who === "coordinator",
    maySubmit: who === "coordinator",
    parts: untouched,
    plans: [],
    threads: [],
    submissions: [],
    beginning: { ambitions: true, profileChanged: true, colleagues: true },
    ...rest,
  };
}

const thread = { id: "t", part: "2.1", norm: "2", from: "Sanne", waitsForMe: true };
const nothingYet = { ambitions: false, profileChanged: false, colleagues: false };
const submitted = (norm: string, isChanged: boolean | null) => ({
  norm,
  submittedAt: "2026-11-01T10:00:00Z",
  isChanged,
});
const bothIn = [submitted("1", false), submitted("2", false)];

/** A step as `kind what`. */
function said(step: NextStep): string {
  switch (step.kind) {
    case "reply":
    case "close":
      return `${step.kind} ${step.thread.part}`;
    case "plan":
      return `plan ${step.plan.part}`;
    case "divide":
      return `divide ${step.count} of ${step.norm ?? "all"}`;
    case "submit":
    case "submit-again":
      return `${step.kind} ${step.submitted.norm}`;
    case "ask":
    case "wait":
      return `${step.kind} ${step.assignee.name} ${step.part.part}`;
    case "nothing":
      return `nothing, ${step.because}`;
    case "profile":
    case "ambitions":
    case "invite":
      return step.kind;
    default:
      return `${step.kind} ${step.part.part}`;
  }
}

describe("a library that begins", () => {
  test.each<[string, Partial<Situation>, string]>([
    ["looks at its profile", { beginning: nothingYet }, "profile"],
    ["writes its ambitions", { beginning: { ...nothingYet, profileChanged: true } }, "ambitions"],
    ["invites somebody", { beginning: { ...nothingYet, ambitions: true } }, "invite"],
    ["divides the work", {}, "divide 5 of all"],
  ])("%s", (_what, rest, step) => {
    expect(said(nextStep(as("coordinator", rest)))).toBe(step);
  });

  test("says the same on the page of a norm", () => {
    expect(said(nextStep(as("coordinator", { beginning: nothingYet }), "2"))).toBe("profile");
  });

  test("asks nothing of who only writes or reads", () => {
    expect(said(nextStep(as("colleague", { beginning: nothingYet })))).toBe("nothing, unassigned");
    expect(said(nextStep(as("reader", { beginning: nothingYet })))).toBe("nothing, reading");
  });
});

describe("the next step", () => {
  const dated = part("1.V1", { assignee: noor, dueOn: "2026-12-05" });
  const mine = part("2.1", { assignee: noor });
  const others = part("2.1", { assignee: sanne, dueOn: "2026-11-29" });
  test.each<[string, Situation, string]>([
    [
      "is an answer to who waits for one, before one's own work",
      as("colleague", { threads: [thread], parts: changed(dated) }),
      "reply 2.1",
    ],
    [
      "is nothing that waits for somebody else",
      as("colleague", { threads: [{ ...thread, waitsForMe: false }], parts: changed(dated) }),
      "begin 1.V1",
    ],
    [
      "is one's own work with the first date, in a norm without indicators too",
      as("colleague", { parts: changed(dated, mine) }),
      "begin 1.V1",
    ],
    [
      "is an answer where there is no ja or nee",
      as("colleague", { parts: changed(mine) }),
      "answer 2.1",
    ],
    [
      "is what was begun before what wasn't",
      as("colleague", {
        parts: changed(part("1.V1", { assignee: noor }), {
          ...mine,
          state: "IN_PROGRESS",
          isAnswered: true,
        }),
      }),
      "continue 2.1",
    ],
    [
      "is an answer that is called done and has no ja or nee",
      as("colleague", { parts: changed({ ...mine, state: "DONE" }) }),
      "answer 2.1",
    ],
    [
      "is what is in a norm that was given as a whole",
      as("colleague", { parts: changed(part("2", { assignee: noor, ...done })) }),
      "answer 2.1",
    ],
    [
      "is a plan of which the day comes before that of a task",
      as("colleague", {
        parts: changed(dated),
        plans: [{ part: "2", norm: "2", dueOn: "2026-12-01" }],
      }),
      "plan 2",
    ],
    [
      "is no plan of which the day is far",
      as("colleague", { plans: [{ part: "2", norm: "2", dueOn: "2027-12-01" }] }),
      "nothing, finished",
    ],
    [
      "is reading, for who divides the work, before dividing",
      as("coordinator", { parts: changed(part("1.V1", { state: "READY_TO_READ" })) }),
      "read 1.V1",
    ],
    [
      "is not reading for a colleague",
      as("colleague", { parts: changed(part("1.V1", { state: "READY_TO_READ" })) }),
      "nothing, unassigned",
    ],
    [
      "is dividing what nobody has",
      as("coordinator", { parts: changed(others) }),
      "divide 4 of all",
    ],
    [
      "is writing for who is alone and has nobody to divide with",
      as("coordinator", {
        parts: changed(part("1", done)),
        beginning: { ambitions: true, profileChanged: true, colleagues: false },
      }),
      "begin 1.V1",
    ],
    [
      "is asking who is late, for who divides the work",
      as("coordinator", { parts: allDoneBut(others), submissions: [submitted("1", false)] }),
      "ask Sanne 2.1",
    ],
    [
      "is waiting for who isn't late",
      as("coordinator", {
        parts: allDoneBut({ ...others, dueOn: "2026-12-20" }, part("1", { assignee: sanne })),
      }),
      "wait Sanne 2.1",
    ],
    [
      "is nothing for a colleague whose work is done or being read",
      as("colleague", {
        parts: changed(
          part("1", { ...done, assignee: noor }),
          part("1.V1", { state: "READY_TO_READ", assignee: noor }),
        ),
      }),
      "nothing, finished",
    ],
    ["is nothing for who reads along", as("reader", { parts: changed(dated) }), "nothing, reading"],
  ])("%s", (_what, situation, step) => {
    const asReader = situation.mayWrite
      ? situation
      : { ...situation, parts: situation.parts.map((one) => ({ ...one, mayWrite: false })) };
    expect(said(nextStep(asReader))).toBe(step);
  });
});

describe("submitting", () => {
  test.each<[string, Partial<Situation>, string]>([
    ["is asked for a norm of which all is done", { parts: allDone }, "submit 1"],
    [
      "is not asked while a question of it is open, though its indicators are done",
      { parts: allDoneBut(part("1", { assignee: sanne }), part("2.V1", { assignee: sanne })) },
      "wait Sanne 1",
    ],
    [
      "is not asked while something of it is to be read",
      { parts: allDoneBut(part("1", { state: "READY_TO_READ" })) },
      "read 1",
    ],
    [
      "waits for a conversation in it",
      {
        parts: allDone,
        threads: [{ ...thread, waitsForMe: false }],
        submissions: [submitted("1", false)],
      },
      "close 2.1",
    ],
    [
      "is asked of another norm than the one with a conversation",
      { parts: allDone, threads: [{ ...thread, waitsForMe: false }] },
      "submit 1",
    ],
    [
      "waits for the ambitions",
      { parts: allDone, beginning: { ambitions: false, profileChanged: true, colleagues: true } },
      "ambitions",
    ],
    [
      "is asked again of a norm that changed since",
      { parts: allDone, submissions: [submitted("1", true), submitted("2", false)] },
      "submit-again 1",
    ],
    [
      "is not asked again of what isn't known to have changed",
      { parts: allDone, submissions: [submitted("1", null), submitted("2", null)] },
      "nothing, submitted",
    ],
    [
      "is over when both norms are in",
      { parts: allDone, submissions: bothIn },
      "nothing, submitted",
    ],
    [
      "of one norm doesn't end the work on the other",
      { parts: changed(part("1", done), part("1.V1", done)), submissions: [submitted("1", false)] },
      "divide 3 of all",
    ],
    [
      "of a norm as it stands asks for nothing more in it",
      { parts: changed(part("2.1", done)), submissions: bothIn },
      "nothing, submitted",
    ],
  ])("%s", (_what, rest, step) => {
    expect(said(nextStep(as("coordinator", rest)))).toBe(step);
  });

  test("is never asked of a colleague", () => {
    expect(said(nextStep(as("colleague", { parts: allDone })))).toBe("nothing, unassigned");
  });
});

describe("on the page of a norm, the next step", () => {
  const situation = as("coordinator", {
    threads: [thread],
    parts: changed(part("1.V1", { assignee: noor })),
  });
  test("is what is there", () => {
    expect(said(nextStep(situation, "1"))).toBe("begin 1.V1");
    expect(said(nextStep(situation, "2"))).toBe("reply 2.1");
    expect(said(nextStep({ ...situation, threads: [] }, "2"))).toBe("divide 3 of 2");
  });

  test("is what is elsewhere, where there is nothing", () => {
    const elsewhere = { ...situation, submissions: [submitted("1", false)], parts: untouched };
    expect(said(nextStep(elsewhere, "1"))).toBe("reply 2.1");
  });
});

test("what should have been ready is what has a day that passed, the oldest first", () => {
  const parts = changed(
    part("1", { dueOn: "2026-11-29", assignee: sanne }),
    part("1.V1", { dueOn: "2026-11-01" }),
    part("2", { dueOn: "2026-11-01", ...done }),
    part("2.1", { dueOn: "2026-11-02", state: "READY_TO_READ", isAnswered: true }),
    part("2.V1", { dueOn: today }),
  );
  const codes = (submissions: Situation["submissions"]) =>
    lateParts({ parts, submissions, today }).map((one) => one.part);
  expect(codes([])).toEqual(["1.V1", "1"]);
  expect(codes([submitted("1", false)])).toEqual([]);
});
