import { Trans, useLingui } from "@lingui/react/macro";
import { dayInAmsterdam } from "@toetssteen/norms";
import type { NoticeFragment, PlanningQuery } from "../../gql/graphql.ts";
import { lastDayBefore, writeDayOf, writeTime } from "../../i18n/dates.ts";
import type { Failure } from "../../network/use-submission.ts";
import { Button } from "../../ui/Button.tsx";
import { MarginRow } from "../../ui/Margin.tsx";
import { Notice } from "../../ui/Notice.tsx";
import { FailureAlert } from "../identity/FailureAlert.tsx";
import { MandateForm } from "./MandateForm.tsx";
import { MandateRow } from "./MandateRow.tsx";
import { isPlanned, mandateState, plannedOf } from "./mandate-state.ts";
import type { PlannedLine } from "./planned-line.ts";
import styles from "./PlanningPage.module.css";
import type { MandateDraft } from "./use-planning.ts";

interface Props {
  readonly line: PlannedLine;
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

/** One norm of a library: the version that counts with its mandates, and what it took the place of. */
export function LineSection({ line, now, isGiving, onOpen, failure, ...rest }: Props) {
  const { t } = useLingui();
  const { libraryName, norm, latest, replaced } = line;
  const title = `notice-${latest.submissionId}`;
  return (
    <section aria-labelledby={title}>
      <MarginRow ruled>
        <h2 id={title} className={styles.library} tabIndex={-1}>
          <Trans>
            {libraryName} · norm {norm}
          </Trans>
        </h2>
        <Version line={line} notice={latest} now={now} {...rest} />
        <StillOnOld line={line} now={now} />
        {isGiving ? (
          <MandateForm
            libraryId={latest.organisationId}
            submissionId={latest.submissionId}
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
        {replaced.length > 0 && (
          <details className={styles.replaced}>
            <summary>
              <Trans>Eerdere versies ({replaced.length})</Trans>
            </summary>
            {replaced.map((notice) => (
              <Version
                key={notice.submissionId}
                line={line}
                notice={notice}
                now={now}
                isReplaced
                {...rest}
              />
            ))}
          </details>
        )}
        <div className={styles.problem}>
          <FailureAlert failure={failure} />
        </div>
      </MarginRow>
    </section>
  );
}

interface OldProps {
  readonly line: PlannedLine;
  readonly now: Date;
}

/** Who reads a version that was replaced, while nobody reads the one that replaced it. */
function StillOnOld({ line: { latest, replaced }, now }: OldProps) {
  const { i18n } = useLingui();
  const readers = plannedOf(replaced, now);
  if (readers.length === 0 || isPlanned(latest.mandates, now)) return null;
  const names = new Intl.ListFormat(i18n.locale).format(readers);
  return (
    <div className={styles.old}>
      <Notice kind="attention">
        <p>
          <Trans>
            Een eerdere versie is vervangen. De opdracht van {names} gaat nog over die versie: geef
            een opdracht voor de nieuwe.
          </Trans>
        </p>
      </Notice>
    </div>
  );
}

interface VersionProps extends Pick<
  Props,
  "line" | "auditors" | "now" | "isBusy" | "onGive" | "onWithdraw"
> {
  readonly notice: NoticeFragment;
  /** There is a later version: no new mandate is given for this one. */
  readonly isReplaced?: boolean;
}

function Version({ line, notice, now, isReplaced = false, ...rest }: VersionProps) {
  const { t, i18n } = useLingui();
  const { submissionId, submittedAt, mandates } = notice;
  const { libraryName, norm } = line;
  const day = writeDayOf(submittedAt, i18n.locale);
  const time = writeTime(submittedAt, i18n.locale);
  const mayGiveAgain = ({ auditor, closesAt }: NoticeFragment["mandates"][number]) =>
    !isReplaced &&
    now < new Date(closesAt) &&
    !isPlanned(
      mandates.filter((one) => one.auditor.personId === auditor.personId),
      now,
    ) &&
    rest.auditors.some(({ personId }) => personId === auditor.personId);
  return (
    <>
      <p className={styles.submitted}>
        {isReplaced ? (
          <Trans>
            Ingediend op {day} om {time} uur, vervangen
          </Trans>
        ) : (
          <Trans>
            Ingediend op {day} om {time} uur
          </Trans>
        )}
      </p>
      {mandates.length > 0 && (
        <ul
          className={styles.mandates}
          aria-label={t`Opdrachten voor norm ${norm} van ${libraryName}, ingediend op ${day} om ${time} uur`}
        >
          {mandates.map((mandate) => (
            <MandateRow
              key={mandate.id}
              mandate={mandate}
              state={mandateState(mandate, now)}
              isBusy={rest.isBusy}
              onWithdraw={rest.onWithdraw}
              onGiveAgain={
                mayGiveAgain(mandate)
                  ? () =>
                      rest.onGive({
                        libraryId: notice.organisationId,
                        submissionId,
                        auditorId: mandate.auditor.personId,
                        from: dayInAmsterdam(new Date(mandate.opensAt)),
                        through: lastDayBefore(mandate.closesAt),
                      })
                  : null
              }
            />
          ))}
        </ul>
      )}
    </>
  );
}
