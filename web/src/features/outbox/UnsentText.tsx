import { Trans, useLingui } from "@lingui/react/macro";
import { Link } from "@tanstack/react-router";
import { writeDay, writeDayOf, writeTime } from "../../i18n/dates.ts";
import { Button, buttonClass } from "../../ui/Button.tsx";
import { VisuallyHidden } from "../../ui/VisuallyHidden.tsx";
import { CopyText } from "./CopyText.tsx";
import { needsSomebody } from "./unsent.ts";
import type { Unsent } from "./unsent.ts";
import styles from "./UnsentPage.module.css";
import { placeAddress, usePlaceName } from "./use-place-name.ts";

interface Props {
  readonly unsent: Unsent;
  /** A text that is open on this page; it sends itself. */
  readonly isOurs: boolean;
  /** Whether one works for the organisation that it is for. */
  readonly isOpenHere: boolean;
  readonly isMember: boolean;
  readonly onThrow: () => void;
}

/** One text with where it was meant for, why it is still here, and what can be done with it. */
export function UnsentText({ unsent, isOurs, isOpenHere, isMember, onThrow }: Props) {
  const { i18n } = useLingui();
  const name = usePlaceName()(unsent.place);
  const words = useWords()(unsent);
  const { norm, hash } = placeAddress(unsent.place);
  const organisation = unsent.organisationId;
  const day = writeDayOf(unsent.typedAt, i18n.locale);
  const time = writeTime(unsent.typedAt, i18n.locale);
  const open = <Trans>Open waar het hoort</Trans>;
  const hidden = <VisuallyHidden> ({name})</VisuallyHidden>;
  return (
    <article className={styles.text}>
      <h3 className={styles.where}>{name}</h3>
      <p className={styles.when}>
        <Trans>
          Getypt op {day} om {time} uur
        </Trans>
        {". "}
        <Why unsent={unsent} isOpenHere={isOpenHere} isMember={isMember} />
      </p>
      <p className={styles.words}>{words}</p>
      <div className={styles.actions}>
        {isMember &&
          (norm === null ? (
            <Link
              className={buttonClass("plain", true)}
              to="/o/$organisation/zelfevaluatie/ambities"
              params={{ organisation }}
              hash={hash}
            >
              {open}
              {hidden}
            </Link>
          ) : (
            <Link
              className={buttonClass("plain", true)}
              to="/o/$organisation/zelfevaluatie/$norm"
              params={{ organisation, norm }}
              hash={hash}
            >
              {open}
              {hidden}
            </Link>
          ))}
        <CopyText text={words} name={name} />
        {!isOurs && (
          <Button look="quiet" small onClick={onThrow}>
            <Trans>Gooi weg</Trans>
            {hidden}
          </Button>
        )}
      </div>
    </article>
  );
}

function Why({ unsent, isOpenHere, isMember }: Pick<Props, "unsent" | "isOpenHere" | "isMember">) {
  if (!isMember)
    return <Trans>Je kunt het hier niet meer versturen; kopieer het als je het nodig hebt.</Trans>;
  if (!isOpenHere) return <Trans>Het gaat vanzelf weg zodra je voor deze organisatie werkt.</Trans>;
  if (unsent.kept.isClash)
    return <Trans>Een collega was eerder. Open het en kies wat er blijft staan.</Trans>;
  if (!needsSomebody(unsent)) return <Trans>Het wordt verstuurd zodra er verbinding is.</Trans>;
  switch (unsent.trouble) {
    case "invalid":
      return (
        <Trans>
          Zo kunnen we het niet bewaren. Open het: bij het vak staat wat er niet kan en waarom.
        </Trans>
      );
    case "left":
      return (
        <Trans>Wie je koos, hoort niet meer bij jullie. Open het en kies iemand anders.</Trans>
      );
    case "gone":
      return <Trans>Een collega heeft het weggehaald.</Trans>;
    default:
      return <Trans>Je mag dit nu niet veranderen.</Trans>;
  }
}

/** What was typed, as running text. */
function useWords(): (unsent: Unsent) => string {
  const { t, i18n } = useLingui();
  const day = (value: string | null | undefined) =>
    value == null ? t`geen datum` : writeDay(value, i18n.locale);
  return ({ place, kept: { words } }) => {
    switch (place.kind) {
      case "passage":
        return words["body"] ?? "";
      case "answer": {
        const verdict =
          words["verdict"] === "JA" ? t`Ja` : words["verdict"] === "NEE" ? t`Nee` : null;
        return [verdict, words["explanation"]].filter(Boolean).join("\n");
      }
      case "plan": {
        const due = day(words["dueOn"]);
        return t`Af vóór: ${due}`;
      }
      case "discussion":
        return [words["withWhom"], day(words["heldOn"])].join(", ");
    }
  };
}
