import { Trans, useLingui } from "@lingui/react/macro";
import { Link, useLocation } from "@tanstack/react-router";
import { useEffect, useRef } from "react";
import type { ReactNode } from "react";
import { Button } from "../../ui/Button.tsx";
import { Notice } from "../../ui/Notice.tsx";
import type { Failure } from "../../network/use-submission.ts";
import styles from "./FailureAlert.module.css";
import type { Problem } from "../../network/problem.ts";
import { useIssueText } from "./use-issue-text.ts";
import { useErrorText } from "./use-error-text.ts";

interface Props {
  readonly failure: Failure | null;
  /** Where this place can say better what happened and what to do. */
  readonly words?: Partial<Readonly<Record<Problem, ReactNode>>>;
}

/**
 * Why something that was sent didn't happen, and what to do. It takes the focus, so that it is read, and the next Tab goes
 * on from there: place it above a form, or under the button that was pressed.
 */
export function FailureAlert({ failure, words = {} }: Props) {
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (failure !== null) place.current?.focus();
  }, [failure]);
  return (
    <div ref={place} role="alert" tabIndex={-1} className={styles.alert}>
      {failure !== null && (
        <Notice kind="error">
          <p>{words[failure.problem] ?? <Words failure={failure} />}</p>
          {failure.problem === "INVALID_INPUT" && <Issues failure={failure} />}
          {failure.problem === "UNAUTHENTICATED" && <SignInAgain />}
          {failure.problem === "UNKNOWN_DOCUMENT" && (
            <Button small onClick={() => window.location.reload()}>
              <Trans>Laad de pagina opnieuw</Trans>
            </Button>
          )}
        </Notice>
      )}
    </div>
  );
}

/** Said here too, for what no field on the page can say beside itself. */
function Issues({ failure: { issues = [] } }: { readonly failure: Failure }) {
  const textOf = useIssueText();
  return [...new Set(issues.map(textOf))].map((text) => <p key={text}>{text}</p>);
}

function SignInAgain() {
  const { href } = useLocation();
  return (
    <p>
      <Link to="/aanmelden" search={{ naar: href }}>
        <Trans>Log in en kom hier terug</Trans>
      </Link>
    </p>
  );
}

function Words({ failure: { problem, retryAfter, issues = [] } }: { readonly failure: Failure }) {
  const { i18n } = useLingui();
  const textOf = useErrorText();
  if (problem === "INVALID_INPUT" && issues.length > 0)
    return <Trans>Er klopt iets niet aan wat je invulde.</Trans>;
  if (problem === "NO_CONNECTION") {
    return (
      <Trans>
        We kunnen Toetssteen nu niet bereiken. Kijk of je internet werkt en probeer het opnieuw.
      </Trans>
    );
  }
  if (problem === "TOO_MANY_ATTEMPTS" && retryAfter !== null) {
    const time = new Intl.NumberFormat(i18n.locale, {
      style: "unit",
      unit: "minute",
      unitDisplay: "long",
    }).format(Math.ceil(retryAfter / 60));
    return <Trans>Dit is te vaak geprobeerd. Probeer het over {time} opnieuw.</Trans>;
  }
  return textOf(problem);
}
