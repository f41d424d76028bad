import { expect, test } from "vitest";
import { whatOpens } from "./what-opens.ts";

const nowhere = {
  kind: "ORGANISATION",
  library: false,
  supportOrganisation: false,
  certificationBody: false,
} as const;

function opened(hat: Parameters<typeof whatOpens>[0]): string[] {
  return Object.entries(whatOpens(hat)).flatMap(([name, isOpen]) => (isOpen ? [name] : []));
}

test("a coordinator of a library opens everything of the library", () => {
  expect(opened({ ...nowhere, library: true, roles: ["QUALITY_COORDINATOR"] })).toEqual([
    "selfEvaluation",
    "evidence",
    "addEvidence",
    "profile",
    "oversight",
    "accessLog",
    "submit",
  ]);
});

test("a colleague does not hand in, and is not shown who looked", () => {
  const hat = { ...nowhere, library: true, roles: ["COLLEAGUE"] } as const;
  expect(whatOpens(hat)).toMatchObject({
    selfEvaluation: true,
    addEvidence: true,
    submit: false,
    accessLog: false,
  });
});

test("a director sees who looked, and leaves handing in to the coordinator", () => {
  const hat = { ...nowhere, library: true, roles: ["DIRECTOR"] } as const;
  expect(whatOpens(hat)).toMatchObject({
    accessLog: true,
    evidence: true,
    addEvidence: false,
    submit: false,
  });
});

test("an adviser opens the members of the support organisation and nothing of a library", () => {
  expect(
    opened({ ...nowhere, supportOrganisation: true, roles: ["ADMINISTRATOR", "ADVISER"] }),
  ).toEqual(["overseen"]);
});

test("an organisation that is library and support organisation opens both to who has both roles", () => {
  const both = { ...nowhere, library: true, supportOrganisation: true } as const;
  expect(opened({ ...both, roles: ["ADVISER"] })).toEqual(["overseen"]);
  expect(opened({ ...both, roles: ["ADVISER", "READER"] })).toEqual([
    "selfEvaluation",
    "evidence",
    "profile",
    "oversight",
    "overseen",
  ]);
});

test("the office plans, and an auditor is told of mandates", () => {
  const body = { ...nowhere, certificationBody: true } as const;
  expect(opened({ ...body, roles: ["OFFICE"] })).toEqual(["planning"]);
  expect(opened({ ...body, roles: ["AUDITOR"] })).toEqual(["mandates"]);
});

test("a mandate opens its submission and no page of an organisation", () => {
  expect(opened({ ...nowhere, kind: "MANDATE", roles: ["AUDITOR"] })).toEqual([]);
});
