import { Trans, useLingui } from "@lingui/react/macro";
import { passwordLength } from "@toetssteen/contract";
import { PasswordField } from "../../ui/PasswordField.tsx";

interface Props {
  readonly label: string;
  /** Of the password that was sent last; null as long as nothing was wrong with it. */
  readonly problem: PasswordProblem | null;
}

export interface PasswordProblem {
  /** Characters in UTF-16 units, as the server counts them. */
  readonly length: number;
}

/** A password to be; `name` is newPassword. */
export function NewPasswordField({ label, problem }: Props) {
  const { t } = useLingui();
  const { min, max } = passwordLength;
  return (
    <PasswordField
      label={label}
      hint={
        <Trans>
          Minstens {min} tekens. Een paar losse woorden achter elkaar zijn makkelijk te onthouden en
          moeilijk te raden.
        </Trans>
      }
      error={problem && wrong(problem)}
      name="newPassword"
      autoComplete="new-password"
    />
  );

  function wrong({ length }: PasswordProblem): string {
    if (length === 0) return t`Vul een wachtwoord in.`;
    return length < min
      ? t`Dit zijn ${length} tekens. Maak er minstens ${min} van.`
      : t`Dit zijn ${length} tekens. Maak er hooguit ${max} van.`;
  }
}

export function findPasswordProblem(password: string): PasswordProblem | null {
  const { length } = password;
  return length < passwordLength.min || length > passwordLength.max ? { length } : null;
}
