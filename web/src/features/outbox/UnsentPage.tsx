import { Trans, useLingui } from "@lingui/react/macro";
import { useState, useSyncExternalStore } from "react";
import { EmptyState } from "../../ui/EmptyState.tsx";
import { PageHeader } from "../../ui/PageHeader.tsx";
import { theOutbox } from "./outbox.ts";
import type { Unsent } from "./unsent.ts";
import { UnsentText } from "./UnsentText.tsx";
import { Thrown } from "./Thrown.tsx";
import styles from "./UnsentPage.module.css";

interface Props {
  readonly organisationId: string;
  /** For whom this person works, by name. */
  readonly organisations: readonly { readonly id: string; readonly name: string }[];
}

/** What this person typed on this device and the server doesn't have: to send, to copy, or to throw away. */
export function UnsentPage({ organisationId, organisations }: Props) {
  const { t } = useLingui();
  const outbox = theOutbox();
  const left = useSyncExternalStore(outbox.subscribe, outbox.left);
  const [thrown, setThrown] = useState<readonly Unsent[]>([]);
  const underWay = outbox.underWay();
  const rows = [
    ...left.map((unsent) => ({ unsent, isOurs: false })),
    ...underWay.map((unsent) => ({ unsent, isOurs: true })),
  ];
  const nameOf = (id: string) => organisations.find((one) => one.id === id)?.name ?? null;
  const groups = Map.groupBy(rows, ({ unsent }) => unsent.organisationId);
  const ordered = [...groups].toSorted(
    ([one], [other]) => Number(other === organisationId) - Number(one === organisationId),
  );

  return (
    <>
      <PageHeader
        title={t`Niet verstuurd`}
        lead={
          <Trans>
            Wat je op dit apparaat typte en wat nog niet bewaard is. Alleen jij ziet dit.
          </Trans>
        }
      />
      <div className={styles.page}>
        {rows.length === 0 && thrown.length === 0 && (
          <EmptyState title={t`Alles is verstuurd`}>
            <p>
              <Trans>
                Valt de verbinding weg terwijl je schrijft, dan blijft je tekst hier staan tot hij
                bewaard is.
              </Trans>
            </p>
          </EmptyState>
        )}
        {ordered.map(([id, texts]) => (
          <section key={id} aria-labelledby={`niet-verstuurd-${id}`} className={styles.group}>
            <h2 id={`niet-verstuurd-${id}`} className={styles.name}>
              {nameOf(id) ?? <Trans>Een organisatie waar je niet meer bij hoort</Trans>}
            </h2>
            <ul className={styles.list}>
              {texts.map(({ unsent, isOurs }) => (
                <li key={unsent.id}>
                  <UnsentText
                    unsent={unsent}
                    isOurs={isOurs}
                    isOpenHere={id === organisationId}
                    isMember={nameOf(id) !== null}
                    onThrow={() => {
                      outbox.remove(unsent.id);
                      setThrown((before) => [...before, unsent]);
                    }}
                  />
                </li>
              ))}
            </ul>
          </section>
        ))}
        <Thrown
          thrown={thrown}
          onBack={(unsent) => {
            outbox.put(unsent);
            setThrown((before) => before.filter(({ id }) => id !== unsent.id));
          }}
        />
      </div>
    </>
  );
}
