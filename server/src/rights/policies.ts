import { relations, type Relation, type Verb } from "./relations.ts";

const app = "toetssteen_app";
const owner = "toetssteen_owner";
const resolver = "toetssteen_resolver";
const registrar = "toetssteen_registrar";
const worker = "toetssteen_worker";

/** `schema."name"`, quoted because identity's tables have capitals. */
export function qualified(relation: Pick<Relation, "schema" | "name">): string {
  return `${relation.schema}."${relation.name}"`;
}

/** The grants and policies of one relation, in the order in which they are created. */
export function protection(relation: Relation): string[] {
  const table = qualified(relation);
  const statements =
    relation.schema === "identity" ? [] : [`alter table ${table} owner to ${owner}`];
  if (relation.resolves) statements.push(`grant select on ${table} to ${resolver}`);
  if (relation.registers)
    statements.push(
      `grant ${["select", ...relation.registers].join(", ")} on ${table} to ${registrar}`,
    );
  if (relation.works)
    statements.push(`grant ${["select", ...relation.works].join(", ")} on ${table} to ${worker}`);
  if (relation.keeps === "closed") return [...statements, ...closedPolicies(relation)];
  if (relation.keeps === "readable by all")
    return [...statements, `grant select on ${table} to ${app}`];

  const verbs = [...new Set(relation.sides.flatMap((side) => side.verbs))];
  const policy = (name: string, text: string) => `create policy ${name} on ${table} ${text}`;
  statements.push(
    `alter table ${table} enable row level security`,
    `alter table ${table} force row level security`,
    `grant ${["select", ...verbs].join(", ")} on ${table} to ${app}`,
    policy("owner_all", `to ${owner} using (true) with check (true)`),
    policy("app_select", `for select to ${app} using (${readable(relation)})`),
  );
  if (relation.resolves)
    statements.push(policy("resolver_select", `for select to ${resolver} using (true)`));
  if (relation.registers)
    statements.push(policy("registrar_all", `to ${registrar} using (true) with check (true)`));
  if (relation.works)
    statements.push(policy("worker_all", `to ${worker} using (true) with check (true)`));
  for (const verb of verbs) {
    const rule =
      verb === "insert" && relation.insertedBy !== undefined
        ? relation.insertedBy
        : writable(relation, verb);
    const clauses = {
      insert: `with check (${rule})`,
      update: `using (${rule}) with check (${rule})`,
      delete: `using (${rule})`,
    };
    statements.push(policy(`app_${verb}`, `for ${verb} to ${app} ${clauses[verb]}`));
  }
  return statements;
}

/**
 * What the application doesn't reach and others do. graphile-worker puts row security on its tables and no policy, so
 * that only their owner would reach them; ours get the same.
 */
function closedPolicies(relation: Relation): string[] {
  const table = qualified(relation);
  const policies = [];
  if (relation.registers || relation.works)
    policies.push(`alter table ${table} enable row level security`);
  if (relation.empty) return policies;
  if (relation.registers)
    policies.push(
      `create policy registrar_all on ${table} to ${registrar} using (true) with check (true)`,
    );
  if (relation.works)
    policies.push(
      `create policy worker_all on ${table} to ${worker} using (true) with check (true)`,
    );
  return policies;
}

type Kept = Extract<Relation, { keeps: "tenant" | "two-sided" }>;

function readable(relation: Kept): string {
  const conditions = relation.sides.map(
    ({ column, kind }) => `${column} in (select tenancy.reads('${kind}'))`,
  );
  if (relation.oneByOne !== undefined) {
    const [{ column, kind }] = relation.sides;
    conditions.push(
      `(${column}, ${relation.oneByOne}) in (select * from tenancy.reads_one('${kind}'))`,
    );
  }
  if (relation.alsoReadable !== undefined) conditions.push(relation.alsoReadable);
  return conditions.join(" or ");
}

function writable(relation: Kept, verb: Verb): string {
  return relation.sides
    .filter((side) => side.verbs.includes(verb))
    .map(({ column, kind }) => `${column} in (select tenancy.writes('${kind}'))`)
    .join(" or ");
}

/** What a role of ours needs there besides what identity's own migrations give. */
const identityGrants: Readonly<Record<string, readonly string[]>> = {
  user: [
    `grant select (id, email, name), update (name, "updatedAt") on identity."user" to ${registrar}`,
    `grant references (id) on identity."user" to ${owner}`,
  ],
  session: [`grant select ("userId"), delete on identity.session to ${registrar}`],
};

/** Grants and policies of every relation on the list, by its name as `regclass` writes it. */
export function protectionByTable(): Map<string, string[]> {
  return new Map(
    relations.map((relation) => {
      const { schema, name } = relation;
      const more = schema === "identity" ? (identityGrants[name] ?? []) : [];
      const quoted = /^[a-z_]+$/.test(name) && name !== "user" ? name : `"${name}"`;
      return [`${schema}.${quoted}`, [...protection(relation), ...more]];
    }),
  );
}
