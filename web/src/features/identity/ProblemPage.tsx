import { Trans, useLingui } from "@lingui/react/macro";
import { Link, useLocation, useRouter } from "@tanstack/react-router";
import { useEffect } from "react";
import { reloadForRelease } from "../../network/new-release.ts";
import { Button } from "../../ui/Button.tsx";
import { ErrorPage } from "../../ui/ErrorPage.tsx";
import { problemOf } from "../../network/problem.ts";
import type { Problem } from "../../network/problem.ts";
import { useErrorText } from "./use-error-text.ts";

/** A page that could not be shown: what happened, what is kept, what to do. */
export function ProblemPage({ error }: { readonly error: unknown }) {
  const textOf = useErrorText();
  const router = useRouter();
  const { href } = useLocation();
  const problem = problemOf(error);
  useEffect(() => {
    if (problem === "UNKNOWN_DOCUMENT") reloadForRelease();
  }, [problem]);
  return (
    <ErrorPage
      title={useTitle(problem)}
      actions={
        <>
          {problem === "UNAUTHENTICATED" ? (
            <Link to="/aanmelden" search={{ naar: href }}>
              <Trans>Log in en kom hier terug</Trans>
            </Link>
          ) : problem === "UNKNOWN_DOCUMENT" ? (
            <Button look="first" onClick={() => window.location.reload()}>
              <Trans>Laad de pagina opnieuw</Trans>
            </Button>
          ) : (
            problem !== "NOT_FOUND" &&
            problem !== "FORBIDDEN" && (
              <Button look="first" onClick={() => void router.invalidate()}>
                <Trans>Probeer het opnieuw</Trans>
              </Button>
            )
          )}
          <Link to="/">
            <Trans>Naar je startpagina</Trans>
          </Link>
        </>
      }
    >
      <p>
        {problem === "NO_CONNECTION" ? (
          <Trans>
            We kunnen Toetssteen nu niet bereiken. Wat je eerder typte, staat nog op dit apparaat.
            Kijk of je internet werkt en probeer het opnieuw.
          </Trans>
        ) : (
          textOf(problem)
        )}
      </p>
    </ErrorPage>
  );
}

function useTitle(problem: Problem): string {
  const { t } = useLingui();
  switch (problem) {
    case "NO_CONNECTION":
      return t`Geen verbinding`;
    case "UNAUTHENTICATED":
      return t`Log opnieuw in`;
    case "FORBIDDEN":
      return t`Je hebt hier geen toegang`;
    case "NOT_FOUND":
      return t`Deze pagina is er niet`;
    case "UNKNOWN_DOCUMENT":
      return t`Er is een nieuwe versie`;
    default:
      return t`Er ging iets mis`;
  }
}
