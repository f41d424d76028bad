import { Trans } from "@lingui/react/macro";
import type { ReactNode } from "react";
import { Button } from "./Button.tsx";
import type { More } from "../network/use-more.ts";
import styles from "./MoreButton.module.css";

interface Props {
  readonly more: More;
  /** Where the next page begins; null when everything is there. */
  readonly place: string | null;
  readonly children: ReactNode;
}

/** Under a list of which the rest can be had. */
export function MoreButton({ more, place, children }: Props) {
  return (
    <div className={styles.more} role="status">
      {place !== null && (
        <Button aria-disabled={more.isBusy} onClick={() => more.isBusy || void more.ask(place)}>
          {more.isBusy ? <Trans>Bezig met laden…</Trans> : children}
        </Button>
      )}
      {more.isFailed && (
        <p>
          <Trans>Dat lukte niet. Wat hierboven staat, klopt nog. Probeer het zo opnieuw.</Trans>
        </p>
      )}
    </div>
  );
}
