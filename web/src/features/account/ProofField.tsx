import { Trans, useLingui } from "@lingui/react/macro";
import { Button } from "../../ui/Button.tsx";
import { TextField } from "../../ui/TextField.tsx";
import type { Proof } from "./own-account.ts";
import styles from "./ProofField.module.css";

export type ProofKind = "code" | "recovery";

interface Props {
  readonly kind: ProofKind;
  /** Offers the other kind; without it only the app's code will do. */
  readonly onKind?: (kind: ProofKind) => void;
}

/** The code for the second step: of the app or, when the phone is gone, a recovery code. */
export function ProofField({ kind, onKind }: Props) {
  const { t } = useLingui();
  return (
    <div className={styles.proof}>
      {kind === "code" ? (
        <TextField
          key="code"
          label={t`Code uit je app`}
          hint={<Trans>Zes cijfers. Elke halve minuut komt er een nieuwe.</Trans>}
          name="code"
          inputMode="numeric"
          autoComplete="one-time-code"
          maxLength={11}
          required
        />
      ) : (
        <TextField
          key="recovery"
          label={t`Herstelcode`}
          hint={
            <Trans>
              Een van de codes die je bewaarde, zoals abcde-fghjk. Elke code werkt één keer.
            </Trans>
          }
          name="recovery"
          autoComplete="off"
          autoCapitalize="none"
          spellCheck={false}
          maxLength={40}
          required
        />
      )}
      {onKind && (
        <Button look="quiet" small onClick={() => onKind(kind === "code" ? "recovery" : "code")}>
          {kind === "code" ? (
            <Trans>Geen telefoon bij de hand? Gebruik een herstelcode</Trans>
          ) : (
            <Trans>Toch een code uit je app gebruiken</Trans>
          )}
        </Button>
      )}
    </div>
  );
}

/** What was typed in the field. */
export function proofFrom(form: FormData): Proof {
  const recoveryCode = form.get("recovery");
  if (typeof recoveryCode === "string") return { recoveryCode: recoveryCode.trim() };
  const code = form.get("code");
  return { code: typeof code === "string" ? code.trim() : "" };
}
