import { relations, type Relation } from "./relations.ts";

const app = "toetssteen_app";
const owner = "toetssteen_owner";
const resolver = "toetssteen_resolver";

/** `schema."name"`, quoted because identity's tables have capitals. */
export function qualified(relation: Pick<Relation, "schema" | "name">): string {
  return `${relation.schema}."${relation.name}"`;
}

/** The grants and policies of one relation, in the order in which they are created. */
export function protection(relation: Relation): string[] {
  const table = qualified(relation);
  const statements = relation.schema === "identity" ? [] : [`alter table ${table} owner to ${owner}`];
  if (relation.resolves) statements.push(`grant select on ${table} to ${resolver}`);
  switch (relation.keeps) {
    case "closed":
      return statements;
    case "readable by all":
      return [...statements, `grant select on ${table} to ${app}`];
    case "tenant": {
      const reads = `${relation.column} in (select tenancy.reads('${relation.kind}'))`;
      const writes = `${relation.column} in (select tenancy.writes('${relation.kind}'))`;
      const policy = (name: string, text: string) => `create policy ${name} on ${table} ${text}`;
      statements.push(
        `alter table ${table} enable row level security`,
        `alter table ${table} force row level security`,
        `grant ${["select", ...relation.verbs].join(", ")} on ${table} to ${app}`,
        policy("owner_all", `to ${owner} using (true) with check (true)`),
        policy("app_select", `for select to ${app} using (${reads})`),
      );
      if (relation.resolves) statements.push(policy("resolver_select", `for select to ${resolver} using (true)`));
      for (const verb of relation.verbs) {
        const rule = { insert: `with check (${writes})`, update: `using (${writes}) with check (${writes})`, delete: `using (${writes})` }[verb];
        statements.push(policy(`app_${verb}`, `for ${verb} to ${app} ${rule}`));
      }
      return statements;
    }
  }
}

/** Takes away every policy, grant and function of ours, so that what follows is all there is. */
export function clearanceScript(): string {
  return `
    do $$
    declare r record;
    begin
      for r in select schemaname, tablename, policyname from pg_policies where schemaname in ('toetssteen', 'tenancy') loop
        execute format('drop policy %I on %I.%I', r.policyname, r.schemaname, r.tablename);
      end loop;
      for r in select p.oid::regprocedure as name from pg_proc p where p.pronamespace = 'tenancy'::regnamespace loop
        execute format('drop function %s', r.name);
      end loop;
    end $$;
    revoke all on all tables in schema toetssteen, tenancy from public, ${app}, ${resolver};
  `;
}

/** Grants and policies of every relation on the list. */
export function protectionScript(): string {
  return relations.flatMap(protection).map((statement) => `${statement};\n`).join("");
}
