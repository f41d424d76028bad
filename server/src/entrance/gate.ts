import type { Action } from "../rights/actions.ts";
import { requireActions, requirePerson } from "../rights/permissions.ts";
import type { Outcome, Scope, Scopes } from "../tenancy/scope.ts";
import type { Caller } from "./caller.ts";

/** What somebody wants who comes in, in whatever way. */
export interface Entry {
  readonly caller: Caller;
  /** The organisations that it is about, and the only ones whose rows may be seen. */
  readonly subjects: readonly string[];
  /** The caller needs a right to each of them, at each of the subjects. */
  readonly actions: readonly Action[];
  /** Whether something may be written besides that somebody from outside looked. */
  readonly writes: boolean;
  /** What is opened, for the access log of subjects that aren't the caller's own. */
  readonly opened: string;
}

/**
 * Lets a caller in: opens the scope, and does the work once the database said who that is and they turn out to have a
 * right to it.
 *
 * @throws {Refusal} UNAUTHENTICATED · FORBIDDEN
 */
export type Gate = <T>(entry: Entry, work: (scope: Scope) => Promise<Outcome<T>>) => Promise<T>;

/** The one gate of every entrance. */
export function createGate(scopes: Scopes): Gate {
  return ({ caller, subjects, actions, writes, opened }, work) => {
    const { principal, hat, person } = caller;
    const access = writes ? "write" : "read";
    return scopes.inScope({ principal, hat, subjects, access, opened }, async (scope) => {
      requirePerson(scope.actor, person);
      requireActions(scope.actor, actions, subjects);
      return work(scope);
    });
  };
}
