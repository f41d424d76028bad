import { createFileRoute, redirect } from "@tanstack/react-router";
import { fromAddress, isOn } from "../address-search.ts";
import { doorOf } from "../features/identity/door.ts";
import { lastWornOf } from "../features/identity/hat.ts";
import { findViewer } from "../features/identity/sign-in.ts";
import { Vestibule } from "../features/shell/Vestibule.tsx";
import { VestibuleProblem } from "../features/shell/VestibuleProblem.tsx";
import { HatsPage } from "../features/sign-in/HatsPage.tsx";
import { learn } from "../i18n/language.ts";
import { leave } from "../leave.ts";

export const Route = createFileRoute("/")({
  /** `kies`: also who has one hat, or wore one before, is asked for whom they work. */
  validateSearch: fromAddress(({ kies }): { kies?: true } => (isOn(kies) ? { kies: true } : {})),
  loaderDeps: ({ search: { kies } }) => ({ kies }),
  loader: async ({ context: { client }, deps: { kies } }) => {
    const { person, hats } = await findViewer(client);
    if (person === null) leave(redirect({ to: "/aanmelden" }));
    const [only] = hats;
    const chosen = hats.length === 1 ? only : lastWornOf(hats);
    if (chosen && !kies) leave(redirect(doorOf(chosen)));
    await learn("sign-in");
    return { hats };
  },
  component: Start,
  errorComponent: VestibuleProblem,
});

function Start() {
  const { hats } = Route.useLoaderData();
  return (
    <Vestibule>
      <HatsPage hats={hats} />
    </Vestibule>
  );
}
