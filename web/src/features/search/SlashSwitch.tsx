import { useLingui } from "@lingui/react/macro";
import { useState } from "react";
import { hasSlash, keepSlash } from "../shell/slash.ts";
import styles from "./SearchPage.module.css";

/** A key that does something everywhere must be able to be turned off: who speaks to a computer types it by accident. */
export function SlashSwitch() {
  const { t } = useLingui();
  const [isOn, setOn] = useState(hasSlash);
  return (
    <p className={styles.slash}>
      <input
        id="slash"
        type="checkbox"
        checked={isOn}
        onChange={({ currentTarget: { checked } }) => {
          keepSlash(checked);
          setOn(checked);
        }}
      />
      <label htmlFor="slash">{t`Met de toets / kom je overal op deze pagina`}</label>
    </p>
  );
}
