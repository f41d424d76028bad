import type { Kind } from "./kinds.ts";

type Verb = "insert" | "update" | "delete";

/**
 * How a relation is kept. Every table and view of every schema is on this list; `relations.db.test.ts` compares it
 * with the catalogue, so that a table that somebody forgot turns a test red instead of standing open.
 */
export type Relation = {
  readonly schema: string;
  readonly name: string;
  /** Read by `tenancy.rights()` itself; the resolver role may select from it. */
  readonly resolves?: true;
} & (
  | {
      /** Rows of one organisation. `column` names the organisation; it is the first column of the primary key. */
      readonly keeps: "tenant";
      readonly column: string;
      readonly kind: Kind;
      readonly verbs: readonly Verb[];
    }
  | { readonly keeps: "readable by all" }
  | { readonly keeps: "closed" }
);

const schema = "toetssteen";

function tenant(name: string, kind: Kind, verbs: readonly Verb[], more: { column?: string; resolves?: true } = {}): Relation {
  const { column = "organisation_id", ...rest } = more;
  return { schema, name, keeps: "tenant", column, kind, verbs, ...rest };
}

function closed(inSchema: string, names: readonly string[]): Relation[] {
  return names.map((name) => ({ schema: inSchema, name, keeps: "closed" }));
}

export const relations: readonly Relation[] = [
  tenant("organisation", "organisation", ["update"], { column: "id", resolves: true }),
  tenant("membership", "members", ["insert", "update"], { resolves: true }),
  tenant("library_profile", "profile", ["insert", "update"]),
  tenant("cycle", "profile", ["insert", "update"]),
  tenant("indicator_answer", "answers", ["insert", "update"]),
  tenant("answer_history", "answers", ["insert", "update"]),
  tenant("progress", "progress", ["insert", "update"]),
  tenant("activity", "activity", ["insert"]),
  { schema, name: "published_edition", keeps: "readable by all" },
  ...closed("tenancy", ["applied_migration", "applied_policies"]),
  ...closed("identity", ["user", "session", "account", "verification", "throttle", "migration"]),
];
