import { useApolloClient } from "@apollo/client/react";
import { useMemo, useState } from "react";
import { failureOf } from "../../../network/use-submission.ts";
import type { Failure } from "../../../network/use-submission.ts";
import { refreshLists } from "./refresh-lists.ts";
import { ChangedMeanwhile, severalOf } from "./several.ts";
import type { Undo } from "./several.ts";

/** What was done to several documents, and how to take it back. */
export interface Done {
  readonly words: string;
  /** Of the documents, in the order in which the server hears of them. */
  readonly names: readonly string[];
  readonly undo: Undo;
}

/** Why nothing was done, and which documents stood in the way, as far as the server named them. */
export interface Trouble {
  readonly failure: Failure | null;
  readonly isStale: boolean;
  readonly names: readonly string[];
}

/** Doing something to several documents: once at a time, to all or none of them. */
export function useSeveral(organisationId: string) {
  const client = useApolloClient();
  const [isBusy, setBusy] = useState(false);
  const [trouble, setTrouble] = useState<Trouble | null>(null);
  const several = useMemo(() => severalOf(client, organisationId), [client, organisationId]);

  /** @returns what the work gives; null where it failed, which `trouble` then tells */
  const attempt = async <T>(
    names: readonly string[],
    work: () => Promise<T>,
  ): Promise<T | null> => {
    if (isBusy) return null;
    setBusy(true);
    setTrouble(null);
    try {
      const done = await work();
      await refreshLists(client);
      return done;
    } catch (error) {
      if (error instanceof ChangedMeanwhile) await refreshLists(client);
      setTrouble(troubleOf(error, names));
      return null;
    } finally {
      setBusy(false);
    }
  };
  return { isBusy, trouble, attempt, several, clear: () => setTrouble(null) };
}

function troubleOf(error: unknown, names: readonly string[]): Trouble {
  if (error instanceof ChangedMeanwhile)
    return { failure: null, isStale: true, names: error.titles };
  const failure = failureOf(error);
  const places = (failure.issues ?? []).map(({ path }) => Number(/\.(\d+)/.exec(path)?.[1]));
  const named = places.flatMap((place) => names[place] ?? []);
  return { failure, isStale: false, names: [...new Set(named)] };
}
