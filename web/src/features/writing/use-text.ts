import type { ApolloClient } from "@apollo/client";
import { useApolloClient } from "@apollo/client/react";
import { useEffect, useState, useSyncExternalStore } from "react";
import { useDossierPlace } from "../self-evaluation/dossier-place.ts";
import type { DossierPlace } from "../self-evaluation/dossier-place.ts";
import { Autosave } from "./autosave.ts";
import type { Draft, Latest } from "./draft.ts";
import { theOutbox } from "../outbox/outbox.ts";
import { mergerOf, rules } from "./merge-words.ts";
import { remember } from "../../network/open-texts.ts";
import { saver } from "./send-text.ts";
import { addressOf } from "./text-place.ts";
import type { TextKind, TextPlace, WordsOf } from "./text-place.ts";

const opened = new Map<string, unknown>();

function openText<K extends TextKind>(
  client: ApolloClient,
  { organisationId, hat }: DossierPlace,
  place: TextPlace<K>,
  latest: Latest<WordsOf[K]>,
): Autosave<WordsOf[K]> {
  const address = addressOf(place);
  const known = opened.get(address) as Autosave<WordsOf[K]> | undefined;
  const outbox = theOutbox();
  // Text of a closed tab is taken up where its place opens, unless something newer is being typed there.
  if (known && (known.isUnsaved || !outbox.hasLeft(organisationId, place))) return known;
  const desk = { organisationId, hat };
  const autosave = new Autosave(
    latest,
    saver(client, desk, place),
    outbox.storeFor<WordsOf[K]>(desk, place),
    mergerOf(rules[place.kind as K]),
  );
  opened.set(address, autosave);
  remember(autosave);
  return autosave;
}

/** For what begins to exist by being written. */
export function useTextOpener() {
  const client = useApolloClient();
  const desk = useDossierPlace();
  return <K extends TextKind>(place: TextPlace<K>, latest: Latest<WordsOf[K]>) =>
    openText(client, desk, place, latest);
}

/**
 * One text on screen: its draft, and the autosave that takes what happens to it. The place is that of the first time; a
 * component that can change place needs a key.
 */
export function useText<K extends TextKind>(
  place: TextPlace<K>,
  latest: Latest<WordsOf[K]>,
): readonly [Draft<WordsOf[K]>, Autosave<WordsOf[K]>] {
  const open = useTextOpener();
  const [autosave] = useState(() => open(place, latest));
  const { version } = latest;
  // oxlint-disable-next-line react/exhaustive-deps -- a version says all: the same one never has other words
  useEffect(() => autosave.hear(latest), [autosave, version]);
  useEffect(() => () => autosave.flush(), [autosave]);
  return [useSyncExternalStore(autosave.subscribe, autosave.snapshot), autosave];
}
