import { Trans, useLingui } from "@lingui/react/macro";
import { useApolloClient } from "@apollo/client/react";
import { useNavigate, useSearch } from "@tanstack/react-router";
import { useEffect } from "react";
import { loadAnew } from "../../network/apollo.ts";
import { TextHistoryDocument } from "../../gql/graphql.ts";
import { fetchWhenIdle, part } from "../../network/part.ts";
import { Button } from "../../ui/Button.tsx";
import { Dialog } from "../../ui/Dialog.tsx";
import { useWanted } from "../../network/use-wanted.ts";
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
  useBackToOpener(textKey);
  const { part: of, field } = readKey(textKey);
  const { come, failure, again } = useWanted(async () => {
    const variables = { organisationId, cycleId, part: of, field };
    const [dialog] = await Promise.all([
      historyDialog.load(),
      loadAnew(client, TextHistoryDocument, variables),
    ]);
    return dialog;
  }, true);
  const close = () => void navigate({ to: ".", search: {}, hash: true, resetScroll: false });
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

/** When the panel goes, by its button, Escape or the browser's Back, the focus is where it was opened. */
function useBackToOpener(key: string): void {
  useEffect(() => {
    const opener = document.activeElement;
    return () => {
      // After whatever else follows from going to another address.
      setTimeout(() => {
        const link = isLink(opener) && opener.isConnected ? opener : linkOf(key);
        link?.focus({ preventScroll: true });
      });
    };
  }, [key]);
}

const isLink = (element: Element | null): element is HTMLAnchorElement =>
  element instanceof HTMLAnchorElement;

/** The link to a history, for a page that was opened at its address. */
function linkOf(key: string): HTMLAnchorElement | null {
  const asked = new URLSearchParams({ geschiedenis: key }).toString();
  const links = [...document.querySelectorAll<HTMLAnchorElement>("a[href*='geschiedenis=']")];
  return links.find(({ search }) => new URLSearchParams(search).toString() === asked) ?? null;
}
