import { Trans, useLingui } from "@lingui/react/macro";
import { plural } from "@lingui/core/macro";
import { useRouter } from "@tanstack/react-router";
import { writeDayOf, writeDaysAgo } from "../../i18n/dates.ts";
import { useNow } from "../../i18n/now.ts";
import { Button } from "../../ui/Button.tsx";
import { announce } from "../../ui/LiveRegion.tsx";
import { MarginRow } from "../../ui/Margin.tsx";
import { VisuallyHidden } from "../../ui/VisuallyHidden.tsx";
import { useSubmission } from "../../network/use-submission.ts";
import { FailureAlert } from "../identity/FailureAlert.tsx";
import { problemOf } from "../../network/problem.ts";
import page from "./AccountPage.module.css";
import { endOtherSessions, endSession } from "./own-account.ts";
import type { OwnSession } from "./own-account.ts";
import { SectionHeading, useReturn } from "./SectionHeading.tsx";
import styles from "./SessionsSection.module.css";

/** Where this person is signed in, and ending what they don't use or don't know. */
export function SessionsSection({ sessions }: { readonly sessions: readonly OwnSession[] }) {
  const { t } = useLingui();
  const router = useRouter();
  const { failure, submit } = useSubmission();
  const { heading, goBack } = useReturn();

  const end = (work: () => Promise<string>) =>
    submit(async () => {
      const said = await work();
      await router.invalidate();
      announce(said);
      // The button that had the focus is gone with its row.
      goBack();
    });
  const endOne = ({ id }: OwnSession) =>
    end(async () => {
      await endSession(id).catch((error: unknown) => {
        // Ended in the meantime, which is what was wanted.
        if (problemOf(error) !== "NOT_FOUND") throw error;
      });
      return t`Daar ben je nu uitgelogd.`;
    });
  const endOthers = () =>
    end(async () => {
      const ended = await endOtherSessions();
      return plural(ended, {
        one: "Je bent op # andere plek uitgelogd.",
        other: "Je bent op # andere plekken uitgelogd.",
      });
    });

  return (
    <section aria-labelledby="ingelogd">
      <MarginRow
        ruled
        margin={
          <p className={page.note}>
            <Trans>
              Staat hier een plek die je niet kent? Log die uit en verander je wachtwoord.
            </Trans>
          </p>
        }
      >
        <SectionHeading ref={heading} id="ingelogd">
          <Trans>Waar je bent ingelogd</Trans>
        </SectionHeading>
        <div className={page.body}>
          <FailureAlert failure={failure} />
          <ul className={styles.sessions}>
            {sessions.map((session) => (
              <SessionRow key={session.id} session={session} onEnd={() => endOne(session)} />
            ))}
          </ul>
          {sessions.length > 1 && (
            <div>
              <Button onClick={endOthers}>
                <Trans>Log uit op alle andere apparaten</Trans>
              </Button>
            </div>
          )}
        </div>
      </MarginRow>
    </section>
  );
}

interface RowProps {
  readonly session: OwnSession;
  readonly onEnd: () => void;
}

function SessionRow({ session, onEnd }: RowProps) {
  const { i18n } = useLingui();
  const now = useNow();
  const since = writeDayOf(session.createdAt, i18n.locale);
  const seen = writeDaysAgo(session.lastSeen, now, i18n.locale);
  const name = useName(session);
  return (
    <li className={styles.session}>
      <DeviceSign device={session.device} />
      <div>
        <p className={styles.name}>{name}</p>
        <p className={styles.when}>
          {session.current ? (
            <Trans>
              <strong className={styles.here}>Dit apparaat</strong> · ingelogd op {since}
            </Trans>
          ) : (
            <Trans>
              ingelogd op {since} · laatst gebruikt {seen}
            </Trans>
          )}
        </p>
      </div>
      {!session.current && (
        <Button look="quiet" small onClick={onEnd}>
          <Trans>Log uit</Trans>
          <VisuallyHidden> {name}</VisuallyHidden>
        </Button>
      )}
    </li>
  );
}

/** `Firefox op Windows` */
function useName({ browser, system, device }: OwnSession): string {
  const { t } = useLingui();
  if (browser !== null && system !== null) return t`${browser} op ${system}`;
  const known = browser ?? system;
  if (known !== null) return known;
  switch (device) {
    case "phone":
      return t`Een telefoon`;
    case "tablet":
      return t`Een tablet`;
    case "desktop":
      return t`Een computer`;
    case null:
      return t`Een onbekend apparaat`;
  }
}

function DeviceSign({ device }: { readonly device: OwnSession["device"] }) {
  const paths = {
    desktop: "M2.5 3.5h17v11h-17zM7.5 18.5h7M11 14.5v4",
    phone: "M6.5 1.5h9v19h-9zM10 17.5h2",
    tablet: "M4 2.5h14v17H4zM9.5 16.5h3",
  };
  return (
    <svg
      className={styles.sign}
      width="22"
      height="22"
      viewBox="0 0 22 22"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.4"
      strokeLinejoin="round"
      strokeLinecap="round"
      aria-hidden="true"
    >
      <path d={paths[device ?? "desktop"]} />
    </svg>
  );
}
