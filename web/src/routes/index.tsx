import { createFileRoute, redirect } from "@tanstack/react-router";
import { fromAddress, isOn } from "../address/search.ts";
import { doorOf } from "../features/identity/door.ts";
import { lastOf } from "../network/hat.ts";
import { findViewer } from "../features/identity/sign-in.ts";
import { Vestibule } from "../features/shell/Vestibule.tsx";
import { VestibuleProblem } from "../features/shell/VestibuleProblem.tsx";
import { HatsPage } from "../features/sign-in/HatsPage.tsx";
import { loadMessages } from "../i18n/language.ts";
import { throwSignal } from "../address/router-signal.ts";

export const Route = createFileRoute("/")({
  /** `kies`: also who has one hat, or wore one before, is asked for whom they work. */
  validateSearch: fromAddress(({ kies }): { kies?: true } => (isOn(kies) ? { kies: true } : {})),
  loaderDeps: ({ search: { kies } }) => ({ kies }),
  loader: async ({ context: { client }, deps: { kies } }) => {
    const { person, hats } = await findViewer(client);
    if (person === null) throwSignal(redirect({ to: "/aanmelden" }));
    const [only] = hats;
    const chosen = hats.length === 1 ? only : lastOf(hats);
    if (chosen && !kies) throwSignal(redirect(doorOf(chosen)));
    await loadMessages("sign-in");
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
