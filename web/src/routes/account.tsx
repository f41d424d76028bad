import { createFileRoute, redirect } from "@tanstack/react-router";
import { fromAddress } from "../address/search.ts";
import { AccountPage } from "../features/account/AccountPage.tsx";
import { panels } from "../features/account/opened.ts";
import type { PanelName } from "../features/account/opened.ts";
import { readAccount, readSessions } from "../features/account/own-account.ts";
import { lastOf } from "../network/hat.ts";
import { findViewer } from "../features/identity/sign-in.ts";
import { Vestibule } from "../features/shell/Vestibule.tsx";
import { VestibuleProblem } from "../features/shell/VestibuleProblem.tsx";
import { VestibuleSkeleton } from "../features/shell/VestibuleSkeleton.tsx";
import { loadMessages } from "../i18n/language.ts";
import { throwSignal } from "../address/router-signal.ts";

export const Route = createFileRoute("/account")({
  validateSearch: fromAddress((search): { open?: PanelName } => {
    const open = panels.find((panel) => panel === search["open"]);
    return open === undefined ? {} : { open };
  }),
  loader: async ({ context: { client }, location }) => {
    const [{ person, hats }] = await Promise.all([findViewer(client), loadMessages("account")]);
    if (person === null)
      throwSignal(redirect({ to: "/aanmelden", search: { naar: location.href } }));
    const [account, sessions] = await Promise.all([readAccount(), readSessions()]);
    return { account, sessions, hats };
  },
  // What somebody opens on the page changes nothing about it; what they do says so itself.
  shouldReload: ({ cause }) => cause !== "stay",
  component: Account,
  errorComponent: VestibuleProblem,
  pendingComponent: VestibuleSkeleton,
});

function Account() {
  const { account, sessions, hats } = Route.useLoaderData();
  const { open = null } = Route.useSearch();
  const navigate = Route.useNavigate();
  return (
    <Vestibule>
      <AccountPage
        account={account}
        sessions={sessions}
        hats={hats}
        lastHat={lastOf(hats) ?? hats[0]}
        opened={{
          panel: open,
          open: (panel) =>
            void navigate({
              search: panel === null ? {} : { open: panel },
              hash: true,
              replace: panel === null,
              resetScroll: false,
            }),
        }}
      />
    </Vestibule>
  );
}
