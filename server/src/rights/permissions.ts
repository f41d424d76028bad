import { Refusal } from "../refusal.ts";
import { actions, type Action } from "./actions.ts";
import type { Hat } from "./hat.ts";

/** Who the database found to be acting, and by which rights, as the hat and the subjects of a scope have it. */
export interface Actor {
  readonly personId: string | null;
  /** For whom they act. Says nothing yet about a right to that. */
  readonly hat: Hat | null;
  /** By organisation: roles in one's own, oversight levels and mandates elsewhere. */
  readonly rights: ReadonlyMap<string, ReadonlySet<string>>;
}

/**
 * @param needed actions, each of which they need a right to at each of the subjects
 * @throws {Refusal} UNAUTHENTICATED for nobody, FORBIDDEN without a right to an action; the same whether or not an organisation exists
 */
export function requireActions(
  actor: Actor,
  needed: readonly Action[],
  subjects: readonly string[],
): void {
  for (const action of needed) {
    const rule: "everyone" | readonly string[] = actions[action];
    if (rule === "everyone") continue;
    if (actor.personId === null) throw new Refusal("UNAUTHENTICATED");
    const allowed = subjects.length > 0 && subjects.every((subject) => holds(actor, subject, rule));
    if (!allowed) throw new Refusal("FORBIDDEN");
  }
}

/**
 * A page that stayed open while somebody else signed in sends with that person's session. What was typed there is theirs
 * who typed it, so it is refused as if nobody were signed in.
 * @param person whom the page was made for, where it says so
 * @throws {Refusal} UNAUTHENTICATED
 */
export function requirePerson(actor: Actor, person: string | null): void {
  const isAnother = person !== null && actor.personId !== null && actor.personId !== person;
  if (isAnother) throw new Refusal("UNAUTHENTICATED");
}

/** Whether they have a right to an action at an organisation; for `can…` fields and policies. */
export function holdsAction(actor: Actor, organisationId: string, action: Action): boolean {
  const rule: "everyone" | readonly string[] = actions[action];
  return rule === "everyone" || holds(actor, organisationId, rule);
}

function holds(actor: Actor, subject: string, rule: readonly string[]): boolean {
  const rights = actor.rights.get(subject);
  return rights !== undefined && rule.some((right) => rights.has(right));
}
