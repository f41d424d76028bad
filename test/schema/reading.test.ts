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

/** Of a file, what is for whoever checks it: the list of files by which a submission is proved has its digest. */
const notRead = ["FileReading.mediaType"];

describe.each([
  ["SelfEvaluationReading", [...notRead, "FileReading.sha256"]],
  ["Submission", notRead],
])("the page that asks %s", (operation, except) => {
  test("asks for every field of what a library wrote", () => {
    const all = fieldsBelow(schema.getType("Reading") as GraphQLObjectType);
    const selected = selectedFields(schema, pageDocument(operation));
    expect([...all].filter((field) => !selected.has(field))).toEqual(except);
  });
});
