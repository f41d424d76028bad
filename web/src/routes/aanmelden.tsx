import { createFileRoute, redirect } from "@tanstack/react-router";
import { fromAddress } from "../address/search.ts";
import { ownPage } from "../features/identity/own-page.ts";
import { Vestibule } from "../features/shell/Vestibule.tsx";
import { VestibuleProblem } from "../features/shell/VestibuleProblem.tsx";
import { SignInPage } from "../features/sign-in/SignInPage.tsx";
import { ViewerDocument } from "../gql/graphql.ts";
import { loadMessages } from "../i18n/language.ts";
import { throwSignal } from "../address/router-signal.ts";

export const Route = createFileRoute("/aanmelden")({
  validateSearch: fromAddress(({ naar }): { naar?: string } =>
    typeof naar === "string" ? { naar } : {},
  ),
  loaderDeps: ({ search: { naar } }) => ({ naar }),
  // A session may have ended since, so what is known of it doesn't count here.
  loader: async ({ context: { client }, deps: { naar } }) => {
    const next = ownPage(naar, window.location.origin) ?? "/";
    const [{ data }] = await Promise.all([
      client.query({ query: ViewerDocument, fetchPolicy: "network-only" }),
      loadMessages("sign-in"),
    ]);
    if (data?.viewer.person) throwSignal(redirect({ href: next }));
    return { next };
  },
  component: SignIn,
  errorComponent: VestibuleProblem,
});

function SignIn() {
  return (
    <Vestibule>
      <SignInPage next={Route.useLoaderData().next} />
    </Vestibule>
  );
}
