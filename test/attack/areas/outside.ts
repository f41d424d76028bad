import { randomUUID } from "node:crypto";
import { relations } from "@toetssteen/server/rights/relations";
import type { ScopeOptions } from "@toetssteen/server/tenancy/scope";
import type { Right } from "../../roles/right-by-field.table.ts";
import { ask } from "../../support/scenario.ts";
import type { Area, Range } from "../range.ts";
import type { Verdict } from "../tally.ts";

/**
 * Somebody who has a right from outside, and asks past it: by one statement of their own in a scope of their own
 * organisation, for every table, with the settings that would be needed; and under ids of another kind. What they read must
 * stand in the library's log, once, by who they are.
 */
export const outside: Area = {
  name: "outside",
  async run(range) {
    await unwritten(range);
    await otherKinds(range);
  },
};

const entitled = ["adviser", "auditor within the mandate"] as const satisfies readonly Right[];

async function linesOf({ fixture }: Range): Promise<number> {
  const rows = await fixture.world.rows<{ lines: number }>(
    "select count(*)::int as lines from toetssteen.access_log where organisation_id = $1",
    [fixture.library.id],
  );
  return rows[0]?.lines ?? 0;
}

async function unwritten(range: Range): Promise<void> {
  const { fixture, tally } = range;
  const { library, support, ids, personas, world } = fixture;
  const settings = [
    { "app.subject": library.id },
    { "app.subject": library.id, "app.hat": support.id },
    { "app.subject": library.id, "app.hat": "", "app.mandate": ids.mandate },
    { "app.subject": library.id, "app.hat": library.id },
  ];
  const tables = relations.flatMap(({ keeps, schema, name }) =>
    keeps === "tenant" || keeps === "two-sided" ? [`${schema}."${name}"`] : [],
  );
  for (const right of entitled) {
    const { person } = personas[right];
    if (!person) throw new Error(`${right} is nobody.`);
    const options = (access: ScopeOptions["access"]): ScopeOptions => ({
      principal: { kind: "session", token: person.token },
      hat: person.organisationId,
      subjects: [person.organisationId],
      access,
    });
    for (const table of range.some(tables, 6))
      for (const access of ["read", "write"] as const)
        for (const [place, set] of settings.entries())
          await tally.attempt(
            "outside",
            `${right} reads ${table} in a scope to ${access}, with setting ${place}`,
            async () => {
              const before = await linesOf(range);
              const rows = await ask<{ row: string }>(
                world.scopes,
                options(access),
                `with s as materialized (select ${Object.entries(set)
                  .map(([name, value]) => `set_config('${name}', '${value}', true)`)
                  .join(" || ")} as v)
                 select p.row from s cross join lateral (select t::text as row from ${table} t where s.v is not null) p`,
                [],
                true,
              );
              const theirs = rows.filter(({ row }) => row.includes("kanarie-library-"));
              if (theirs.length > 0 && (await linesOf(range)) === before)
                return { unlike: `${theirs.length} rows without a line in the log` };
              return "refused";
            },
          );
  }
}

/** A mandate under an id of another kind, and then what it opens to who gains by it. */
async function otherKinds(range: Range): Promise<void> {
  const { fixture, tally } = range;
  const { library, body, ids, personas, server, world } = fixture;
  const auditor = personas["auditor within the mandate"].person;
  const office = personas.office.caller;
  if (!auditor) throw new Error("The auditor is nobody.");
  const own = await world.library();
  await world.membership(auditor, own, ["reader"]);
  const give = (id: string) =>
    server.ask(
      office,
      "mutation ($input: GiveMandateInput!) { giveMandate(input: $input) { submissionId } }",
      {
        input: {
          organisationId: body.id,
          id,
          libraryId: library.id,
          submissionId: ids.submission,
          auditorId: auditor.id,
          opensAt: "2026-01-01T00:00:00Z",
          closesAt: "2099-01-01T00:00:00Z",
        },
      },
    );
  const reads = async (hat: string): Promise<boolean> =>
    (
      await server.ask(
        { cookie: server.cookie(auditor.token), hat },
        "query ($of: ID!) { submissions(organisationId: $of) { id } }",
        { of: library.id },
      )
    ).code === null;
  const kinds = {
    "their own library": own.id,
    "the library": library.id,
    "their body": body.id,
  };
  for (const [kind, id] of Object.entries(kinds))
    await tally.attempt("outside", `a mandate by the id of ${kind}`, async (): Promise<Verdict> => {
      const { code } = await give(id);
      if (code !== "ID_TAKEN") return { unlike: `it is given: ${code}` };
      return (await reads(id)) ? { unlike: "that id opens the library" } : "refused";
    });
  // As it may stand in a database from before.
  await world.rows("alter table toetssteen.mandate disable trigger keep_ids_apart");
  await give(own.id);
  await world.rows("alter table toetssteen.mandate enable trigger keep_ids_apart");
  for (const hat of [own.id, `organisation:${own.id}`])
    await tally.attempt(
      "outside",
      `an organisation as hat whose id a mandate has: ${hat}`,
      async () => ((await reads(hat)) ? { unlike: "the mandate is worn too" } : "refused"),
    );
  const right = randomUUID();
  await give(right);
  await tally.attempt(
    "outside",
    "a mandate by its own id, and one line of one reader",
    async () => {
      const before = await linesOf(range);
      if (!(await reads(`mandate:${right}`))) return { unlike: "it opens nothing" };
      const lines = (await linesOf(range)) - before;
      return lines === 1 ? "allowed" : { unlike: `${lines} lines` };
    },
  );
}
