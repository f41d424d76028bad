import { Trans, useLingui } from "@lingui/react/macro";
import type { NoticeFragment } from "../../gql/graphql.ts";
import { lastDayBefore, writeDay, writeDayOf } from "../../i18n/dates.ts";
import { Button } from "../../ui/Button.tsx";
import type { MandateState } from "./mandate-state.ts";
import styles from "./PlanningPage.module.css";

interface RowProps {
  readonly mandate: NoticeFragment["mandates"][number];
  readonly state: MandateState;
  readonly isBusy: boolean;
  readonly onWithdraw: (id: string) => void;
  /** Null where it can't be given again. */
  readonly onGiveAgain: (() => void) | null;
}

/** One auditor, and from when until when. */
export function MandateRow({ mandate, state, isBusy, onGiveAgain, onWithdraw }: RowProps) {
  const { t, i18n } = useLingui();
  const { id, auditor, opensAt, closesAt } = mandate;
  const { name } = auditor;
  const from = writeDayOf(opensAt, i18n.locale);
  const through = writeDay(lastDayBefore(closesAt), i18n.locale);
  const isOpen = state === "running" || state === "upcoming" || state === "suspended";
  return (
    <li className={isOpen ? undefined : styles.past}>
      <div>
        <p className={styles.auditor}>{name}</p>
        <p className={styles.days}>
          {state === "upcoming" && (
            <Trans>
              leest van {from} tot en met {through}
            </Trans>
          )}
          {state === "running" && (
            <Trans>
              leest nu, van {from} tot en met {through}
            </Trans>
          )}
          {state === "over" && (
            <Trans>
              las van {from} tot en met {through}
            </Trans>
          )}
          {state === "suspended" && (
            <Trans>
              ligt stil, van {from} tot en met {through}: {name} hoort bij deze bibliotheek en kan
              haar niet beoordelen
            </Trans>
          )}
          {state === "withdrawn" && (
            <Trans>
              ingetrokken op {writeDayOf(mandate.withdrawnAt ?? closesAt, i18n.locale)}; was van{" "}
              {from} tot en met {through}
            </Trans>
          )}
        </p>
      </div>
      {isOpen && (
        <Button
          small
          aria-disabled={isBusy}
          aria-label={t`Trek in: de opdracht van ${name}`}
          onClick={() => onWithdraw(id)}
        >
          <Trans>Trek in</Trans>
        </Button>
      )}
      {state === "withdrawn" && onGiveAgain !== null && (
        <Button
          look="quiet"
          small
          aria-disabled={isBusy}
          aria-label={t`Geef opnieuw: de opdracht van ${name}`}
          onClick={onGiveAgain}
        >
          <Trans>Geef opnieuw</Trans>
        </Button>
      )}
    </li>
  );
}
