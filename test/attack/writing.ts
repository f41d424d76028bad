import { randomUUID } from "node:crypto";
import { isNonNullType } from "graphql";
import { schema } from "../roles/by-the-table.ts";
import type { Caller } from "../support/app.ts";
import { operationsOf, variablesFor, type Leaf } from "../support/operations.ts";
import { withValue } from "./entitled.ts";
import type { Range } from "./range.ts";

/** Somebody who writes in a library of their own. */
export interface Writer {
  readonly caller: Caller;
  readonly personId: string;
  readonly organisationId: string;
  readonly cycleId: string;
}

/** One way to write something. */
export interface Write {
  readonly name: string;
  /**
   * @param id of what it makes, where it makes something
   * @returns what became of it: a code, or the name of the type that came back
   */
  readonly send: (id?: string) => Promise<string>;
}

/** What fits in a library that has just begun; a part of the self-evaluation that there is. */
const values: Readonly<Record<string, unknown>> = {
  part: "4.2",
  indicator: "4.2",
  norm: "4",
  baseVersion: 0,
  // What is written afterwards leaves it so.
  state: "DONE",
};

/**
 * Every mutation of the schema about one's own library: with a new id for what it makes, with oneself where it takes
 * somebody, and with a document that was made before where it takes one.
 */
export async function everythingWrittenBy(
  { fixture }: Range,
  { caller, personId, organisationId, cycleId }: Writer,
): Promise<Write[]> {
  const { server } = fixture;
  const evidenceId = randomUUID();
  const leaver = await fixture.world.member({ id: organisationId, name: "" }, "reader");
  const known: Readonly<Record<string, string>> = {
    organisationId,
    cycleId,
    evidenceId,
    personId: leaver.id,
    mentions: leaver.id,
    ownerId: personId,
    assigneeId: personId,
  };
  const writes = operationsOf(schema)
    .filter(({ writes }) => writes)
    .map((operation): Write => {
      const { name, document, leaves } = operation;
      return {
        name,
        async send(id = randomUUID()) {
          const idFor = ({ path, isNew }: Leaf) =>
            known[path.at(-1) ?? ""] ?? (isNew ? id : randomUUID());
          let variables = variablesFor(operation, idFor);
          for (const { path, isId, type } of leaves) {
            const last = path.at(-1) ?? "";
            if (last in values) variables = withValue(variables, path, values[last]);
            else if (isId && !(last in known) && !isNonNullType(type))
              variables = withValue(variables, path, null);
          }
          const { code, data } = await server.ask(caller, document, variables);
          return code ?? String(data?.[name]?.__typename ?? data?.[name]);
        },
      };
    });
  await writes.find(({ name }) => name === "writeEvidence")?.send(evidenceId);
  return writes;
}
