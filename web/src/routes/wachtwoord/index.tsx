import { createFileRoute } from "@tanstack/react-router";
import { ForgottenPage } from "../../features/account/ForgottenPage.tsx";
import { Vestibule } from "../../features/shell/Vestibule.tsx";
import { VestibuleProblem } from "../../features/shell/VestibuleProblem.tsx";
import { loadMessages } from "../../i18n/language.ts";

export const Route = createFileRoute("/wachtwoord/")({
  loader: () => loadMessages("account"),
  component: Forgotten,
  errorComponent: VestibuleProblem,
});

function Forgotten() {
  return (
    <Vestibule>
      <ForgottenPage />
    </Vestibule>
  );
}
