import { createFileRoute } from "@tanstack/react-router";
import { NewPasswordPage } from "../../features/account/NewPasswordPage.tsx";
import { Vestibule } from "../../features/shell/Vestibule.tsx";
import { VestibuleProblem } from "../../features/shell/VestibuleProblem.tsx";
import { loadMessages } from "../../i18n/language.ts";

export const Route = createFileRoute("/wachtwoord/$token")({
  loader: () => loadMessages("account"),
  component: NewPassword,
  errorComponent: VestibuleProblem,
});

function NewPassword() {
  const { token } = Route.useParams();
  return (
    <Vestibule>
      <NewPasswordPage token={token} />
    </Vestibule>
  );
}
