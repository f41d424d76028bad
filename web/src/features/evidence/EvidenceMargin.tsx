import { Trans, useLingui } from "@lingui/react/macro";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { FileFactsFragmentDoc, VersionFactsFragmentDoc } from "../../gql/graphql.ts";
import { readFragment } from "../../gql/fragment-masking.ts";
import type { EvidenceWholeFragment } from "../../gql/graphql.ts";
import { writeDayOf } from "../../i18n/dates.ts";
import { useOverviewQuery } from "../self-evaluation/use-overview.ts";
import { usePeriodText } from "./evidence-text.ts";
import styles from "./EvidenceItemPage.module.css";
import { hashOfPart } from "./part-hash.ts";
import { DoneNotice } from "./several/DoneNotice.tsx";
import { LinkButton } from "./several/LinkButton.tsx";
import type { Done } from "./several/use-several.ts";
import { SameFile } from "./SameFile.tsx";

interface Props {
  readonly organisation: string;
  readonly item: EvidenceWholeFragment;
}

/** Beside a document: where it is used, what it is about, and who may see it. */
export function EvidenceMargin({ organisation, item }: Props) {
  const { i18n } = useLingui();
  const periodText = usePeriodText();
  const overview = useOverviewQuery();
  const [done, setDone] = useState<Done | null>(null);
  const canLink =
    item.removedAt === null && (overview?.work.some(({ canSetState }) => canSetState) ?? false);
  const { uses, sharing, personalDataNote, addedAt, addedBy, changedAt, changedBy } = item;
  const day = writeDayOf(addedAt, i18n.locale);
  const changed = writeDayOf(changedAt, i18n.locale);
  return (
    <div className={styles.margin}>
      <section>
        <h2>
          <Trans>Gekoppeld bij</Trans>
        </h2>
        {uses.length === 0 ? (
          <p className={styles.soft}>
            <Trans>Nog nergens.</Trans>
          </p>
        ) : (
          <ul className={styles.uses}>
            {uses.map(({ id, part, norm, page }) => (
              <li key={id}>
                <Link
                  to="/o/$organisation/zelfevaluatie/$norm"
                  params={{ organisation, norm }}
                  hash={hashOfPart(part, norm)}
                >
                  {part === norm ? <Trans>Norm {part}</Trans> : part}
                </Link>
                {page !== "" && <span className={styles.soft}> {page}</span>}
              </li>
            ))}
          </ul>
        )}
        {canLink && (
          <LinkButton organisationId={organisation} documents={[item]} onDone={setDone}>
            {uses.length === 0 ? <Trans>Koppel bij…</Trans> : <Trans>Gebruik ook bij…</Trans>}
          </LinkButton>
        )}
        {done !== null && (
          <DoneNotice organisationId={organisation} done={done} onUndone={() => setDone(null)} />
        )}
      </section>
      <section>
        <h2>
          <Trans>Gaat over</Trans>
        </h2>
        <p>{periodText(item) ?? <Trans>Niet ingevuld</Trans>}</p>
      </section>
      <section>
        <h2>
          <Trans>Wie mag het zien</Trans>
        </h2>
        <p>
          {sharing === "SHARED" ? (
            <Trans>Jullie, en auditors zodra jullie een norm indienen waar het bij hoort.</Trans>
          ) : (
            <Trans>Alleen jullie. Het gaat niet mee bij indienen.</Trans>
          )}
        </p>
      </section>
      {personalDataNote !== "" && (
        <section>
          <h2>
            <Trans>Persoonsgegevens</Trans>
          </h2>
          <p>{personalDataNote}</p>
        </section>
      )}
      <p className={styles.soft}>
        <Trans>
          Toegevoegd door {addedBy.name} op {day}.
        </Trans>
        {changedAt !== addedAt && (
          <>
            {" "}
            <Trans>
              Gewijzigd door {changedBy.name} op {changed}.
            </Trans>
          </>
        )}
      </p>
      {item.kind === "FILES" && item.removedAt === null && (
        <SameFile organisation={organisation} id={item.id} files={filesOf(item)} />
      )}
      {!item.canEdit && (
        <p className={styles.soft}>
          <Trans>
            Wie het toevoegde, een kwaliteitscoördinator of een beheerder kan het wijzigen.
          </Trans>
        </p>
      )}
    </div>
  );
}

/** Changes when a file arrives whole, goes or is replaced. */
function filesOf({ files }: EvidenceWholeFragment): string {
  const versions = files.map((file) =>
    readFragment(VersionFactsFragmentDoc, readFragment(FileFactsFragmentDoc, file).current),
  );
  return versions.map(({ id, state }) => `${id} ${state}`).join();
}
