import { createHash } from "node:crypto";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { listedFunctions } from "@toetssteen/server/migrating/put-functions";
import { functionsScript } from "@toetssteen/server/migrating/functions";
import { protectionByTable } from "@toetssteen/server/rights/policies";
import { printType } from "graphql";
import { objectTypes } from "../support/field-documents.ts";
import { isInTenth, isWhole } from "../support/tenth.ts";
import { schema } from "./by-the-table.ts";
import { table } from "./right-by-field.table.ts";

/** What stood when every way was asked last: of each type a digest, and one of all that the database decides. */
const file = join(import.meta.dirname, "asked-whole.json");
const before = JSON.parse(readFileSync(file, "utf8")) as Readonly<Record<string, string>>;

const digest = (of: unknown) =>
  createHash("sha256").update(JSON.stringify(of)).digest("base64url").slice(0, 16);

const now: Readonly<Record<string, string>> = {
  database: digest([functionsScript(), listedFunctions, [...protectionByTable()]]),
  ...Object.fromEntries(
    objectTypes(schema).map((type) => [
      type.name,
      digest([printType(type), table.filter((row) => row.type === type.name)]),
    ]),
  ),
};
const has = (name: string) => !isWhole && before[name] === now[name];

/** Whether a type, or what the database decides, is another than when every way was asked last. */
export const changed = (type: string) => !has("database") || !has(type);

/** Whether a way is asked today: always where something on it changed, and else one day in ten. */
export function isAsked(right: string, fields: readonly string[]): boolean {
  const types = new Set(fields.map((field) => field.split(".")[0] ?? ""));
  return [...types].some(changed) || isInTenth([right, ...fields].join(" > "));
}

/** To be called once every way was asked and answered as it should be. */
export function keepAsked(): void {
  writeFileSync(file, `${JSON.stringify(now, null, 2)}\n`);
}
