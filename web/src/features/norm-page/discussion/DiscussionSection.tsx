import { Trans, useLingui } from "@lingui/react/macro";
import { useRef, useState } from "react";
import { v7 as uuidv7 } from "uuid";
import { DiscussionFactsFragmentDoc } from "../../../gql/graphql.ts";
import { readFragment } from "../../../gql/fragment-masking.ts";
import type { FragmentType } from "../../../gql/fragment-masking.ts";
import { Button } from "../../../ui/Button.tsx";
import { MarginRow } from "../../../ui/Margin.tsx";
import { useDossierPlace } from "../../self-evaluation/dossier-place.ts";
import type { Latest } from "../../writing/draft.ts";
import { discussionLatest } from "../../writing/text-place.ts";
import type { WordsOf } from "../../writing/text-place.ts";
import { useTextOpener } from "../../writing/use-text.ts";
import { SectionHeading } from "../SectionHeading.tsx";
import styles from "./Discussion.module.css";
import { DiscussionForm } from "./DiscussionForm.tsx";
import { DiscussionRow } from "./DiscussionRow.tsx";

interface Props {
  readonly norm: string;
  readonly discussions: readonly FragmentType<typeof DiscussionFactsFragmentDoc>[];
  readonly canWrite: boolean;
}

interface Row {
  readonly id: string;
  readonly latest: Latest<WordsOf["discussion"]>;
}

const nobody: Latest<WordsOf["discussion"]> = {
  words: { withKind: "FUNCTION_GROUP", withWhom: "", heldOn: null },
  version: 0,
  changedAt: null,
  changedBy: null,
};

/** With which function groups and partners a norm was discussed, in rows. */
export function DiscussionSection({ norm, discussions, canWrite }: Props) {
  const { t } = useLingui();
  const { cycleId } = useDossierPlace();
  const openText = useTextOpener();
  const [isAdding, setAdding] = useState(false);
  // What was added or taken away on this page stays in sight: to be sent, or to be put back.
  const [own, setOwn] = useState<readonly Row[]>([]);
  const [removed, setRemoved] = useState<ReadonlySet<string>>(new Set());
  const add = useRef<HTMLButtonElement>(null);

  const known = discussions.map((one): Row => {
    const facts = readFragment(DiscussionFactsFragmentDoc, one);
    return { id: facts.id, latest: discussionLatest(facts) };
  });
  const rows = [...known, ...own.filter(({ id }) => !known.some((row) => row.id === id))];

  const close = () => {
    setAdding(false);
    setTimeout(() => add.current?.focus());
  };

  return (
    <section aria-labelledby="besproken">
      <MarginRow ruled>
        <SectionHeading id="besproken">
          <Trans>Besproken met</Trans>
        </SectionHeading>
        <p className={styles.intro}>
          <Trans>Met welke functiegroepen en partners hebben jullie deze norm besproken?</Trans>
        </p>
        {rows.length > 0 ? (
          <ul className={styles.list} aria-label={t`Besproken met`}>
            {rows.map((row) => (
              <li key={row.id}>
                <DiscussionRow
                  {...row}
                  norm={norm}
                  canWrite={canWrite}
                  isRemoved={removed.has(row.id)}
                  onRemoved={(isRemoved) => {
                    setOwn((before) => [...before.filter(({ id }) => id !== row.id), row]);
                    setRemoved((before) => {
                      const after = new Set(before);
                      if (isRemoved) after.add(row.id);
                      else after.delete(row.id);
                      return after;
                    });
                  }}
                />
              </li>
            ))}
          </ul>
        ) : (
          !isAdding && (
            <p className={styles.none}>
              {canWrite ? (
                <Trans>
                  Nog met niemand. Zet er bijvoorbeeld het overleg met de teamleiders bij.
                </Trans>
              ) : (
                <Trans>Nog met niemand.</Trans>
              )}
            </p>
          )
        )}
        {isAdding && (
          <DiscussionForm
            label={t`Voeg een gesprek toe`}
            words={nobody.words}
            onSave={(words) => {
              const id = uuidv7();
              const autosave = openText({ kind: "discussion", cycleId, norm, id }, nobody);
              autosave.write(words);
              autosave.flush();
              setOwn((before) => [...before, { id, latest: nobody }]);
              close();
            }}
            onCancel={close}
          />
        )}
        {canWrite && !isAdding && (
          <Button ref={add} small onClick={() => setAdding(true)}>
            <Trans>Voeg een gesprek toe</Trans>
          </Button>
        )}
      </MarginRow>
    </section>
  );
}
