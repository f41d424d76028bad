import { Trans } from "@lingui/react/macro";
import { useState } from "react";
import type { ComponentProps } from "react";
import styles from "./PasswordField.module.css";
import { TextField } from "./TextField.tsx";
import { VisuallyHidden } from "./VisuallyHidden.tsx";

type Props = Omit<ComponentProps<typeof TextField>, "type" | "beside">;

/** A password, which can be looked at while it is typed: who sees it makes fewer mistakes. */
export function PasswordField(props: Props) {
  const [isShown, setShown] = useState(false);
  return (
    <TextField
      {...props}
      type={isShown ? "text" : "password"}
      autoCapitalize="none"
      autoCorrect="off"
      spellCheck={false}
      beside={
        <button type="button" className={styles.show} onClick={() => setShown(!isShown)}>
          {isShown ? <Trans>Verberg</Trans> : <Trans>Toon</Trans>}
          <VisuallyHidden> {props.label}</VisuallyHidden>
        </button>
      }
    />
  );
}
