import { Trans } from "@lingui/react/macro";
import { Link } from "@tanstack/react-router";
import { useEffect, useRef } from "react";
import styles from "./SearchLink.module.css";
import { hasSlash } from "./slash.ts";

/** Looks like the field it leads to; the key / does the same. */
export function SearchLink({ organisation }: { readonly organisation: string }) {
  const link = useRef<HTMLAnchorElement>(null);
  useEffect(() => {
    const go = (event: KeyboardEvent) => {
      const { key, ctrlKey, metaKey, altKey, target } = event;
      if (key !== "/" || ctrlKey || metaKey || altKey || !hasSlash()) return;
      if (target instanceof Element && target.closest("input, textarea, select, [contenteditable]"))
        return;
      event.preventDefault();
      const field = document.querySelector<HTMLInputElement>("[data-first-focus]");
      if (field) field.focus();
      else link.current?.click();
    };
    document.addEventListener("keydown", go);
    return () => document.removeEventListener("keydown", go);
  }, []);
  return (
    <Link ref={link} className={styles.link} to="/o/$organisation/zoeken" params={{ organisation }}>
      <svg
        width="16"
        height="16"
        viewBox="0 0 16 16"
        fill="none"
        stroke="currentColor"
        strokeWidth="1.6"
        aria-hidden="true"
      >
        <circle cx="7" cy="7" r="5" />
        <path d="m11 11 4 4" />
      </svg>
      <span>
        <Trans>Zoek</Trans>
      </span>
      <kbd aria-hidden="true">/</kbd>
    </Link>
  );
}
