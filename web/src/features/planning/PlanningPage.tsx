import { Trans, useLingui } from "@lingui/react/macro";
import { useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import { NoticeFragmentDoc, PlanningDocument } from "../../gql/graphql.ts";
import { readFragment } from "../../gql/fragment-masking.ts";
import type { PlanningQueryVariables } from "../../gql/graphql.ts";
import { useNow } from "../../i18n/now.ts";
import { EmptyState } from "../../ui/EmptyState.tsx";
import { announce } from "../../ui/LiveRegion.tsx";
import { MarginPage } from "../../ui/Margin.tsx";
import { PageHeader } from "../../ui/PageHeader.tsx";
import { useLoaded } from "../../use-loaded.ts";
import { isPlanned } from "./mandate-state.ts";
import { NoticeSection } from "./NoticeSection.tsx";
import { PlanningStep } from "./PlanningStep.tsx";
import styles from "./PlanningPage.module.css";
import { usePlanning } from "./use-planning.ts";

interface Props {
  readonly variables: PlanningQueryVariables;
  readonly name: string;
  /** The submission for which a mandate is being given. */
  readonly giving: string | undefined;
}

/** What libraries handed in, and who reads it from when until when. */
export function PlanningPage({ variables, name, giving }: Props) {
  const { t } = useLingui();
  const now = useNow();
  const navigate = useNavigate();
  const loaded = useLoaded(PlanningDocument, variables);
  const { give, withdraw, isBusy, failure } = usePlanning(variables.organisationId);
  const [acting, setActing] = useState<string | null>(null);
  if (loaded === null) return null;
  const notices = loaded.submissionNotices.map((notice) => readFragment(NoticeFragmentDoc, notice));
  const open = (submissionId: string | undefined) =>
    void navigate({
      to: "/o/$organisation/planning",
      params: { organisation: variables.organisationId },
      search: submissionId === undefined ? {} : { opdracht: submissionId },
      resetScroll: false,
    });
  const focus = (submissionId: string) =>
    document.getElementById(`notice-${submissionId}`)?.focus();

  return (
    <MarginPage>
      <PageHeader
        title={t`Planning`}
        eyebrow={name}
        lead={<Trans>Wat bibliotheken indienden, en wie het wanneer leest.</Trans>}
      />
      {notices.length === 0 ? (
        <div className={styles.empty}>
          <EmptyState title={t`Er is nog niets ingediend`}>
            <p>
              <Trans>
                Dient een bibliotheek een norm in, dan staat hier bijvoorbeeld ‘norm 4, ingediend op
                3 november’. Daarna geef je een auditor een opdracht om die te lezen.
              </Trans>
            </p>
          </EmptyState>
        </div>
      ) : (
        <>
          <div className={styles.step}>
            <PlanningStep
              waiting={notices.find(({ mandates }) => !isPlanned(mandates, now)) ?? null}
              organisation={variables.organisationId}
            />
          </div>
          <div className={styles.notices}>
            {notices.map((notice) => (
              <NoticeSection
                key={notice.submissionId}
                notice={notice}
                auditors={loaded.auditors}
                now={now}
                isBusy={isBusy}
                isGiving={giving === notice.submissionId}
                onOpen={() => open(notice.submissionId)}
                onClose={() => {
                  open(undefined);
                  focus(notice.submissionId);
                }}
                onGive={(draft) => {
                  setActing(notice.submissionId);
                  void give(draft).then((isGiven) => {
                    if (!isGiven) return;
                    open(undefined);
                    announce(t`De opdracht is gegeven.`);
                    focus(notice.submissionId);
                  });
                }}
                onWithdraw={(id) => {
                  setActing(notice.submissionId);
                  void withdraw(id).then((isDone) => {
                    if (!isDone) return;
                    announce(t`De opdracht is ingetrokken. Dat geldt meteen.`);
                    focus(notice.submissionId);
                  });
                }}
                failure={acting === notice.submissionId ? failure : null}
              />
            ))}
          </div>
        </>
      )}
    </MarginPage>
  );
}
