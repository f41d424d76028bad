import { useLingui } from "@lingui/react/macro";
import { useApolloClient } from "@apollo/client/react";
import { useNavigate, useSearch } from "@tanstack/react-router";
import { useEffect, useState } from "react";
import type { ComponentType } from "react";
import { loadAnew } from "../../apollo.ts";
import { TextHistoryDocument } from "../../gql/graphql.ts";
import { announce } from "../../ui/LiveRegion.tsx";
import { useDossierPlace } from "../self-evaluation/dossier-place.ts";
import type { HistoryDialogProps } from "./HistoryDialog.tsx";
import { readKey, readSearch } from "./text-key.ts";

/** Opens the history that the address names. It comes on first use. */
export function HistoryPanel() {
  const { t } = useLingui();
  const { geschiedenis: key } = useSearch({ strict: false, select: readSearch });
  const navigate = useNavigate();
  const client = useApolloClient();
  const { organisationId, cycleId } = useDossierPlace();
  const [opened, setOpened] = useState<{
    readonly key: string;
    readonly Dialog: ComponentType<HistoryDialogProps>;
  } | null>(null);
  useEffect(() => {
    if (key === undefined) return;
    const { part, field } = readKey(key);
    const variables = { organisationId, cycleId, part, field };
    Promise.all([
      import("./HistoryDialog.tsx"),
      loadAnew(client, TextHistoryDocument, variables),
    ]).then(
      ([module]) => setOpened({ key, Dialog: module.HistoryDialog }),
      () => announce(t`De geschiedenis is nu niet te laden. Probeer het zo opnieuw.`),
    );
  }, [key, client, organisationId, cycleId, t]);
  if (key === undefined || opened?.key !== key) return null;
  const close = () => void navigate({ to: ".", search: {}, resetScroll: false });
  return <opened.Dialog key={key} textKey={readKey(key)} onClose={close} />;
}
