import type { Edition } from "@toetssteen/norms";
import type { ExecutionResult, GraphQLError } from "graphql";
import type { Scope } from "../tenancy/scope.ts";

/** What every resolver is given. */
export interface Context {
  readonly scope: Scope;
  readonly editions: ReadonlyMap<string, Edition>;
  /** Whether files are scanned for viruses before anybody reads them. */
  readonly scans: boolean;
  /** Whether the document selects a field, as `Type.field`: what nobody selects is not fetched. */
  readonly selects: (field: string) => boolean;
  /** The values, without repetition, that the document gives an argument of a field it selects. */
  readonly argumentsOf: (field: string, argument: string) => readonly unknown[];
  readonly once: Once;
  /** Runs the operation, once however often it is called; null where it is interpreted. */
  readonly compiled: (() => Promise<ExecutionResult>) | null;
  /** What went wrong in the operation. Added to, never replaced: Apollo works on a copy of this object. */
  readonly failures: GraphQLError[];
}

/** Reads what several fields of a query need, for the first that does, and gives the same to the others. */
export type Once = <T>(key: string, read: () => T) => T;

export function createOnce(): Once {
  const kept = new Map<string, unknown>();
  return <T>(key: string, read: () => T): T => {
    if (!kept.has(key)) kept.set(key, read());
    // Whoever has a key reads always the same kind of thing under it.
    return kept.get(key) as T;
  };
}
