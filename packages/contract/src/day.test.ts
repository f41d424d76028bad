import { expect, test } from "vitest";
import { writeEvidenceInput } from "./evidence.ts";
import { setPlanInput, writeDiscussionInput } from "./passage.ts";
import { assignInput } from "./work.ts";

const id = "0199a000-0000-7000-8000-000000000001";
const part = { organisationId: id, cycleId: id, part: "4.1", baseVersion: 0 };
const evidence = {
  organisationId: id,
  id,
  kind: "files",
  title: "Beleidsplan",
  url: null,
  aboutFrom: null,
  aboutTo: null,
  sharing: "internal",
  personalDataNote: "",
  baseVersion: 0,
};

/** Every day that a page sends, alone in an input that is right but for it. */
const days = [
  ["dueOn", (dueOn: string) => setPlanInput.safeParse({ ...part, ownerId: null, dueOn })],
  ["dueOn", (dueOn: string) => assignInput.safeParse({ ...part, assigneeId: null, dueOn })],
  [
    "heldOn",
    (heldOn: string) =>
      writeDiscussionInput.safeParse({
        ...part,
        id,
        norm: "4",
        withKind: "partner",
        withWhom: "De gemeente",
        heldOn,
      }),
  ],
  ["aboutFrom", (aboutFrom: string) => writeEvidenceInput.safeParse({ ...evidence, aboutFrom })],
  ["aboutTo", (aboutTo: string) => writeEvidenceInput.safeParse({ ...evidence, aboutTo })],
] as const;

test.each(days)("a day lies from 2000 through 2099 and exists: %s", (field, parse) => {
  for (const right of ["2000-01-01", "2028-02-29", "2099-12-31"])
    expect(parse(right).error?.issues ?? []).toEqual([]);
  for (const [wrong, says] of [
    ["0026-01-01", "van 2000-01-01 tot en met 2099-12-31"],
    ["1999-12-31", "van 2000-01-01 tot en met 2099-12-31"],
    ["2100-01-01", "van 2000-01-01 tot en met 2099-12-31"],
    ["9999-12-31", "van 2000-01-01 tot en met 2099-12-31"],
    ["2027-02-29", "zoals 2027-03-01"],
    ["1 maart", "zoals 2027-03-01"],
  ] as const)
    expect(parse(wrong).error?.issues).toMatchObject([
      { path: [field], message: expect.stringContaining(says) },
    ]);
});
