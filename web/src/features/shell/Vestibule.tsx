import { Trans } from "@lingui/react/macro";
import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { SkipLink } from "../../ui/SkipLink.tsx";
import { ThemeSwitch } from "../../ui/ThemeSwitch.tsx";
import { LanguageSwitch } from "./LanguageSwitch.tsx";
import styles from "./Vestibule.module.css";
import { Wordmark } from "./Wordmark.tsx";

/** The frame around what is shown before somebody is inside an organisation. */
export function Vestibule({ children }: { readonly children: ReactNode }) {
  return (
    <div className={styles.vestibule}>
      <SkipLink />
      <header className={styles.head}>
        <Wordmark />
        <div className={styles.settings}>
          <ThemeSwitch />
          <LanguageSwitch />
        </div>
      </header>
      <main id="inhoud" className={styles.main} tabIndex={-1}>
        {children}
      </main>
      <footer className={styles.foot}>
        <Link to="/over/$statement" params={{ statement: "privacy" }}>
          <Trans>Privacy en toegankelijkheid</Trans>
        </Link>
      </footer>
    </div>
  );
}
