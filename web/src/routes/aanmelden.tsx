import { createFileRoute, redirect } from "@tanstack/react-router";
import { SignInPage } from "../features/identity/SignInPage.tsx";
import { Vestibule } from "../features/shell/Vestibule.tsx";
import { ViewerDocument } from "../gql/graphql.ts";
import { leave } from "../leave.ts";

export const Route = createFileRoute("/aanmelden")({
  validateSearch: (search): { naar?: string } => {
    const next = ownPage(search["naar"]);
    return next === null ? {} : { naar: next };
  },
  // A session may have ended since, so what is known of it doesn't count here.
  loader: async ({ context: { client }, location }) => {
    const { data } = await client.query({ query: ViewerDocument, fetchPolicy: "network-only" });
    const next = ownPage((location.search as { naar?: unknown }).naar) ?? "/";
    if (data?.viewer.person) leave(redirect({ href: next }));
  },
  component: SignIn,
});

function SignIn() {
  const { naar = "/" } = Route.useSearch();
  return (
    <Vestibule>
      <SignInPage next={naar} />
    </Vestibule>
  );
}

/** A path within this site; anything that could lead elsewhere is refused. */
function ownPage(value: unknown): string | null {
  return typeof value === "string" && /^\/(?![/\\])/.test(value) ? value : null;
}
