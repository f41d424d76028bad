import { Plural, Trans } from "@lingui/react/macro";
import { Link, useLocation } from "@tanstack/react-router";
import { useState, useSyncExternalStore } from "react";
import { Notice } from "../../ui/Notice.tsx";
import { Button } from "../../ui/Button.tsx";
import type { Unsent } from "./unsent.ts";
import styles from "./UnsentNotice.module.css";
import { usePlaceName } from "./use-place-name.ts";
import { useReplay } from "./use-replay.ts";

export interface UnsentNoticeProps {
  readonly personId: string;
  readonly organisationId: string;
}

/** Above a page: what was sent later than it was typed, and what still isn't. Nothing where there is nothing to say. */
export function UnsentNotice({ personId, organisationId }: UnsentNoticeProps) {
  const { outbox, sent, isTried } = useReplay(personId, organisationId);
  const left = useSyncExternalStore(outbox?.subscribe ?? never, outbox?.left ?? nothing);
  const { pathname } = useLocation();
  const [seen, setSeen] = useState(0);
  const here = `/o/${organisationId}/niet-verstuurd`;
  const news = sent.slice(seen);
  const isShown = isTried && left.length > 0 && pathname !== here;
  return (
    <div role="status" className={styles.place}>
      {news.length > 0 && (
        <Notice kind="step" small>
          <div className={styles.news}>
            <p>
              <Trans>Alsnog bewaard, van wat je eerder typte:</Trans> <Names sent={news} />.
            </p>
            <Button look="quiet" small onClick={() => setSeen(sent.length)}>
              <Trans>Sluit</Trans>
            </Button>
          </div>
        </Notice>
      )}
      {isShown && (
        <Notice kind="attention" small>
          <p>
            <Plural
              value={left.length}
              one="Er staat nog # tekst van jou op dit apparaat die niet verstuurd is."
              other="Er staan nog # teksten van jou op dit apparaat die niet verstuurd zijn."
            />{" "}
            <Link to="/o/$organisation/niet-verstuurd" params={{ organisation: organisationId }}>
              <Trans>Bekijk wat er staat</Trans>
            </Link>
          </p>
        </Notice>
      )}
    </div>
  );
}

function Names({ sent }: { readonly sent: readonly Unsent[] }) {
  const nameOf = usePlaceName();
  return [...new Set(sent.map(({ place }) => nameOf(place)))].join(", ");
}

const none: readonly Unsent[] = [];

function nothing(): readonly Unsent[] {
  return none;
}

function never(): () => void {
  return () => undefined;
}
