import { Trans, useLingui } from "@lingui/react/macro";
import { Link } from "@tanstack/react-router";
import { Button, buttonClass } from "../../ui/Button.tsx";
import { VisuallyHidden } from "../../ui/VisuallyHidden.tsx";
import type { BegunComment } from "../comment/kept-comment.ts";
import { CopyText } from "./CopyText.tsx";
import styles from "./UnsentPage.module.css";
import { partAddress } from "./use-place-name.ts";

interface Props {
  readonly begun: BegunComment;
  /** Name of the organisation where it was begun; null where one doesn't belong any more. */
  readonly organisation: string | null;
  readonly onThrow: (name: string) => void;
}

/** A comment that was begun, with the way to where it can be placed. */
export function BegunText({ begun, organisation, onThrow }: Props) {
  const { t } = useLingui();
  const { part, organisationId, comment } = begun;
  const name = t`Opmerking bij ${part}`;
  const hidden = <VisuallyHidden> ({name})</VisuallyHidden>;
  return (
    <article className={styles.text}>
      <h3 className={styles.where}>{name}</h3>
      <p className={styles.when}>
        {organisation ?? <Trans>Een organisatie waar je niet meer bij hoort</Trans>}
      </p>
      <p className={styles.words}>{comment.body}</p>
      <div className={styles.actions}>
        {organisation !== null && (
          <Link
            className={buttonClass("plain", true)}
            to="/o/$organisation/zelfevaluatie/$norm"
            params={{ organisation: organisationId, norm: partAddress(part).norm }}
            hash={partAddress(part).hash}
          >
            <Trans>Open waar het hoort</Trans>
            {hidden}
          </Link>
        )}
        <CopyText text={comment.body} name={name} />
        <Button look="quiet" small onClick={() => onThrow(name)}>
          <Trans>Gooi weg</Trans>
          {hidden}
        </Button>
      </div>
    </article>
  );
}
