import { useLingui } from "@lingui/react/macro";
import type { ErrorCode, errors } from "@toetssteen/contract";
import { useEffect, useSyncExternalStore } from "react";
import { part } from "../../network/part.ts";

const errorTexts = part(() => import("./error-texts.ts"));
let texts: typeof errors | null = null;
const listeners = new Set<() => void>();

/** Fetches what refusals say. Started behind the first page, so that it is here when a connection is lost. */
export async function loadErrorTexts(): Promise<void> {
  texts ??= (await errorTexts.load()).errors;
  for (const listener of listeners) listener();
}

/** What a refusal says, in the language of the page; something general while that can't be fetched. */
export function useErrorText(): (code: ErrorCode) => string {
  const { t, i18n } = useLingui();
  const known = useSyncExternalStore(subscribe, () => texts);
  useEffect(() => void loadErrorTexts().catch(() => undefined), []);
  return (code) =>
    known?.[code][i18n.locale === "en" ? "en" : "nl"] ??
    t`Er ging iets mis. Er is niets half bewaard. Probeer het opnieuw.`;
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
