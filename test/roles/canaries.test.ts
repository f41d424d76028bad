import { describe, expect, test } from "vitest";
import { operationsOf, variablesFor } from "../support/operations.ts";
import { isWhole } from "../support/tenth.ts";
import { isAsked } from "./asked-whole.ts";
import { schema, waysFor } from "./by-the-table.ts";
import { openFixture } from "./fixture.ts";
import { inputsFor } from "./mutation-inputs.ts";
import { canariesIn, plantCanaries } from "./plant-canaries.ts";
import { everyRight, ownLibrary } from "./right-by-field.table.ts";
import { reaches } from "./right-by-text.table.ts";

/** In every column of the library that takes text stands which column it is; then everybody outside asks all they may. */
const fixture = await openFixture();
const inputs = inputsFor(fixture);
const planted = await plantCanaries(fixture.world, fixture.library.id, "library");

/** What its own people get, asked before anybody from outside fills the access log. */
const toItsOwn = await fixture.server.ask(
  fixture.personas.administrator.caller,
  `query ($id: ID!) { selfEvaluation(organisationId: $id) { norms { indicators { answer { explanation } } } }
     members(organisationId: $id) { memberships { name } invitations { email } }
     accessLog(organisationId: $id) { entries { readerName } } }`,
  { id: fixture.library.id },
);

const outside = everyRight.filter((right) => !ownLibrary.some((own) => own === right));

test("every text of the library can be recognised", () => {
  expect(planted).toEqual(
    expect.arrayContaining([
      "access_log.reader_name",
      "activity.changes",
      "activity.what",
      "answer_history.explanation",
      "evidence.personal_data_note",
      "evidence.title",
      "evidence_file.name",
      "evidence_use.page",
      "indicator_answer.explanation",
      "invitation.email",
      "invitation.name",
      "membership.name",
      "organisation.name",
      "submission.document",
      "submission_notice.library_name",
    ]),
  );
});

describe.each(outside.map((right) => ({ right })))("to: $right", ({ right }) => {
  test("goes out no text of the library but what the table allows", async () => {
    const { caller } = fixture.personas[right];
    const seen = new Set<string>();
    const look = (text: string) => {
      for (const { column } of canariesIn(text)) seen.add(column);
    };
    for (const document of waysFor(right)) {
      if (!document.path[0]?.startsWith("Query.")) continue;
      if (!isAsked(right, [...document.path, ...document.below])) continue;
      const variables: Record<string, unknown> = {};
      for (const name of document.takes)
        variables[name] = name === "token" ? "unknown" : await inputs(right, document.path, name);
      look((await fixture.server.ask(caller, document.text, variables)).text);
    }
    for (const operation of operationsOf(schema)) {
      const about = (id: string) =>
        variablesFor(operation, ({ path }) =>
          path.at(-1) === "organisationId" ? id : fixture.ids.submission,
        );
      for (const id of [fixture.library.id, fixture.personas[right].about.organisation.id])
        look((await fixture.server.ask(caller, operation.document, about(id))).text);
    }
    const allowed = reaches[right] ?? [];
    expect([...seen].filter((column) => !allowed.includes(column))).toEqual([]);
    if (isWhole) expect([...seen].toSorted()).toEqual(allowed);
  });
});

test("and to its own people the same documents bring them", () => {
  for (const text of [
    "indicator_answer.explanation",
    "membership.name",
    "invitation.email",
    "access_log.reader_name",
  ])
    expect(toItsOwn.text).toContain(`kanarie-library-${text}`);
});
