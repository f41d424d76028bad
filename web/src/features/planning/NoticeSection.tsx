import { Trans, useLingui } from "@lingui/react/macro";
import { dayInAmsterdam } from "@toetssteen/norms";
import type { NoticeFragment, PlanningQuery } from "../../gql/graphql.ts";
import { lastDayBefore, writeDay, writeDayOf } from "../../i18n/dates.ts";
import { Button } from "../../ui/Button.tsx";
import { MarginRow } from "../../ui/Margin.tsx";
import { FailureAlert } from "../identity/FailureAlert.tsx";
import type { Failure } from "../../use-submission.ts";
import { MandateForm } from "./MandateForm.tsx";
import { isPlanned, mandateState } from "./mandate-state.ts";
import type { MandateState } from "./mandate-state.ts";
import styles from "./PlanningPage.module.css";
import type { MandateDraft } from "./use-planning.ts";

interface Props {
  readonly notice: NoticeFragment;
  readonly auditors: PlanningQuery["auditors"];
  readonly now: Date;
  readonly isBusy: boolean;
  readonly isGiving: boolean;
  readonly onOpen: () => void;
  readonly onClose: () => void;
  readonly onGive: (draft: MandateDraft) => void;
  readonly onWithdraw: (id: string) => void;
  readonly failure: Failure | null;
}

/** One submitted norm, with the mandates on it. */
export function NoticeSection({ notice, now, isGiving, onOpen, failure, ...rest }: Props) {
  const { t, i18n } = useLingui();
  const { submissionId, libraryName, norm, submittedAt, mandates } = notice;
  const libraryId = notice.organisationId;
  const title = `notice-${submissionId}`;
  return (
    <section aria-labelledby={title}>
      <MarginRow ruled>
        <h2 id={title} className={styles.library} tabIndex={-1}>
          {libraryName}
        </h2>
        <p className={styles.submitted}>
          <Trans>
            Norm {norm}, ingediend op {writeDayOf(submittedAt, i18n.locale)}
          </Trans>
        </p>
        {mandates.length > 0 && (
          <ul className={styles.mandates} aria-label={t`Opdrachten voor ${libraryName}`}>
            {mandates.map((mandate) => (
              <MandateRow
                key={mandate.id}
                mandate={mandate}
                state={mandateState(mandate, now)}
                isBusy={rest.isBusy}
                onWithdraw={rest.onWithdraw}
                onGiveAgain={() =>
                  rest.onGive({
                    libraryId,
                    submissionId,
                    auditorId: mandate.auditor.personId,
                    from: dayInAmsterdam(new Date(mandate.opensAt)),
                    through: lastDayBefore(mandate.closesAt),
                  })
                }
                mayGiveAgain={
                  now < new Date(mandate.closesAt) &&
                  !isPlanned(mandates.filter(isFor(mandate.auditor.personId)), now) &&
                  rest.auditors.some(({ personId }) => personId === mandate.auditor.personId)
                }
              />
            ))}
          </ul>
        )}
        {isGiving ? (
          <MandateForm
            libraryId={libraryId}
            submissionId={submissionId}
            libraryName={libraryName}
            auditors={rest.auditors}
            now={now}
            isBusy={rest.isBusy}
            onGive={rest.onGive}
            onClose={rest.onClose}
          />
        ) : (
          <Button
            small
            aria-label={t`Geef een opdracht voor norm ${norm} van ${libraryName}`}
            onClick={onOpen}
          >
            <Trans>Geef een opdracht</Trans>
          </Button>
        )}
        <div className={styles.problem}>
          <FailureAlert failure={failure} />
        </div>
      </MarginRow>
    </section>
  );
}

interface RowProps {
  readonly mandate: NoticeFragment["mandates"][number];
  readonly state: MandateState;
  readonly isBusy: boolean;
  readonly onWithdraw: (id: string) => void;
  readonly onGiveAgain: () => void;
  readonly mayGiveAgain: boolean;
}

function MandateRow({ mandate, state, isBusy, mayGiveAgain, ...on }: RowProps) {
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
          onClick={() => on.onWithdraw(id)}
        >
          <Trans>Trek in</Trans>
        </Button>
      )}
      {state === "withdrawn" && mayGiveAgain && (
        <Button
          look="quiet"
          small
          aria-disabled={isBusy}
          aria-label={t`Geef opnieuw: de opdracht van ${name}`}
          onClick={on.onGiveAgain}
        >
          <Trans>Geef opnieuw</Trans>
        </Button>
      )}
    </li>
  );
}

function isFor(personId: string) {
  return ({ auditor }: RowProps["mandate"]) => auditor.personId === personId;
}
