import { Trans, useLingui } from "@lingui/react/macro";
import type { ReactNode } from "react";
import type { EvidenceWholeFragment } from "../../gql/graphql.ts";
import { Button } from "../../ui/Button.tsx";
import { useFirstFieldFocus } from "../../ui/focus.ts";
import { detailsOf, differences } from "./details.ts";
import type { DetailName, Details } from "./details.ts";
import { usePeriodText, useSharingText } from "./evidence-text.ts";
import styles from "./EvidenceClash.module.css";

interface Props {
  readonly theirs: EvidenceWholeFragment;
  readonly mine: Details;
  readonly isBusy: boolean;
  readonly onKeepMine: () => void;
  readonly onKeepTheirs: () => void;
}

type Line = Exclude<DetailName, "aboutFrom" | "aboutTo"> | "period";

/** Somebody saved something else meanwhile. Nothing is overwritten until a person chooses. */
export function EvidenceClash({ theirs, mine, isBusy, onKeepMine, onKeepTheirs }: Props) {
  const { t } = useLingui();
  const place = useFirstFieldFocus<HTMLElement>();
  const name = theirs.changedBy.name;
  const lines = [
    ...new Set(
      differences(detailsOf(theirs), mine).map((one): Line =>
        one === "aboutFrom" || one === "aboutTo" ? "period" : one,
      ),
    ),
  ];
  const isGone = theirs.removedAt !== null;
  const names: Readonly<Record<Line, string>> = {
    title: t`Naam`,
    url: t`Webadres`,
    period: t`Gaat over`,
    sharing: t`Wie mag het zien`,
    personalDataNote: t`Persoonsgegevens`,
  };
  return (
    <section ref={place} className={styles.clash} aria-labelledby="evidence-clash">
      <h2 id="evidence-clash">
        {isGone ? (
          <Trans>{name} haalde dit bewijsstuk weg</Trans>
        ) : (
          <Trans>{name} wijzigde dit ook</Trans>
        )}
      </h2>
      <p>
        {isGone ? (
          <Trans>Wat je invulde is niet bewaard. Zet het eerst terug, en wijzig het dan.</Trans>
        ) : (
          <Trans>Er is niets overschreven. Kies wat er blijft staan.</Trans>
        )}
      </p>
      <table className={styles.sides}>
        <thead>
          <tr>
            <td />
            <th scope="col">
              <Trans>Staat er nu</Trans>
            </th>
            <th scope="col">
              <Trans>Vulde jij in</Trans>
            </th>
          </tr>
        </thead>
        <tbody>
          {lines.map((line) => (
            <tr key={line}>
              <th scope="row">{names[line]}</th>
              <td>
                <Value details={theirs} line={line} />
              </td>
              <td>
                <Value details={mine} line={line} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <div className={styles.buttons}>
        {!isGone && (
          <Button aria-disabled={isBusy} onClick={onKeepMine}>
            <Trans>Bewaar wat ik invulde</Trans>
          </Button>
        )}
        <Button aria-disabled={isBusy} onClick={onKeepTheirs}>
          <Trans>Laat staan wat er nu staat</Trans>
        </Button>
      </div>
    </section>
  );
}

function Value({ details, line }: { readonly details: Details; readonly line: Line }): ReactNode {
  const periodText = usePeriodText();
  const sharingText = useSharingText();
  const text =
    line === "period"
      ? periodText(details)
      : line === "sharing"
        ? sharingText(details.sharing)
        : details[line];
  return text === null || text === "" ? <Trans>leeg</Trans> : text;
}
