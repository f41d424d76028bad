import { Trans, useLingui } from "@lingui/react/macro";
import { Link, useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import { writeDayOf } from "../../i18n/dates.ts";
import { Button } from "../../ui/Button.tsx";
import { Dialog } from "../../ui/Dialog.tsx";
import { MarginPage, MarginRow } from "../../ui/Margin.tsx";
import { PageHeader } from "../../ui/PageHeader.tsx";
import { leaving, useSubmission } from "../../network/use-submission.ts";
import { FailureAlert } from "../identity/FailureAlert.tsx";
import { say } from "./done.ts";
import { useManagement } from "./management.ts";
import { isLastAdministrator, usePeople } from "./people.ts";
import type { Membership, People } from "./people.ts";
import styles from "./PersonPage.module.css";
import { RolesForm } from "./RolesForm.tsx";

interface Props {
  readonly organisationId: string;
  readonly organisationName: string;
  readonly member: Membership;
  /** Whether this is who looks. */
  readonly isSelf: boolean;
  /** After somebody changed what they themselves may do. */
  readonly onSelfChanged: () => Promise<void>;
}

/** One member, for an administrator: roles, and ending access. */
export function PersonPage(props: Props) {
  const { organisationId, member, isSelf, onSelfChanged } = props;
  const { i18n } = useLingui();
  const people = usePeople(organisationId);
  const management = useManagement(organisationId);
  const navigate = useNavigate();
  const there = {
    to: "/o/$organisation/mensen",
    params: { organisation: organisationId },
  } as const;
  const since = writeDayOf(member.since, i18n.locale);
  return (
    <MarginPage>
      <PageHeader
        title={member.name}
        eyebrow={
          <Link {...there}>
            <Trans>Terug naar mensen</Trans>
          </Link>
        }
        lead={
          isSelf ? (
            <Trans>Dat ben jij. Je hebt toegang sinds {since}.</Trans>
          ) : (
            <Trans>Heeft toegang sinds {since}.</Trans>
          )
        }
      />
      <div className={styles.body}>
        <MarginRow
          margin={
            <p className={styles.note}>
              <Trans>Een nieuwe rol geldt meteen, ook als iemand al is ingelogd.</Trans>
            </p>
          }
        >
          <RolesForm
            member={member}
            people={people}
            isSelf={isSelf}
            management={management}
            onDone={async (done) => {
              if (done !== null) say(organisationId, done);
              if (done !== null && isSelf) await onSelfChanged();
              await navigate(there);
            }}
          />
        </MarginRow>
      </div>
      <Removal {...props} people={people} onRemoved={() => navigate(there)} />
    </MarginPage>
  );
}

interface RemovalProps extends Props {
  readonly people: People;
  readonly onRemoved: () => Promise<void>;
}

function Removal({
  organisationId,
  organisationName,
  member,
  isSelf,
  people,
  onRemoved,
}: RemovalProps) {
  const { t } = useLingui();
  const management = useManagement(organisationId);
  const { isBusy, failure, submit } = useSubmission();
  const [isAsking, setAsking] = useState(false);
  const { name } = member;

  const remove = () =>
    submit(async () => {
      const done = await management.remove(member);
      if (isSelf) {
        // There is nothing left to see here for this person.
        window.location.assign("/");
        return leaving;
      }
      say(organisationId, done);
      await onRemoved();
      return undefined;
    });

  return (
    <section className={styles.removal} aria-labelledby="weg">
      <MarginRow ruled>
        <h2 id="weg" className={styles.heading}>
          <Trans>Toegang stoppen</Trans>
        </h2>
        {isLastAdministrator(member, people.present) ? (
          <p>
            <Trans>
              {name} is de enige beheerder, en zonder beheerder kan niemand meer iets regelen. Maak
              eerst iemand anders beheerder.
            </Trans>
          </p>
        ) : (
          <>
            <p>
              {isSelf ? (
                <Trans>
                  Je kunt dan meteen niet meer bij {organisationName}. Wat je schreef, blijft staan.
                  Alleen een andere beheerder kan je weer toegang geven.
                </Trans>
              ) : (
                <Trans>
                  {name} kan dan meteen niet meer bij {organisationName}. Wat er al geschreven is,
                  blijft staan. Je kunt het ongedaan maken.
                </Trans>
              )}
            </p>
            <FailureAlert failure={failure} />
            <div>
              <Button aria-disabled={isBusy} onClick={() => (isSelf ? setAsking(true) : remove())}>
                {isSelf ? (
                  <Trans>Stop mijn toegang</Trans>
                ) : (
                  <Trans>Stop de toegang van {name}</Trans>
                )}
              </Button>
            </div>
          </>
        )}
      </MarginRow>
      {isAsking && (
        <Dialog
          title={t`Je eigen toegang kun je niet teruggeven`}
          onClose={() => setAsking(false)}
          actions={
            <>
              <Button look="first" type="submit">
                <Trans>Annuleer</Trans>
              </Button>
              <Button onClick={remove}>
                <Trans>Stop mijn toegang</Trans>
              </Button>
            </>
          }
        >
          <p>
            <Trans>
              Daarna kun je niet meer bij {organisationName}, tot een andere beheerder je weer
              toegang geeft.
            </Trans>
          </p>
        </Dialog>
      )}
    </section>
  );
}
