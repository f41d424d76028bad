import { Trans, useLingui } from "@lingui/react/macro";
import { useState, useSyncExternalStore } from "react";
import { EmptyState } from "../../ui/EmptyState.tsx";
import { PageHeader } from "../../ui/PageHeader.tsx";
import { theOutbox } from "./outbox.ts";
import { findBegun, keepComment } from "../comment/kept-comment.ts";
import { BegunText } from "./BegunText.tsx";
import { Thrown } from "./Thrown.tsx";
import type { ThrownText } from "./Thrown.tsx";
import { UnsentText } from "./UnsentText.tsx";
import { usePlaceName } from "./use-place-name.ts";
import styles from "./UnsentPage.module.css";

interface Props {
  readonly personId: string;
  readonly organisationId: string;
  /** For whom this person works, by name. */
  readonly organisations: readonly { readonly id: string; readonly name: string }[];
}

/** What this person typed on this device and the server doesn't have: to send, to copy, or to throw away. */
export function UnsentPage({ personId, organisationId, organisations }: Props) {
  const { t } = useLingui();
  const outbox = theOutbox();
  const left = useSyncExternalStore(outbox.subscribe, outbox.left);
  const [begun, setBegun] = useState(() => findBegun(personId));
  const [thrown, setThrown] = useState<readonly ThrownText[]>([]);
  const placeName = usePlaceName();
  const throwAway = (text: Pick<ThrownText, "id" | "name">, putBack: () => void) => {
    const isIt = ({ id }: ThrownText) => id === text.id;
    const back = () => {
      putBack();
      setThrown((before) => before.filter((one) => !isIt(one)));
    };
    setThrown((before) => [...before, { ...text, putBack: back }]);
  };
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
        {rows.length === 0 && begun.length === 0 && thrown.length === 0 && (
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
                      const { id: of, place } = unsent;
                      throwAway({ id: of, name: placeName(place) }, () => outbox.put(unsent));
                    }}
                  />
                </li>
              ))}
            </ul>
          </section>
        ))}
        {begun.length > 0 && (
          <section aria-labelledby="niet-geplaatst" className={styles.group}>
            <h2 id="niet-geplaatst" className={styles.name}>
              <Trans>Opmerkingen die je niet plaatste</Trans>
            </h2>
            <ul className={styles.list}>
              {begun.map((one) => (
                <li key={one.id}>
                  <BegunText
                    begun={one}
                    organisation={nameOf(one.organisationId)}
                    onThrow={(name) => {
                      keepComment(one.id, null);
                      setBegun((before) => before.filter(({ id }) => id !== one.id));
                      throwAway({ id: one.id, name }, () => {
                        keepComment(one.id, one.comment);
                        setBegun((before) => [...before, one]);
                      });
                    }}
                  />
                </li>
              ))}
            </ul>
          </section>
        )}
        <Thrown thrown={thrown} />
      </div>
    </>
  );
}
