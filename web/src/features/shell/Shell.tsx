import { Trans, useLingui } from "@lingui/react/macro";
import { useRouter } from "@tanstack/react-router";
import { useEffect, useRef, useState } from "react";
import type { ReactNode } from "react";
import { Button } from "../../ui/Button.tsx";
import { cx } from "../../ui/cx.ts";
import { SkipLink } from "../../ui/SkipLink.tsx";
import styles from "./Shell.module.css";
import { Wordmark } from "./Wordmark.tsx";

interface Props {
  /** Who acts for whom. */
  readonly hat: ReactNode;
  readonly navigation: ReactNode;
  /** Where one looks for something; absent where there is nothing to look in. */
  readonly search?: ReactNode;
  /** The person, and how the page looks and speaks. */
  readonly foot: ReactNode;
  readonly children: ReactNode;
}

/** The frame around every page behind sign-in. On a narrow screen the navigation opens from a bar at the top. */
export function Shell({ hat, navigation, search, foot, children }: Props) {
  const { t } = useLingui();
  const [isOpen, setOpen] = useState(false);
  const opener = useRef<HTMLButtonElement>(null);
  const router = useRouter();
  useEffect(() => router.subscribe("onBeforeNavigate", () => setOpen(false)), [router]);
  useEffect(() => {
    if (!isOpen) return undefined;
    const close = (event: KeyboardEvent) => {
      if (event.key !== "Escape") return;
      setOpen(false);
      opener.current?.focus();
    };
    document.addEventListener("keydown", close);
    return () => document.removeEventListener("keydown", close);
  }, [isOpen]);

  return (
    <div className={styles.shell}>
      <SkipLink />
      <header className={styles.side}>
        <div className={styles.bar}>
          <Wordmark />
          {search}
          <span className={styles.opener}>
            <Button
              ref={opener}
              small
              aria-expanded={isOpen}
              aria-controls="menu"
              onClick={() => setOpen(!isOpen)}
            >
              {isOpen ? <Trans>Sluit</Trans> : <Trans>Menu</Trans>}
            </Button>
          </span>
        </div>
        <div id="menu" className={cx(styles.menu, isOpen && styles.open)}>
          {hat}
          <nav aria-label={t`Hoofdmenu`}>{navigation}</nav>
          <div className={styles.foot}>{foot}</div>
        </div>
      </header>
      <main id="inhoud" className={styles.main} tabIndex={-1}>
        {children}
      </main>
    </div>
  );
}
