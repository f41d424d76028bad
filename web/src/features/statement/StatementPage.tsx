import { Trans } from "@lingui/react/macro";
import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { PageHeader } from "../../ui/PageHeader.tsx";
import styles from "./StatementPage.module.css";

export const statements = ["privacy", "toegankelijkheid"] as const;
export type StatementName = (typeof statements)[number];

interface Props {
  readonly name: StatementName;
  readonly title: string;
  readonly lead: ReactNode;
  readonly children: ReactNode;
}

/** One of the product's statements, as a text to read; also for who isn't signed in. */
export function StatementPage({ name, title, lead, children }: Props) {
  return (
    <article className={styles.statement}>
      <PageHeader title={title} lead={lead} />
      <div className={styles.text}>{children}</div>
      <p className={styles.other}>
        <Link to="/">
          <Trans>Naar je werk</Trans>
        </Link>
        {name === "privacy" ? (
          <Link to="/over/$statement" params={{ statement: "toegankelijkheid" }}>
            <Trans>Lees ook: toegankelijkheid</Trans>
          </Link>
        ) : (
          <Link to="/over/$statement" params={{ statement: "privacy" }}>
            <Trans>Lees ook: privacy</Trans>
          </Link>
        )}
      </p>
    </article>
  );
}
