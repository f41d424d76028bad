import { writeFile } from "node:fs/promises";
import { lexicographicSortSchema, printSchema } from "graphql";
import { createSchema } from "./schema.ts";

/** The text of `server/schema.graphql`. */
export function schemaText(): string {
  return `${printSchema(lexicographicSortSchema(createSchema()))}\n`;
}

if (process.argv[1] === import.meta.filename) {
  await writeFile(new URL("../../schema.graphql", import.meta.url), schemaText());
}
