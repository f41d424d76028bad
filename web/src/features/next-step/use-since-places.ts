import { useLingui } from "@lingui/react/macro";
import type { Since } from "../self-evaluation/situation.ts";

/** A place where something changed. */
export interface Place {
  /** On the page of the norm; null for what stands on another page. */
  readonly hash: string | null;
  readonly page: "norm" | "ambitions" | "profile";
  readonly name: string;
}

/** What is another than when it was submitted, in words and in the order of the page. */
export function useSincePlaces(): (since: Since) => readonly Place[] {
  const { t } = useLingui();
  return ({ facts, cycle, about, parts, discussions, unmet }) => {
    const here = (hash: string, name: string): Place => ({ hash, page: "norm", name });
    return [
      ...(about ? [here("beeld", t`Feiten en eigen beeld`)] : []),
      ...parts.map((code) =>
        here(/V\d+$/.test(code) ? `question-${code}` : `indicator-${code}`, code),
      ),
      ...(discussions ? [here("besproken", t`Besproken met`)] : []),
      ...(unmet ? [here("niet-gehaald", t`Nog niet gehaald`)] : []),
      ...(cycle
        ? [{ hash: null, page: "ambitions", name: t`Ambities en knelpunten` } as const]
        : []),
      ...(facts
        ? [{ hash: null, page: "profile", name: t`Gegevens van de bibliotheek` } as const]
        : []),
    ];
  };
}
