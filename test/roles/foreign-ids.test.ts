import { describe, expect, test } from "vitest";
import type { Answer, Caller } from "../support/app.ts";
import { operationsOf, variablesFor, type Leaf, type Operation } from "../support/operations.ts";
import { everythingOf } from "../support/readers.ts";
import { byTheTable, schema } from "./by-the-table.ts";
import { openFixture } from "./fixture.ts";
import { everyRight, outsiders, ownLibrary, type Right } from "./right-by-field.table.ts";

/**
 * Ids of a library in every argument that takes one, from everybody who does not belong to it: what is there and what
 * is not are answered alike, to the byte.
 */
const fixture = await openFixture();
const { server, library, ids, personas } = fixture;
const operations = operationsOf(schema).filter(({ aboutNobody }) => !aboutNobody);

const theirs: Readonly<Record<string, string>> = {
  organisation: library.id,
  cycle: library.cycleId,
  member: personas.administrator.person!.id,
  invitation: personas.administrator.about.invitation.open,
  ...ids,
};

/** What somebody outside holds about the library by the table; everything else must be as if it were not there. */
const known: readonly (readonly [Right, place: string, id: string])[] = [
  ["office", "GiveMandateInput.libraryId", "organisation"],
  ["office", "GiveMandateInput.submissionId", "submission"],
  ["office", "WithdrawMandateInput.id", "mandate"],
  ["office", "WithdrawMandateInput.id", "withdrawnMandate"],
];

const absent = (id: string) => `${id.slice(0, -1)}${id.endsWith("0") ? "1" : "0"}`;
const told = ({ status, text, headers }: Answer) => [status, text, headers["content-type"]];
const rootOf = ({ name, writes }: Operation) => `${writes ? "Mutation" : "Query"}.${name}`;

const outside = everyRight.filter((right) => !ownLibrary.some((own) => own === right));
const elsewhere = outside.filter((right) => personas[right].about.organisation.id !== library.id);

/** Of each kind of id what fits the argument, as somebody at the library would send it. */
function fitting({ place, path }: Leaf): string {
  if (/^(organisation|library)Id$/.test(path.at(-1) ?? "")) return library.id;
  if (path.at(-1) === "cycleId") return library.cycleId;
  if (/personId|auditorId/.test(place)) return theirs["member"]!;
  if (/supportOrganisationId/.test(place)) return fixture.support.id;
  if (/InvitationInput|InviteMember/.test(place)) return theirs["invitation"]!;
  if (/Oversight/.test(place)) return ids.oversight;
  if (/Use(?:Input)?\.id/.test(place)) return ids.evidenceUse;
  if (/Evidence|evidence/.test(place)) return ids.evidence;
  if (/Upload|File/.test(place)) return ids.file;
  if (/MandateInput\.id/.test(place)) return ids.mandate;
  return ids.submission;
}

describe.each(outside.map((right) => ({ right })))("$right", ({ right }) => {
  test("gets the same refusal for what the library has as for what nobody has", async () => {
    const { caller } = personas[right];
    const before = await everythingOf(fixture.world, library.id);
    for (const operation of operations) {
      const naming = await server.ask(caller, operation.document, variablesFor(operation, fitting));
      const nothing = await server.ask(
        caller,
        operation.document,
        variablesFor(operation, (leaf) => absent(fitting(leaf))),
      );
      if (right === "auditor within the mandate" && /^submissions?$/.test(operation.name)) continue;
      expect(told(naming), operation.name).toEqual(told(nothing));
      expect(naming.data, operation.name).toBeUndefined();
    }
    if (right !== "auditor within the mandate")
      expect(await everythingOf(fixture.world, library.id)).toBe(before);
  });
});

describe.each(elsewhere.map((right) => ({ right })))(
  "$right, asking about their own",
  ({ right }) => {
    const { caller, about } = personas[right];
    const asked = operations.filter(
      (operation) => byTheTable(right, [rootOf(operation)]) !== "refused",
    );
    const leaves = asked.flatMap((operation) =>
      operation.leaves
        .filter(({ isId, isNew, path }) => isId && !isNew && path.at(-1) !== "organisationId")
        .map((leaf) => ({ operation, leaf, of: `${operation.name}: ${leaf.place}` })),
    );

    test("learns nothing by any id of the library in any other argument", async () => {
      const before = await everythingOf(fixture.world, library.id);
      for (const { operation, leaf, of } of leaves)
        for (const [kind, id] of Object.entries(theirs)) {
          if (known.some((one) => one.join() === [right, leaf.place, kind].join())) continue;
          const sending = (sent: string) =>
            server.ask(
              caller,
              operation.document,
              variablesFor(operation, (place) => {
                if (place === leaf) return sent;
                return place.path.at(-1) === "organisationId"
                  ? about.organisation.id
                  : fitting(place);
              }),
            );
          expect(told(await sending(id)), `${of}, ${kind}`).toEqual(
            told(await sending(absent(id))),
          );
        }
      expect(await everythingOf(fixture.world, library.id)).toBe(before);
    });
  },
);

test("no id of the library is a hat to somebody who has no right under it", async () => {
  const question = `query ($id: ID!) { submission(organisationId: $id, id: "${ids.submission}") { document } }`;
  const refused = new Set<string>();
  for (const right of [...outsiders, "auditor", "auditor within the mandate"] as const)
    for (const [kind, hat] of Object.entries(theirs)) {
      const own = right.startsWith("auditor") && kind === "mandate";
      const under = (worn: string): Caller => ({ ...personas[right].caller, hat: worn });
      const worn = await server.ask(under(hat), question, { id: library.id });
      if (own && personas[right].person === personas.auditor.person) {
        expect(worn.data).toMatchObject({ submission: { document: expect.any(String) } });
        continue;
      }
      expect(told(worn), `${right}, ${kind}`).toEqual(
        told(await server.ask(under(absent(hat)), question, { id: library.id })),
      );
      refused.add(worn.text);
    }
  expect(refused.size).toBe(1);
});
