import { Trans, useLingui } from "@lingui/react/macro";
import { useApolloClient } from "@apollo/client/react";
import { useNavigate, useSearch } from "@tanstack/react-router";
import { useEffect } from "react";
import { loadAnew } from "../../apollo.ts";
import { TextHistoryDocument } from "../../gql/graphql.ts";
import { fetchWhenIdle, part } from "../../part.ts";
import { Button } from "../../ui/Button.tsx";
import { Dialog } from "../../ui/Dialog.tsx";
import { useWanted } from "../../use-wanted.ts";
import { FailureAlert } from "../identity/FailureAlert.tsx";
import { useDossierPlace } from "../self-evaluation/dossier-place.ts";
import { readKey, readSearch } from "./text-key.ts";

const historyDialog = part(() => import("./HistoryDialog.tsx"));

/** Opens the history that the address names. It comes on first use. */
export function HistoryPanel() {
  const { geschiedenis: key } = useSearch({ strict: false, select: readSearch });
  useEffect(() => fetchWhenIdle(historyDialog), []);
  return key !== undefined && <History key={key} textKey={key} />;
}

function History({ textKey }: { readonly textKey: string }) {
  const { t } = useLingui();
  const navigate = useNavigate();
  const client = useApolloClient();
  const { organisationId, cycleId } = useDossierPlace();
  const { part: of, field } = readKey(textKey);
  const { come, failure, again } = useWanted(async () => {
    const variables = { organisationId, cycleId, part: of, field };
    const [dialog] = await Promise.all([
      historyDialog.load(),
      loadAnew(client, TextHistoryDocument, variables),
    ]);
    return dialog;
  }, true);
  const close = () => void navigate({ to: ".", search: {}, resetScroll: false });
  if (come !== null) return <come.HistoryDialog textKey={readKey(textKey)} onClose={close} />;
  if (failure === null) return null;
  return (
    <Dialog
      title={t`Geschiedenis`}
      onClose={close}
      actions={
        <>
          <Button look="first" onClick={again}>
            <Trans>Probeer het opnieuw</Trans>
          </Button>
          <Button type="submit">
            <Trans>Sluit</Trans>
          </Button>
        </>
      }
    >
      <FailureAlert failure={failure} />
    </Dialog>
  );
}
