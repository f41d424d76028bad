import { useApolloClient } from "@apollo/client/react";
import { useLingui } from "@lingui/react/macro";
import { useEffect } from "react";
import type { ReactNode } from "react";
import { load } from "../../../network/apollo.ts";
import { PartNamesDocument } from "../../../gql/graphql.ts";
import { localeOf } from "../../../i18n/language.ts";
import { fetchWhenIdle, part as partOf } from "../../../network/part.ts";
import { Button } from "../../../ui/Button.tsx";
import { usePanel } from "../../../address/use-panel.ts";
import { useWanted } from "../../../network/use-wanted.ts";
import { FailureAlert } from "../../identity/FailureAlert.tsx";
import type { LinkDialogProps } from "./LinkDialog.tsx";

const linkDialog = partOf(() => import("./LinkDialog.tsx"));

interface Props extends Omit<LinkDialogProps, "names" | "onClose"> {
  readonly children: ReactNode;
}

/** Opens the choice of parts beside which documents belong; both come along on first use. */
export function LinkButton({ children, ...props }: Props) {
  const { organisationId, documents } = props;
  const client = useApolloClient();
  const { i18n } = useLingui();
  const { isOpen, open, close, opener } = usePanel("koppelen");
  const { come, failure, again } = useWanted(
    async () => {
      const locale = localeOf(i18n.locale);
      const [dialog, names] = await Promise.all([
        linkDialog.load(),
        load(client, PartNamesDocument, { organisationId, locale }),
      ]);
      return { ...dialog, names };
    },
    isOpen && documents.length > 0,
  );
  useEffect(() => fetchWhenIdle(linkDialog), []);
  return (
    <>
      <Button ref={opener} small aria-haspopup="dialog" onClick={isOpen ? again : open}>
        {children}
      </Button>
      <FailureAlert failure={failure} />
      {come !== null && <come.LinkDialog {...props} names={come.names} onClose={close} />}
    </>
  );
}
