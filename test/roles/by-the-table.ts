import { createSchema } from "@toetssteen/server/register/schema";
import { fieldDocuments, type FieldDocument } from "../support/field-documents.ts";
import { table, type Right, type Row } from "./right-by-field.table.ts";

export const schema = createSchema();

/** Every field on every way to it, with what its ways need. */
export const documents = fieldDocuments(schema, {
  also: ["first", "part"],
  values: { code: '"4"' },
});

export const named = table.flatMap((row) =>
  row.fields.map((field): [string, Row] => [`${row.type}.${field}`, row]),
);
const rowOf = new Map(named);

export type Outcome = "something" | "nothing" | "refused";

/** What a document that selects these fields gets, as the table has it. */
export function byTheTable(right: Right, fields: readonly string[]): Outcome {
  const rows = fields.map((field) => rowOf.get(field));
  if (rows.every((row) => row?.gets.includes(right))) return "something";
  const asks = rows.every((row) => row?.gets.includes(right) || row?.getsNothing.includes(right));
  return asks ? "nothing" : "refused";
}

/** Each field by itself on every way; where the table closes one, also that field with all below it at once. */
export function everyWay(right: Right): FieldDocument[] {
  return documents.filter(
    ({ path, below }) => below.length === 0 || byTheTable(right, path) !== "something",
  );
}

/** The same, as far as the table opens a way. */
export function waysFor(right: Right): FieldDocument[] {
  return everyWay(right).filter(
    ({ path }) => path.length === 1 || byTheTable(right, path.slice(0, -1)) === "something",
  );
}
