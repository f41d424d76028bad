import type { Kind } from "./kinds.ts";

export type Verb = "insert" | "update" | "delete";

/** One side from which a two-sided row is read and, by the verbs, written. */
export interface Side {
  /** Column with the organisation of this side. */
  readonly column: string;
  readonly kind: Kind;
  readonly verbs: readonly Verb[];
}

/**
 * How a relation is kept. Every table and view of every schema is on this list; `test/schema` compares it with the
 * catalogue, so that a table that somebody forgot turns a test red instead of standing open.
 */
export type Relation = {
  readonly schema: string;
  readonly name: string;
  /** Read by the definer functions that turn an actor into rights; the resolver role may select from it. */
  readonly resolves?: true;
  /** Read, and by the verbs written, by the definer functions of the registrar role; see `registrarFunctions`. */
  readonly registers?: readonly Verb[];
  /** Read, and by the verbs written, by the worker role: the queue, and what its jobs are about. */
  readonly works?: readonly Verb[];
  /** Statements of graphile-worker name it, for what we don't use: they need the grants, and there is no row to open. */
  readonly empty?: true;
} & (
  | {
      /**
       * Rows with an organisation that keeps them, the first of the sides; its column is the first of the primary key.
       * A tenant's row has one side, a two-sided row (an oversight, a mandate) a second.
       */
      readonly keeps: "tenant" | "two-sided";
      readonly sides: readonly [Side, ...Side[]];
      /** Rows of this kind may also be opened one by one: a right's `subject_id` is then this column's value. */
      readonly oneByOne?: string;
      /** Further rows that everybody may read, as an SQL condition. */
      readonly alsoReadable?: string;
      /** What an insert must also satisfy, as an SQL condition in place of the right to write. */
      readonly insertedBy?: string;
    }
  | { readonly keeps: "readable by all" }
  | { readonly keeps: "closed" }
);

const schema = "toetssteen";

type More = Partial<
  Omit<Extract<Relation, { keeps: "tenant" | "two-sided" }>, "schema" | "name" | "keeps" | "sides">
> & { column?: string };

function tenant(name: string, kind: Kind, verbs: readonly Verb[], more: More = {}): Relation {
  const { column = "organisation_id", ...rest } = more;
  return { schema, name, keeps: "tenant", sides: [{ column, kind, verbs }], ...rest };
}

function twoSided(
  name: string,
  controller: Omit<Side, "column">,
  subject: Omit<Side, "column">,
  more: More = {},
): Relation {
  const sides = [
    { column: "organisation_id", ...controller },
    { column: "subject_organisation_id", ...subject },
  ] as const;
  return { schema, name, keeps: "two-sided", sides, ...more };
}

function closed(inSchema: string, names: readonly string[]): Relation[] {
  return names.map((name) => ({ schema: inSchema, name, keeps: "closed" }));
}

export const relations: readonly Relation[] = [
  tenant("organisation", "organisation", ["update"], {
    column: "id",
    resolves: true,
    registers: [],
    // Libraries must be able to find whom they can let look, and to whom they submit.
    alsoReadable: "id in (select organisation_id from toetssteen.appointment)",
  }),
  { schema, name: "appointment", keeps: "readable by all", resolves: true },
  // Nobody becomes a member but by accepting an invitation, or through an operator.
  tenant("membership", "members", ["update"], {
    resolves: true,
    registers: ["insert", "update"],
  }),
  tenant("invitation", "members", ["insert", "update"], { resolves: true, registers: ["update"] }),
  tenant("library_profile", "profile", ["insert", "update"], { resolves: true }),
  tenant("cycle", "profile", ["insert", "update"], { registers: [] }),
  tenant("indicator_answer", "answers", ["insert", "update"]),
  tenant("answer_history", "answers", ["insert", "update"]),
  tenant("passage", "answers", ["insert", "update"]),
  tenant("passage_history", "answers", ["insert", "update"]),
  tenant("plan", "answers", ["insert", "update"]),
  tenant("discussion", "answers", ["insert", "update"]),
  tenant("comment", "comments", ["insert", "update"]),
  tenant("evidence", "documents", ["insert", "update"], { registers: ["update"] }),
  tenant("evidence_file", "documents", ["insert", "update"], { registers: ["update", "delete"] }),
  tenant("evidence_use", "documents", ["insert", "update"]),
  tenant("progress", "progress", ["insert", "update"]),
  tenant("activity", "activity", ["insert"], { registers: ["insert"] }),
  twoSided(
    "oversight",
    { kind: "oversight", verbs: ["insert", "update"] },
    { kind: "overseen", verbs: [] },
    { resolves: true, registers: ["update"] },
  ),
  tenant("submission", "submission", ["insert"], { oneByOne: "id" }),
  tenant("submission_file", "submission", ["insert"], { oneByOne: "submission_id" }),
  twoSided(
    "submission_notice",
    { kind: "planning", verbs: [] },
    { kind: "submission", verbs: ["insert"] },
    { resolves: true, registers: [] },
  ),
  twoSided(
    "mandate",
    { kind: "planning", verbs: ["insert", "update"] },
    { kind: "submission", verbs: [] },
    { resolves: true },
  ),
  tenant("access_log", "log", ["insert"], {
    resolves: true,
    works: [],
    // Whoever reads from outside may write down that they do: as themselves, now, by a right that they have, and in
    // words of ours. A key allows one line for each right in a transaction.
    insertedBy: `at = now() and reader_id = tenancy.person()
      and (reader_organisation_id, reader_organisation_name, reader_name) in
        (select r.organisation_id, r.organisation_name, r.person_name from tenancy.reader() r)
      and organisation_id <> reader_organisation_id
      and opened ~ '^(|file:[0-9a-f-]{36}|[A-Za-z]{1,40}(, [A-Za-z]{1,40}){0,59})$'
      and (organisation_id, via, right_id) in (select r.organisation_id, r.via, r.right_id from tenancy.rights() r)`,
  }),
  { schema, name: "published_edition", keeps: "readable by all", registers: [] },
  { schema, name: "access_log_link", keeps: "closed", works: ["insert"] },
  { schema, name: "published_wording", keeps: "closed", registers: [] },
  {
    schema: "tenancy",
    name: "mail_count",
    keeps: "closed",
    registers: ["insert", "update", "delete"],
  },
  { schema: "tenancy", name: "mail_limit", keeps: "closed", registers: [] },
  ...closed("tenancy", ["applied_migration", "applied_policies", "operator_log"]),
  { schema: "tenancy", name: "installation", keeps: "closed", registers: ["update"] },
  ...closed("tenancy", ["release_function", "put_in_place"]),
  { schema: "tenancy", name: "release", keeps: "readable by all" },
  // graphile-worker's own; a new release of it may bring others.
  {
    schema: "graphile_worker",
    name: "_private_jobs",
    keeps: "closed",
    registers: ["insert", "update"],
    works: ["update", "delete"],
  },
  {
    schema: "graphile_worker",
    name: "_private_job_queues",
    keeps: "closed",
    registers: ["insert"],
    works: ["update"],
    empty: true,
  },
  {
    schema: "graphile_worker",
    name: "_private_tasks",
    keeps: "closed",
    registers: ["insert"],
    works: ["insert"],
  },
  { schema: "graphile_worker", name: "migrations", keeps: "closed", works: [] },
  // Asked for at every start, also without periodic tasks.
  {
    schema: "graphile_worker",
    name: "_private_known_crontabs",
    keeps: "closed",
    works: [],
    empty: true,
  },
  ...closed("graphile_worker", ["jobs"]),
  ...closed("identity", [
    "user",
    "session",
    "account",
    "verification",
    "throttle",
    "twoFactor",
    "migration",
  ]),
];
