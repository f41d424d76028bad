import { ProblemPage } from "../identity/ProblemPage.tsx";
import { Vestibule } from "./Vestibule.tsx";

/** For pages outside an organisation that could not be shown. */
export function VestibuleProblem({ error }: { readonly error: unknown }) {
  return (
    <Vestibule>
      <ProblemPage error={error} />
    </Vestibule>
  );
}
