import type { ApolloClient } from "@apollo/client";
import { useApolloClient } from "@apollo/client/react";
import { useEffect, useState } from "react";
import { saver } from "../writing/send-text.ts";
import { openOutbox } from "./outbox.ts";
import type { Outbox } from "./outbox.ts";
import { replay } from "./replay.ts";
import type { Replayed } from "./replay.ts";
import type { Unsent } from "./unsent.ts";

/** Between attempts on a lost connection. */
const pause = 30_000;

export interface Replaying {
  readonly outbox: Outbox | null;
  /** What was sent since this page was opened, that had been left behind. */
  readonly sent: readonly Unsent[];
  /** Whether all was tried once, so that what is still there needs somebody, or a connection. */
  readonly isTried: boolean;
}

/**
 * Sends what was left behind for the organisation that one works for now: when a page opens, when a tab comes back in sight
 * or the connection does, and while there is none every half minute.
 */
export function useReplay(personId: string, organisationId: string): Replaying {
  const client = useApolloClient();
  const [state, setState] = useState<Replaying>({ outbox: null, sent: [], isTried: false });

  useEffect(() => {
    let isOver = false;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const attempt = async () => {
      clearTimeout(timer);
      const outbox = await openOutbox(personId);
      if (isOver) return;
      const { sent, isCutOff } = await run(client, outbox, organisationId);
      if (isOver) return;
      setState((before) => ({ outbox, sent: [...before.sent, ...sent], isTried: true }));
      if (isCutOff) timer = setTimeout(again, pause);
    };
    const again = () => {
      if (document.visibilityState === "visible") attempt().catch(() => undefined);
    };
    again();
    window.addEventListener("online", again);
    document.addEventListener("visibilitychange", again);
    return () => {
      isOver = true;
      clearTimeout(timer);
      window.removeEventListener("online", again);
      document.removeEventListener("visibilitychange", again);
    };
  }, [client, personId, organisationId]);
  return state;
}

function run(client: ApolloClient, outbox: Outbox, organisationId: string): Promise<Replayed> {
  return replay(outbox, organisationId, ({ hat, place }) => {
    const save = saver(client, { organisationId, hat }, place);
    // What is kept of a place was typed there, so its words are those of its kind.
    return (words, baseVersion, leaving) => save(words as never, baseVersion, leaving);
  });
}
