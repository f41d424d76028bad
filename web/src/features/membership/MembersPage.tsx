import { Plural, Trans, useLingui } from "@lingui/react/macro";
import { Link, useRouter } from "@tanstack/react-router";
import { useEffect } from "react";
import { buttonClass } from "../../ui/Button.tsx";
import { MarginPage } from "../../ui/Margin.tsx";
import { PageHeader } from "../../ui/PageHeader.tsx";
import { hush, useLastDone } from "./done.ts";
import { DoneNotice } from "./DoneNotice.tsx";
import { InvitationList } from "./InvitationList.tsx";
import { LeftMembers } from "./LeftMembers.tsx";
import { useManagement } from "./management.ts";
import styles from "./MembersPage.module.css";
import { MembersTable } from "./MembersTable.tsx";
import type { TableState } from "./MembersTable.tsx";
import { ManagerNextStep, ReaderNextStep } from "./NextStepNotice.tsx";
import { usePeople } from "./people.ts";
import { RoleMeanings } from "./RoleMeanings.tsx";

interface Props {
  readonly organisationId: string;
  readonly organisationName: string;
  /** Who looks. */
  readonly personId: string;
  readonly table: TableState;
  readonly showsLeft: boolean;
  readonly onShowLeft: (shows: boolean) => void;
}

/** Who takes part in an organisation; for administrators, where they say so. */
export function MembersPage(props: Props) {
  const { organisationId, organisationName, personId, table, showsLeft, onShowLeft } = props;
  const { t } = useLingui();
  const people = usePeople(organisationId);
  const management = useManagement(organisationId);
  const done = useLastDone(organisationId);
  const router = useRouter();
  // It was said here; elsewhere it would come out of nowhere.
  useEffect(
    () => router.subscribe("onBeforeNavigate", ({ pathChanged }) => pathChanged && hush()),
    [router],
  );
  const { canManage, fittingRoles, present, left } = people;

  return (
    <MarginPage>
      <PageHeader
        title={t`Mensen`}
        eyebrow={organisationName}
        lead={<Trans>Wie er toegang heeft, en met welke rol.</Trans>}
      />
      <div className={styles.step}>
        {done !== null ? (
          <DoneNotice done={done} organisationId={organisationId} management={management} />
        ) : canManage ? (
          <ManagerNextStep organisationId={organisationId} people={people} />
        ) : (
          <ReaderNextStep present={present} />
        )}
      </div>
      {canManage && (
        <>
          <p className={styles.invite}>
            <Link
              to="/o/$organisation/mensen/uitnodigen"
              params={{ organisation: organisationId }}
              className={buttonClass(done === null ? "first" : "plain")}
            >
              <Trans>Nodig iemand uit</Trans>
            </Link>
          </p>
          <InvitationList organisationId={organisationId} management={management} />
        </>
      )}
      <section aria-labelledby="leden" className={styles.section}>
        <MembersTable
          members={present}
          organisationId={organisationId}
          personId={personId}
          canManage={canManage}
          state={table}
          heading={
            <h2 id="leden" className={styles.heading}>
              <Plural
                value={present.length}
                one="# persoon met toegang"
                other="# mensen met toegang"
              />
            </h2>
          }
        />
      </section>
      <LeftMembers
        members={left}
        isOpen={showsLeft}
        onToggle={onShowLeft}
        organisationId={organisationId}
        management={canManage ? management : null}
      />
      <RoleMeanings roles={fittingRoles} />
    </MarginPage>
  );
}
