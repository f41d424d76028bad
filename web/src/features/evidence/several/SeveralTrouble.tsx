import { Trans, useLingui } from "@lingui/react/macro";
import { Notice } from "../../../ui/Notice.tsx";
import { FailureAlert } from "../../identity/FailureAlert.tsx";
import type { Trouble } from "./use-several.ts";

/** Why nothing was done to several documents, and which of them stood in the way. */
export function SeveralTrouble({ trouble }: { readonly trouble: Trouble | null }) {
  const { i18n } = useLingui();
  const names = new Intl.ListFormat(i18n.locale).format(
    (trouble?.names ?? []).map((name) => `‘${name}’`),
  );
  if (trouble?.isStale)
    return (
      <div role="alert">
        <Notice kind="error">
          <p>
            <Trans>
              Iemand wijzigde intussen {names}. Er is niets veranderd. Kijk wat er nu staat, en kies
              opnieuw.
            </Trans>
          </p>
        </Notice>
      </div>
    );
  return (
    <FailureAlert
      failure={trouble?.failure ?? null}
      words={
        names === ""
          ? {}
          : {
              FORBIDDEN: (
                <Trans>
                  Hier mag je dit niet mee doen: {names}. Er is niets veranderd. Wie het toevoegde,
                  een kwaliteitscoördinator of een beheerder kan het wel.
                </Trans>
              ),
              NOT_FOUND: <Trans>Dit is er niet meer: {names}. Er is niets veranderd.</Trans>,
            }
      }
    />
  );
}
