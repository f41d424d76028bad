import type { Found, Intent, Write } from "../write.ts";

/** A row as far as it is compared: its id, and in one text everything that was meant. */
export interface Kept {
  readonly id: string;
  readonly meant: string;
}

/** Everything acknowledged is there as it was meant, and nothing else is. */
export function eachOnce<Of extends Intent>(
  name: string,
  writes: readonly (Write & { readonly intent: Of })[],
  rows: readonly Kept[],
  meaning: (intent: Of) => Kept,
): Found[] {
  const byId = new Map(rows.map((row) => [row.id, row]));
  const allowed = new Set<string>();
  const found: Found[] = [];
  for (const { intent, outcome, mayStand } of writes) {
    const { id, meant } = meaning(intent);
    if (outcome === "acknowledged" || mayStand) allowed.add(id);
    if (outcome !== "acknowledged") continue;
    const row = byId.get(id);
    if (!row) found.push({ kind: "lost", what: `${name} ${id} was acknowledged and is not there` });
    else if (row.meant !== meant)
      found.push({ kind: "lost", what: `${name} ${id} is ${row.meant}, not ${meant}` });
  }
  for (const { id } of rows)
    if (!allowed.has(id)) found.push({ kind: "doubled", what: `${name} ${id} is of nobody` });
  return found;
}

/** As many rows that tell of a deed as there are deeds, for each person and place. */
export function toldOnce(
  name: string,
  deeds: readonly string[],
  told: readonly { readonly key: string; readonly count: number }[],
): Found[] {
  const done = new Map<string, number>();
  for (const key of deeds) done.set(key, (done.get(key) ?? 0) + 1);
  const counted = new Map(told.map(({ key, count }) => [key, count]));
  return [...new Set([...done.keys(), ...counted.keys()])].flatMap((key): Found[] => {
    const [was, is] = [done.get(key) ?? 0, counted.get(key) ?? 0];
    if (was === is) return [];
    const kind = is < was ? "lost" : "doubled";
    return [{ kind, what: `${name} ${key}: done ${was} times, told ${is} times` }];
  });
}
