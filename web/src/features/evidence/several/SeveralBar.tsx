import { plural } from "@lingui/core/macro";
import { Trans, useLingui } from "@lingui/react/macro";
import { mostAtOnce } from "@toetssteen/contract";
import type { EvidenceInListFragment } from "../../../gql/graphql.ts";
import { Button } from "../../../ui/Button.tsx";
import { ChangeButton } from "./ChangeButton.tsx";
import { LinkButton } from "./LinkButton.tsx";
import styles from "./SeveralBar.module.css";
import { SeveralTrouble } from "./SeveralTrouble.tsx";
import { useSeveral } from "./use-several.ts";
import type { Done } from "./use-several.ts";

interface Props {
  readonly organisationId: string;
  readonly documents: readonly EvidenceInListFragment[];
  /** What is chosen was removed. */
  readonly areRemoved: boolean;
  readonly onDone: (done: Done) => void;
  readonly onNone: () => void;
}

/** What can be done to the documents that are chosen, all of them in one go. */
export function SeveralBar({ organisationId, documents, areRemoved, onDone, onNone }: Props) {
  const { t } = useLingui();
  const { isBusy, trouble, attempt, several } = useSeveral(organisationId);
  const count = documents.length;
  const setRemoved = async (removed: boolean) => {
    const names = documents.map(({ title }) => title);
    const ids = documents.map(({ id }) => id);
    const undo = await attempt(names, () => several.setRemoved(ids, removed));
    if (undo === null) return;
    const words = removed
      ? t`${plural(count, { one: "# bewijsstuk is", other: "# bewijsstukken zijn" })} weggehaald, met alle koppelingen.`
      : t`${plural(count, { one: "# bewijsstuk is", other: "# bewijsstukken zijn" })} teruggezet, met alle koppelingen.`;
    onDone({ words, names, undo });
  };
  const own = { organisationId, documents, onDone };
  return (
    <section className={styles.bar} aria-label={t`Wat je gekozen hebt`}>
      <p role="status" className={styles.count}>
        <Trans>{count} gekozen</Trans>
      </p>
      {count > mostAtOnce ? (
        <p>
          <Trans>Het mogen er {mostAtOnce} tegelijk zijn.</Trans>
        </p>
      ) : areRemoved ? (
        <Button small aria-disabled={isBusy} onClick={() => void setRemoved(false)}>
          <Trans>Zet terug</Trans>
        </Button>
      ) : (
        <>
          <LinkButton {...own}>
            <Trans>Koppel bij…</Trans>
          </LinkButton>
          <ChangeButton {...own} what="sharing">
            <Trans>Voor wie…</Trans>
          </ChangeButton>
          <ChangeButton {...own} what="period">
            <Trans>Periode…</Trans>
          </ChangeButton>
          <Button small aria-disabled={isBusy} onClick={() => void setRemoved(true)}>
            <Trans>Haal weg</Trans>
          </Button>
        </>
      )}
      <Button look="quiet" small onClick={onNone}>
        <Trans>Kies niets</Trans>
      </Button>
      <SeveralTrouble trouble={trouble} />
    </section>
  );
}
