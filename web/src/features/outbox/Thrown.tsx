import { Trans, useLingui } from "@lingui/react/macro";
import { useEffect, useRef } from "react";
import { Button } from "../../ui/Button.tsx";
import { focusTitle } from "../../ui/focus.ts";
import styles from "./UnsentPage.module.css";

export interface ThrownText {
  readonly id: string;
  /** Where it was meant for. */
  readonly name: string;
  readonly putBack: () => void;
}

interface Props {
  readonly thrown: readonly ThrownText[];
}

/** What was thrown away on this page, with a way back as long as it is open. */
export function Thrown({ thrown }: Props) {
  const { t } = useLingui();
  const last = useRef<HTMLButtonElement>(null);
  // What was pressed is gone: on to the way back, or where nothing is left to put back to the top.
  const before = useRef(0);
  useEffect(() => {
    if (thrown.length > 0) last.current?.focus();
    else if (before.current > 0) focusTitle();
    before.current = thrown.length;
  }, [thrown.length]);
  if (thrown.length === 0) return null;
  return (
    <ul className={styles.thrown} aria-label={t`Weggegooid`}>
      {thrown.map(({ id, name, putBack }, index) => (
        <li key={id}>
          <Trans>{name} is weggegooid.</Trans>{" "}
          <Button
            ref={index === thrown.length - 1 ? last : null}
            look="quiet"
            small
            onClick={putBack}
          >
            <Trans>Zet terug</Trans>
          </Button>
        </li>
      ))}
    </ul>
  );
}
