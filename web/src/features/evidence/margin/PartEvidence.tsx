import { Trans, useLingui } from "@lingui/react/macro";
import { useState } from "react";
import type { UseInMarginFragment } from "../../../gql/graphql.ts";
import { AttachButton } from "./AttachButton.tsx";
import { DocumentSign } from "./DocumentSign.tsx";
import { usePartEvidence } from "./norm-evidence.tsx";
import styles from "./PartEvidence.module.css";
import { UseRow } from "./UseRow.tsx";

interface Props {
  readonly part: string;
  /** Where the heading stands: under an h2, or under an h3. */
  readonly level: 3 | 4;
}

/** In the margin of a part: the documents that show it, and where there are examples of such documents, those. */
export function PartEvidence({ part, level }: Props) {
  const { t } = useLingui();
  const { uses, slots, canLink } = usePartEvidence(part);
  // What was taken away on this page stays in sight, to be put back.
  const [unlinked, setUnlinked] = useState<readonly UseInMarginFragment[]>([]);
  if (uses.length === 0 && unlinked.length === 0 && slots.length === 0 && !canLink) return null;
  const Heading = `h${level}` as const;
  const shown = [...uses, ...unlinked.filter(({ id }) => !uses.some((use) => use.id === id))];
  const rows = (some: readonly UseInMarginFragment[]) =>
    some.length > 0 && (
      <ul className={styles.uses}>
        {some.map((use) => (
          <li key={use.id}>
            <UseRow
              use={use}
              slots={slots}
              isUnlinked={unlinked.some(({ id }) => id === use.id)}
              onUnlinked={(isGone) =>
                setUnlinked((before) => [
                  ...before.filter(({ id }) => id !== use.id),
                  ...(isGone ? [use] : []),
                ])
              }
            />
          </li>
        ))}
      </ul>
    );
  const isKnown = (code: string | null) => slots.some((slot) => slot.code === code);
  return (
    <section className={styles.evidence} aria-label={t`Bewijsstukken bij ${part}`}>
      <Heading className={styles.heading}>
        {slots.length > 0 ? (
          <Trans>Documenten die dit kunnen laten zien</Trans>
        ) : (
          <Trans>Bewijsstukken</Trans>
        )}
      </Heading>
      {slots.length > 0 && (
        <>
          <ul className={styles.slots}>
            {slots.map(({ code, label }) => (
              <li key={code}>
                <span className={styles.slot}>
                  <DocumentSign />
                  <span>{label}</span>
                </span>
                {rows(shown.filter(({ slot }) => slot === code))}
              </li>
            ))}
          </ul>
          <p className={styles.examples}>
            <Trans>Voorbeelden, geen lijst om af te vinken.</Trans>
          </p>
        </>
      )}
      {rows(shown.filter(({ slot }) => !isKnown(slot)))}
      {canLink && (
        <AttachButton part={part} slots={slots} taken={uses.map(({ evidence }) => evidence.id)} />
      )}
    </section>
  );
}
