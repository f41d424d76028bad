import { Trans, useLingui } from "@lingui/react/macro";
import { useRef, useState } from "react";
import { Button } from "../../ui/Button.tsx";
import { announce } from "../../ui/LiveRegion.tsx";
import { MarginRow } from "../../ui/Margin.tsx";
import { Notice } from "../../ui/Notice.tsx";
import { usePanel } from "../../address/use-panel.ts";
import { writeDayOf, writeTime } from "../../i18n/dates.ts";
import { FailureAlert } from "../identity/FailureAlert.tsx";
import { useSincePlaces } from "../next-step/use-since-places.ts";
import { hasUnsaved } from "../../network/open-texts.ts";
import { LastTime } from "./LastTime.tsx";
import { PlacesOfNorm } from "./PlacesOfNorm.tsx";
import styles from "./SubmitSection.module.css";
import { Hindered, SubmitDialog } from "./SubmitDialog.tsx";
import { useIsEmpty } from "./use-is-empty.ts";
import { useSubmit } from "./use-submit.ts";
import { useWrittenSince } from "./use-written-since.ts";

export interface Submittable {
  readonly code: string;
  readonly isAnswered: boolean;
}

interface Props {
  readonly organisation: string;
  readonly cycle: string;
  readonly norm: string;
  readonly indicators: readonly Submittable[];
  /** The last time that this norm was submitted. */
  readonly last: { readonly id: string; readonly submittedAt: string } | null;
  readonly canSubmit: boolean;
  /** What the page shows of the norm; another as soon as something in it is saved. */
  readonly page: object;
}

/** Under the answers of a norm: what is still open, what submitting does, and what was submitted. */
export function SubmitSection({
  organisation,
  cycle,
  norm,
  indicators,
  last,
  canSubmit,
  page,
}: Props) {
  const { t, i18n } = useLingui();
  const since = useWrittenSince(organisation, last?.id ?? null, page);
  const placesOf = useSincePlaces();
  const isSame = since !== null && placesOf(since).length === 0;
  const { submit, isBusy, failure } = useSubmit(organisation, cycle, norm);
  const [isUnsaved, setUnsaved] = useState(false);
  const { isOpen, open: ask, close, opener } = usePanel("indienen");
  const heading = useRef<HTMLHeadingElement>(null);
  const open = indicators.filter(({ isAnswered }) => !isAnswered);
  // Whoever answered ja or nee wrote something.
  const isEmpty = useIsEmpty(organisation, norm, canSubmit && indicators.length === 0, page);

  const confirm = async () => {
    close();
    if (!(await submit())) return;
    announce(t`Norm ${norm} is ingediend.`);
    heading.current?.focus();
  };

  return (
    <section className={styles.submit} aria-labelledby="indienen">
      <MarginRow>
        <h2 id="indienen" ref={heading} className={styles.heading} tabIndex={-1}>
          <Trans>Indienen</Trans>
        </h2>
        {last !== null && (
          <LastTime organisation={organisation} norm={norm} last={last} since={since} />
        )}
        {canSubmit && (
          <>
            {open.length > 0 ? (
              <StillOpen organisation={organisation} norm={norm} open={open} />
            ) : isSame && last !== null ? (
              <p className={styles.text}>
                <Trans>
                  Er is niets nieuws om in te dienen: sinds{" "}
                  {writeDayOf(last.submittedAt, i18n.locale)},{" "}
                  {writeTime(last.submittedAt, i18n.locale)} uur is er niets veranderd.
                </Trans>
              </p>
            ) : (
              <>
                {isEmpty === true && (
                  <div className={styles.text}>
                    <Hindered hindrance="NOTHING_WRITTEN" norm={norm} />
                  </div>
                )}
                <p className={styles.text}>
                  <Trans>
                    Met indienen leg je vast wat er nu staat. Auditors met een opdracht lezen
                    precies dat. Jullie kunnen hier gewoon verder schrijven; dat zien zij niet, tot
                    jullie opnieuw indienen.
                  </Trans>
                </p>
                <Button
                  ref={opener}
                  look={isEmpty === false ? "first" : "plain"}
                  aria-disabled={isBusy}
                  onClick={() => {
                    setUnsaved(hasUnsaved());
                    if (!hasUnsaved()) ask();
                  }}
                >
                  {isBusy ? (
                    <Trans>Bezig met indienen…</Trans>
                  ) : last === null ? (
                    <Trans>Dien norm {norm} in</Trans>
                  ) : (
                    <Trans>Dien norm {norm} opnieuw in</Trans>
                  )}
                </Button>
              </>
            )}
          </>
        )}
        {!canSubmit && last === null && (
          <p className={styles.text}>
            <Trans>
              Is alles beantwoord, dan dient je kwaliteitscoördinator deze norm in. Auditors lezen
              daarna precies wat er op dat moment stond.
            </Trans>
          </p>
        )}
        <div className={styles.alert}>
          <FailureAlert failure={failure} />
          <div role="alert">
            {isUnsaved && (
              <Notice kind="attention">
                <p>
                  <Trans>
                    Er is nog tekst niet bewaard. Wacht tot overal ‘Bewaard’ staat en dien dan in.
                  </Trans>
                </p>
              </Notice>
            )}
          </div>
        </div>
      </MarginRow>
      {isOpen && canSubmit && (
        <SubmitDialog
          organisation={organisation}
          norm={norm}
          onClose={close}
          onConfirm={() => void confirm()}
        />
      )}
    </section>
  );
}

interface OpenProps {
  readonly organisation: string;
  readonly norm: string;
  readonly open: readonly Submittable[];
}

function StillOpen({ organisation, norm, open }: OpenProps) {
  return (
    <>
      <p className={styles.text}>
        <Trans>Je kunt indienen als elke indicator een ja of nee heeft. Nog open:</Trans>
      </p>
      <PlacesOfNorm
        organisation={organisation}
        norm={norm}
        places={open.map(({ code }) => ({ page: "norm", hash: `indicator-${code}`, name: code }))}
      />
    </>
  );
}
