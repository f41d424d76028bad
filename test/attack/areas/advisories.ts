import { randomUUID } from "node:crypto";
import { byTheTable, schema, waysFor } from "../../roles/by-the-table.ts";
import { everyRight, ownLibrary, type Right } from "../../roles/right-by-field.table.ts";
import { operationsOf, variablesFor, type Leaf, type Operation } from "../../support/operations.ts";
import { everythingOf } from "../../support/readers.ts";
import { rootOf } from "../entitled.ts";
import { inParallel } from "../in-parallel.ts";
import type { Area, Range } from "../range.ts";

/**
 * What was published of products like this one: another's id beside one's own row and then read back, another's row
 * reached through what belongs to it, more rights given than one has oneself.
 */
export const advisories: Area = {
  name: "advisories",
  async run(range) {
    await borrowed(range);
    await promoted(range);
  },
};

/** Belong elsewhere, and may ask a good deal there. */
const elsewhere = everyRight.filter((right) =>
  /^(coordinator of another library|adviser|office|auditor)$/.test(right),
) satisfies Right[];

/** Ids of the library in every argument that takes one, by those who belong elsewhere; then all that they can read. */
async function borrowed(range: Range): Promise<void> {
  const { fixture, tally } = range;
  const before = await kept(range);
  const theirs = idsOf(range);
  for (const right of elsewhere) {
    const { caller, about } = fixture.personas[right];
    const own = (leaf: Leaf) =>
      /^(organisation|library)Id$/.test(leaf.path.at(-1) ?? "")
        ? about.organisation.id
        : randomUUID();
    const places = operationsOf(schema, { optional: true })
      .filter((operation) => byTheTable(right, [rootOf(operation)]) !== "refused")
      .flatMap((operation) =>
        operation.leaves
          .filter(({ isId, path }) => isId && path.at(-1) !== "organisationId")
          .flatMap((leaf) =>
            Object.entries(theirs).map(([kind, id]) => ({ operation, leaf, kind, id })),
          ),
      );
    for (const { operation, leaf, kind, id } of range.some(places, 12))
      await tally.attempt("advisories", `${right}: ${kind} of the library at ${leaf.place}`, () =>
        send(range, right, operation, (place) => (place === leaf ? id : own(place))),
      );
    await inParallel(range.some(waysFor(right).filter(isRead), 8), 4, ({ text, path, takes }) =>
      tally.attempt("advisories", `${right}: reading ${path.join(" > ")} afterwards`, async () => {
        const variables: Record<string, unknown> = {};
        for (const name of takes) variables[name] = await range.inputs(right, path, name);
        const { code } = await fixture.server.ask(caller, text, variables);
        return code === null ? "allowed" : "refused";
      }),
    );
  }
  await tally.attempt("advisories", "what the library has after all that", async () =>
    (await kept(range)) === before ? "refused" : { unlike: "somebody from elsewhere changed it" },
  );
}

/** Rows of the library; not what is written because others looked, nor what a certification body holds about it. */
async function kept({ fixture }: Range): Promise<string> {
  const everything = await everythingOf(fixture.world, fixture.library.id);
  return everything
    .split(/^(?=[a-z_]+\.[a-z_]+:$)/m)
    .filter((table) => !/^(access_log|mandate)\./.test(table))
    .join("");
}

const isRead = ({ path }: { path: readonly string[] }) => path[0]?.startsWith("Query.") === true;

/** Whoever has no right to it changes nothing; what they make of their own under that id is theirs. */
async function send(
  { fixture }: Range,
  right: Right,
  operation: Operation,
  idFor: (leaf: Leaf) => string,
): Promise<"refused" | "allowed"> {
  const { caller } = fixture.personas[right];
  const answer = await fixture.server.ask(
    caller,
    operation.document,
    variablesFor(operation, idFor),
  );
  return answer.code === null ? "allowed" : "refused";
}

/** What stands in the library, and what others hold about it. */
function idsOf({ fixture }: Range): Record<string, string> {
  const { library, personas, ids } = fixture;
  return {
    organisation: library.id,
    cycle: library.cycleId,
    member: personas.administrator.person?.id ?? "",
    invitation: personas.administrator.about.invitation.open,
    ...ids,
  };
}

/** Everybody but administrators gives every role, to somebody new and to themselves. */
async function promoted({ fixture, tally }: Range): Promise<void> {
  const organisationId = fixture.library.id;
  const everyRole = ["ADMINISTRATOR", "QUALITY_COORDINATOR", "DIRECTOR", "AUDITOR", "OFFICE"];
  const manages = (right: Right) =>
    byTheTable(right, ["Mutation.changeRoles"]) === "something" && right === "administrator";
  const membersOf = () =>
    fixture.world.rows<{ text: string }>(
      `select string_agg(m::text, ' ' order by m.person_id) || (select string_agg(i::text, ' ' order by i.id)
         from toetssteen.invitation i where i.organisation_id = $1) as text
       from toetssteen.membership m where m.organisation_id = $1`,
      [organisationId],
    );
  const before = JSON.stringify(await membersOf());
  for (const right of everyRight.filter((one) => !manages(one))) {
    const { caller, person } = fixture.personas[right];
    for (const role of everyRole) {
      const inputs = {
        inviteMember: { id: randomUUID(), email: "x@example.org", name: "X", roles: [role] },
        changeRoles: { personId: person?.id ?? randomUUID(), roles: [role], baseVersion: 1 },
      };
      for (const [name, input] of Object.entries(inputs))
        await tally.attempt("advisories", `${right}: ${name} as ${role}`, async () => {
          const type = `${name[0]?.toUpperCase()}${name.slice(1)}Input`;
          const { code } = await fixture.server.ask(
            caller,
            `mutation ($input: ${type}!) { ${name}(input: $input) { __typename } }`,
            { input: { organisationId, ...input } },
          );
          return code === null ? { unlike: "it was done" } : "refused";
        });
    }
  }
  await tally.attempt("advisories", "who belongs to the library after all that", async () =>
    JSON.stringify(await membersOf()) === before
      ? "refused"
      : { unlike: `somebody who may not changed it, ${ownLibrary.join()} or another` },
  );
}
