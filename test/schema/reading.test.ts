import { getNamedType, isObjectType, type GraphQLObjectType } from "graphql";
import { describe, expect, test } from "vitest";
import { pageDocument, selectedFields, servedSchema } from "../support/fake-answer.ts";

/** Pages that show what a library wrote must ask for all of it; what they don't ask for, nobody can read there. */
const schema = servedSchema();

function fieldsBelow(type: GraphQLObjectType, seen = new Set<string>()): Set<string> {
  for (const field of Object.values(type.getFields())) {
    if (seen.has(`${type.name}.${field.name}`)) continue;
    seen.add(`${type.name}.${field.name}`);
    const next = getNamedType(field.type);
    if (isObjectType(next)) fieldsBelow(next, seen);
  }
  return seen;
}

describe.each([["SelfEvaluationReading"], ["Submission"]])("the page that asks %s", (operation) => {
  test("asks for every field of what a library wrote", () => {
    const all = fieldsBelow(schema.getType("Reading") as GraphQLObjectType);
    const selected = selectedFields(schema, pageDocument(operation));
    expect([...all].filter((field) => !selected.has(field))).toEqual([]);
  });
});
