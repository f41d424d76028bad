/** For whom something is made: what one of them asks for waits for what that one asked for before, never for another's. */
export interface Share {
  readonly organisation: string;
  readonly person: string;
}

/** More that wait for one of them are sent away, to try again later. */
export const mostWaiting = { person: 8, organisation: 16, all: 256 };

export interface Turns<Item> {
  /** Whether there was room for it. */
  add(share: Share, item: Item): boolean;
  /** The next in turn of whom none of these have something in hand; undefined where nobody waits who may. */
  take(inHand: readonly Share[]): { readonly share: Share; readonly item: Item } | undefined;
  /** All that waited, which then waits no more. */
  clear(): Item[];
}

/**
 * What waits, in turn by organisation and within one in turn by person: whoever asks for a hundred things holds up nobody
 * but themselves.
 */
export function createTurns<Item>(): Turns<Item> {
  let waiting: { readonly share: Share; readonly item: Item }[] = [];
  /** Of organisations and people, when they had their last turn. */
  const had = new Map<string, number>();
  let turn = 0;
  const lastOf = (id: string) => had.get(id) ?? 0;
  return {
    add(share, item) {
      const of = (key: keyof Share) =>
        waiting.filter((other) => other.share[key] === share[key]).length;
      if (
        of("person") >= mostWaiting.person ||
        of("organisation") >= mostWaiting.organisation ||
        waiting.length >= mostWaiting.all
      )
        return false;
      waiting.push({ share, item });
      return true;
    },
    take(inHand) {
      const isFree = ({ organisation, person }: Share) =>
        inHand.every((one) => one.organisation !== organisation && one.person !== person);
      // Of equals the first that came, for sorting keeps their order.
      const [next] = waiting
        .filter(({ share }) => isFree(share))
        .toSorted(
          ({ share: one }, { share: other }) =>
            lastOf(one.organisation) - lastOf(other.organisation) ||
            lastOf(one.person) - lastOf(other.person),
        );
      if (!next) return undefined;
      waiting = waiting.filter((one) => one !== next);
      turn += 1;
      for (const id of Object.values(next.share)) had.set(id, turn);
      // Nobody waits: then who had a turn before whom is of no use any more.
      if (waiting.length === 0) had.clear();
      return next;
    },
    clear() {
      const left = waiting.map(({ item }) => item);
      waiting = [];
      return left;
    },
  };
}
