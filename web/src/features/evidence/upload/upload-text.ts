import { useLingui } from "@lingui/react/macro";
import type { Problem } from "../../../network/problem.ts";
import { useErrorText } from "../../identity/use-error-text.ts";

/** Why a file didn't arrive, and what to do. */
export function useUploadProblem(): (problem: Problem) => string {
  const { t } = useLingui();
  const errorText = useErrorText();
  return (problem) => {
    switch (problem) {
      case "NO_CONNECTION":
        return t`Er is geen verbinding. Zodra die er weer is, gaat het bestand opnieuw.`;
      case "UNAUTHENTICATED":
        return t`Je bent niet meer ingelogd. Log in een ander tabblad in en kies hier ‘Opnieuw’.`;
      case "NOT_FOUND":
        return t`Het bewijsstuk is intussen weggehaald. Het bestand is niet bewaard.`;
      case "INVALID_INPUT":
        return t`Dit bestand past hier niet: het is leeg, te groot, of er zijn al 50 bestanden.`;
      default:
        return errorText(problem);
    }
  };
}
