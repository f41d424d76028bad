import { LRUCache } from "lru-cache";
import type { Principal } from "./principal.ts";
import type { Sharer } from "./turns.ts";

/** Sessions of which is remembered who they were found to be. */
const mostRemembered = 20_000;
/** Of one session; whoever acts for more shares as themselves in the others. */
const mostHats = 20;

interface Known {
  readonly personId: string;
  readonly hats: Set<string>;
}

/** With whom somebody shares, which has to be known before the database says who they are. */
export interface Sharers {
  of(principal: Principal, hat: string | null): Sharer;
  /** What the database said of them. @param hat null where they have no right under it */
  learn(principal: Principal, personId: string, hat: string | null): void;
}

/**
 * A hat is only what somebody says, so it counts once the database gave them a right under it; as many hats as somebody
 * likes to name would else be as many shares. A session that wasn't seen before shares with other newcomers, and whoever
 * isn't signed in with all others who aren't, by the addresses that they come from.
 */
export function createSharers(): Sharers {
  const known = new LRUCache<string, Known>({ max: mostRemembered });
  return {
    of(principal, hat) {
      const from = principal.address ?? "";
      if (principal.kind === "nobody") return { group: "nobody", member: from };
      const found = known.get(principal.token);
      if (!found) return { group: "newcomers", member: from };
      const isTheirs = hat !== null && found.hats.has(hat);
      return { group: isTheirs ? hat : found.personId, member: found.personId };
    },
    learn(principal, personId, hat) {
      if (principal.kind === "nobody") return;
      let found = known.get(principal.token);
      if (!found) known.set(principal.token, (found = { personId, hats: new Set() }));
      if (hat !== null && found.hats.size < mostHats) found.hats.add(hat);
    },
  };
}
