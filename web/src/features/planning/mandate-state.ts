interface Dates {
  readonly opensAt: string;
  readonly closesAt: string;
  readonly withdrawnAt: string | null;
  readonly conflict?: boolean;
}

export type MandateState = "upcoming" | "running" | "over" | "withdrawn" | "suspended";

export function mandateState(
  { opensAt, closesAt, withdrawnAt, conflict }: Dates,
  now: Date,
): MandateState {
  if (withdrawnAt !== null) return "withdrawn";
  if (conflict) return "suspended";
  if (now < new Date(opensAt)) return "upcoming";
  return now < new Date(closesAt) ? "running" : "over";
}

/** Somebody reads it now, or will. */
export function isPlanned(mandates: readonly Dates[], now: Date): boolean {
  return mandates.some((mandate) => ["upcoming", "running"].includes(mandateState(mandate, now)));
}

/** Names of who reads one of these versions, or will, each once. */
export function plannedOf(
  versions: readonly {
    readonly mandates: readonly (Dates & { readonly auditor: { readonly name: string } })[];
  }[],
  now: Date,
): string[] {
  const planned = versions
    .flatMap(({ mandates }) => mandates)
    .filter((mandate) => isPlanned([mandate], now));
  return [...new Set(planned.map(({ auditor }) => auditor.name))];
}
