import { byTheTable, everyWay, named, schema } from "../../roles/by-the-table.ts";
import { outcomeOf } from "../../roles/outcome.ts";
import { everyRight, type Right } from "../../roles/right-by-field.table.ts";
import { objectTypes, type FieldDocument } from "../../support/field-documents.ts";
import { inParallel } from "../in-parallel.ts";
import type { Area, Range } from "../range.ts";

/**
 * Every field of the served schema, on every way that leads to it, asked by everybody. What each may see is the table of
 * right by field; whose texts come along is watched in every answer.
 */
export const fields: Area = {
  name: "fields",
  async run(range) {
    await tryNames(range);
    for (const root of ["Query", "Mutation"] as const)
      for (const right of everyRight) {
        const ways = everyWay(right).filter(({ path }) => path[0]?.startsWith(`${root}.`));
        const chosen = range.some(ways, root === "Query" ? 25 : 6);
        // What changes something is done one after the other, or each would find another version.
        await inParallel(chosen, root === "Query" ? 8 : 1, (way) => tryWay(range, right, way));
      }
  },
};

/** A field that the table doesn't name is open to nobody knows whom. */
async function tryNames({ tally }: Range): Promise<void> {
  const listed = new Set(named.map(([field]) => field));
  for (const type of objectTypes(schema))
    for (const field of Object.keys(type.getFields()))
      await tally.attempt("fields", `${type.name}.${field}`, async () =>
        listed.has(`${type.name}.${field}`)
          ? "allowed"
          : { unlike: "test/roles/right-by-field.table.ts doesn't say who may read it" },
      );
}

async function tryWay(range: Range, right: Right, way: FieldDocument): Promise<void> {
  const { fixture, inputs, tally } = range;
  const { caller, person } = fixture.personas[right];
  await tally.attempt("fields", `${right}: ${way.path.join(" > ")}`, async () => {
    const variables: Record<string, unknown> = {};
    for (const name of way.takes)
      variables[name] =
        // Whoever has the link reads what it opens; that is tried where nobody has it.
        way.path[0] === "Query.invitation" ? "unknown" : await inputs(right, way.path, name);
    const answer = await fixture.server.ask(caller, way.text, variables);
    const got = outcomeOf(person !== null, way, answer);
    const expected = byTheTable(right, [...way.path, ...way.below]);
    if (got !== expected && !(expected === "something" && got === "nothing"))
      return { unlike: `${expected} by the table, but ${got}` };
    return got === "something" ? "allowed" : "refused";
  });
}
