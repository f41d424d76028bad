import { byTheTable } from "../roles/by-the-table.ts";
import { everyRight, ownLibrary, type Right } from "../roles/right-by-field.table.ts";
import type { Operation } from "../support/operations.ts";
import type { Range } from "./range.ts";

export const rootOf = ({ name, writes }: Operation) => `${writes ? "Mutation" : "Query"}.${name}`;

/**
 * Somebody who finds something there, so that what they send gets as far as it can: of the library where there is one, for
 * nothing of other organisations may change.
 */
export function entitledTo(operation: Operation): Right {
  const right = [...ownLibrary, ...everyRight].find(
    (one) => byTheTable(one, [rootOf(operation)]) === "something",
  );
  if (!right) throw new Error(`Nobody may ask ${rootOf(operation)}.`);
  return right;
}

/** What they would send in earnest; what may be left out is left out. */
export async function ordinaryVariables(
  { inputs }: Range,
  operation: Operation,
  right: Right,
): Promise<Record<string, unknown>> {
  const variables: Record<string, unknown> = {};
  for (const { path } of operation.leaves) {
    const [name = ""] = path;
    const isNeeded = new RegExp(`\\$${name}: [^,)]+!(?=[,)])`).test(operation.document);
    if (name in variables || !isNeeded) continue;
    variables[name] = await inputs(right, [rootOf(operation)], name);
  }
  return variables;
}

/** The same variables with another value in one place. */
export function withValue(
  variables: Readonly<Record<string, unknown>>,
  path: readonly string[],
  value: unknown,
): Record<string, unknown> {
  const [name = "", ...further] = path;
  const inner = (variables[name] ?? {}) as Record<string, unknown>;
  return { ...variables, [name]: further.length === 0 ? value : withValue(inner, further, value) };
}
