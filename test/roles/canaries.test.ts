import { describe, expect, test } from "vitest";
import { operationsOf, variablesFor } from "../support/operations.ts";
import type { World } from "../support/scenario.ts";
import { schema, waysFor } from "./by-the-table.ts";
import { openHouse } from "./house.ts";
import { inputsFor } from "./mutation-inputs.ts";
import { everyRight, ownLibrary, type Right } from "./right-by-field.table.ts";

/** In every column of the library that takes text stands which column it is; then everybody outside asks all they may. */
const house = await openHouse();
const inputs = inputsFor(house);
const planted = await plant(house.world, house.library.id);

/** What its own people get, asked before anybody from outside fills the access log. */
const toItsOwn = await house.server.ask(
  house.standings.administrator.caller,
  `query ($id: ID!) { selfEvaluation(organisationId: $id) { norms { indicators { answer { explanation } } } }
     members(organisationId: $id) { memberships { name } invitations { email } }
     accessLog(organisationId: $id) { entries { readerName } } }`,
  { id: house.library.id },
);

/** What of the library's texts reaches whom: names, and to the auditor the document that was submitted. */
const reaches: Partial<Record<Right, readonly string[]>> = {
  adviser: ["organisation.name"],
  office: ["submission_notice.library_name", "submission_notice.norm"],
  auditor: ["organisation.name"],
  "auditor who names the library under the hat of the certification body": ["organisation.name"],
  "auditor within the mandate": ["organisation.name", "submission.document", "submission.norm"],
  "auditor before the mandate": ["organisation.name"],
};

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
    const { caller } = house.standings[right];
    const seen = new Set<string>();
    const look = (text: string) => {
      for (const [found = ""] of text.matchAll(/(?<=kanarie:)[a-z_]+\.[a-z_]+/g)) seen.add(found);
    };
    for (const document of waysFor(right)) {
      if (!document.path[0]?.startsWith("Query.")) continue;
      const variables: Record<string, unknown> = {};
      for (const name of document.takes)
        variables[name] = name === "token" ? "unknown" : await inputs(right, document.path, name);
      look((await house.server.ask(caller, document.text, variables)).text);
    }
    for (const operation of operationsOf(schema)) {
      const about = (id: string) =>
        variablesFor(operation, ({ path }) =>
          path.at(-1) === "organisationId" ? id : house.ids.submission,
        );
      for (const id of [house.library.id, house.standings[right].about.organisation.id])
        look((await house.server.ask(caller, operation.document, about(id))).text);
    }
    expect([...seen].toSorted()).toEqual(reaches[right] ?? []);
  });
});

test("and to its own people the same documents bring them", () => {
  for (const text of [
    "indicator_answer.explanation",
    "membership.name",
    "invitation.email",
    "access_log.reader_name",
  ])
    expect(toItsOwn.text).toContain(`kanarie:${text}`);
});

/** @returns the columns that could be written, as `table.column` */
async function plant(world: World, libraryId: string): Promise<string[]> {
  const columns = await world.rows<{ table: string; column: string; type: string; of: string }>(
    `select c.relname as table, a.attname as column, format_type(a.atttypid, null) as type,
       case when c.relname = 'organisation' then 'id'
         when c.relname in ('submission_notice', 'mandate') then 'subject_organisation_id' else 'organisation_id' end as of
     from pg_attribute a join pg_class c on c.oid = a.attrelid
     where c.relnamespace = 'toetssteen'::regnamespace and c.relkind = 'r' and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
       and format_type(a.atttypid, null) in ('text', 'jsonb')
       and (c.relname = 'organisation' or exists (select from pg_attribute o where o.attrelid = c.oid and o.attname = 'organisation_id'))
       and not exists (select from pg_constraint k where k.conrelid = c.oid and k.contype in ('p', 'f') and a.attnum = any (k.conkey))`,
  );
  const done: string[] = [];
  for (const { table, column, type, of } of columns) {
    const name = `${table}.${column}`;
    const values: Record<string, string> = {
      "submission.document": `replace(document, 'Toelichting', 'kanarie:${name}')`,
      "invitation.email": `'kanarie:${name}' || id`,
      "oversight.library_name": "library_name",
    };
    const plain =
      type === "jsonb"
        ? `'[{"field": "kanarie:${name}", "from": "kanarie:${name}", "to": "kanarie:${name}"}]'`
        : `'kanarie:${name}'`;
    const written = await world
      .rows(
        `update toetssteen.${table} set "${column}" = ${values[name] ?? plain} where "${of}" = $1 returning 1`,
        [libraryId],
      )
      .catch((error: { code?: string }) => {
        // A check: such a column takes no text of somebody's own.
        if (error.code === "23514") return [];
        throw error;
      });
    if (written.length > 0) done.push(name);
  }
  return done.toSorted();
}
