import type { Edition } from "@toetssteen/norms";
import type { ExecutionResult, GraphQLError } from "graphql";
import type { Dossier } from "../self-evaluation/dossier.ts";
import type { Scope } from "../tenancy/scope.ts";

/** What every resolver is given. */
export interface Context {
  readonly scope: Scope;
  readonly editions: ReadonlyMap<string, Edition>;
  /** Whether files are scanned for viruses before anybody reads them. */
  readonly scans: boolean;
  /** Whether the document selects a field, as `Type.field`: what nobody asks for is not fetched. */
  readonly asks: (field: string) => boolean;
  /** The values, without repetition, that the document gives an argument of a field it selects. */
  readonly asked: (field: string, argument: string) => readonly unknown[];
  /** Whether the document is one of the product's own pages, of which there are so many and no more. */
  readonly isKnownDocument: boolean;
  /** What a query read of libraries, by their ids, for the fields of its that need the same. */
  readonly dossiers: Map<string, Promise<Dossier | null>>;
  /** Runs the operation, once however often it is called; null where it is interpreted. */
  readonly compiled: (() => Promise<ExecutionResult>) | null;
  /** What went wrong in the operation. Added to, never replaced: Apollo works on a copy of this object. */
  readonly failures: GraphQLError[];
}
