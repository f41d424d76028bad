/* oxlint-disable jsx-a11y/no-redundant-roles, jsx-a11y/no-interactive-element-to-noninteractive-role -- a row that is laid out as a card loses its own role in some browsers */
import { Trans, useLingui } from "@lingui/react/macro";
import type { ReactNode } from "react";
import type { NormTitlesFragment, OverseenRowFragment } from "../../gql/graphql.ts";
import { writeDaysAgo, writeShortDay } from "../../i18n/dates.ts";
import { useNow } from "../../i18n/now.ts";
import { cx } from "../../ui/cx.ts";
import { VisuallyHidden } from "../../ui/VisuallyHidden.tsx";
import { WorkBar } from "../self-evaluation/WorkStates.tsx";
import styles from "./OverseenTable.module.css";
import { planningOf } from "./planning-of.ts";
import { PlanningText } from "./PlanningText.tsx";
import { QuarterText } from "./QuarterText.tsx";
import { countsOf, useWorkText } from "./work-text.ts";

export type SortedBy = "name" | "audit";

interface Props {
  readonly label: string;
  readonly libraries: readonly OverseenRowFragment[];
  /** The columns; a library whose edition has one of these not leaves it empty. */
  readonly norms: readonly NormTitlesFragment[];
  /** Absent where there is nothing to sort. */
  readonly sort?: {
    readonly by: SortedBy;
    readonly link: (by: SortedBy, text: ReactNode) => ReactNode;
  };
}

/**
 * What a support organisation sees of libraries, and what a library sees of that beforehand: the same rows.
 * The roles are spelled out because on a narrow screen a row is laid out as a card.
 */
export function OverseenTable({ label, libraries, norms, sort }: Props) {
  if (libraries.length === 0) return null;
  const heading = (by: SortedBy, text: ReactNode) => (
    <th
      role="columnheader"
      scope="col"
      aria-sort={sort?.by === by ? "ascending" : undefined}
      className={styles[by]}
    >
      {sort ? sort.link(by, text) : text}
    </th>
  );
  return (
    <>
      <div className={styles.sheet}>
        <table role="table" aria-label={label} className={styles.table}>
          <thead role="rowgroup">
            <tr role="row">
              {heading("name", <Trans>Bibliotheek</Trans>)}
              {norms.map(({ code, title }) => (
                <th key={code} role="columnheader" scope="col" className={styles.norm}>
                  <span className={styles.code}>{code}</span> <NormTitle title={title} />
                </th>
              ))}
              {heading("audit", <Trans>Audit</Trans>)}
              <th role="columnheader" scope="col">
                <Trans>Planning</Trans>
              </th>
              <th role="columnheader" scope="col">
                <Trans>Laatst bezig</Trans>
              </th>
            </tr>
          </thead>
          <tbody role="rowgroup">
            {libraries.map((library) => (
              <Row key={library.organisation.id} library={library} norms={norms} />
            ))}
          </tbody>
        </table>
      </div>
      <p className={styles.note}>
        <Trans>
          Een balk toont hoe ver het werk aan een norm is: licht is in bewerking, donkerder is na te
          lezen, het donkerst is klaar. Leeg is te doen, ✓ is ingediend. Of een bibliotheek op
          schema is, volgt uit hoeveel er klaar is en hoeveel tijd er nog is. Ja of nee telt nergens
          mee.
        </Trans>
      </p>
    </>
  );
}

function Row({
  library,
  norms,
}: {
  readonly library: OverseenRowFragment;
  readonly norms: readonly NormTitlesFragment[];
}) {
  const { t, i18n } = useLingui();
  const now = useNow();
  const workText = useWorkText();
  const planning = planningOf(library, now);
  const asks = ["late", "soon", "behind"].includes(planning.kind);
  const { auditOn, announcedQuarter, lastActiveOn } = library;
  return (
    <tr role="row" className={styles.row}>
      <th role="rowheader" scope="row" className={styles.library}>
        {library.organisation.name}
      </th>
      {norms.map(({ code, title }) => {
        const norm = library.norms.find((one) => one.code === code);
        if (!norm) return <td key={code} role="cell" className={styles.work} />;
        const counts = countsOf(norm);
        const work = workText(counts);
        const text = norm.submittedOn === null ? work : t`ingediend; ${work}`;
        return (
          <td key={code} role="cell" className={styles.work} title={`${code} ${title}: ${text}`}>
            <span className={styles.label} aria-hidden="true">
              {code}
            </span>
            <WorkBar counts={counts} width={36} />
            {norm.submittedOn !== null && (
              <span className={styles.submitted} aria-hidden="true">
                ✓
              </span>
            )}
            <VisuallyHidden>{text}</VisuallyHidden>
          </td>
        );
      })}
      <td role="cell" className={styles.date}>
        <span className={styles.label} aria-hidden="true">
          <Trans>Audit</Trans>{" "}
        </span>
        {auditOn === null ? (
          <QuarterText quarter={announcedQuarter} />
        ) : (
          <time dateTime={auditOn}>{writeShortDay(auditOn, i18n.locale)}</time>
        )}
      </td>
      <td role="cell" className={cx(styles.planning, asks && styles.asks)}>
        <PlanningText planning={planning} />
      </td>
      <td role="cell" className={styles.active}>
        <span className={styles.label} aria-hidden="true">
          <Trans>laatst bezig</Trans>{" "}
        </span>
        {lastActiveOn === null ? (
          <Trans>nog niet</Trans>
        ) : (
          writeDaysAgo(`${lastActiveOn}T12:00:00Z`, now, i18n.locale)
        )}
      </td>
    </tr>
  );
}

/** The first words of a norm's title, in a narrow column; a screen reader hears all of it. */
function NormTitle({ title }: { readonly title: string }) {
  const short = title.split(/,| en | and /)[0] ?? title;
  if (short === title) return <span>{title}</span>;
  return (
    <>
      <span aria-hidden="true">{short}</span>
      <VisuallyHidden>{title}</VisuallyHidden>
    </>
  );
}
