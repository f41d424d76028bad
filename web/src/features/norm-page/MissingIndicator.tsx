import { Trans } from "@lingui/react/macro";
import { Link, useLocation } from "@tanstack/react-router";
import { Notice } from "../../ui/Notice.tsx";
import styles from "./NormPage.module.css";

interface Props {
  readonly organisation: string;
  readonly norm: { readonly indicators: readonly { readonly code: string }[] };
}

/** Who follows a link to an indicator that isn't here is told why the page stays at its top. */
export function MissingIndicator({ organisation, norm }: Props) {
  const asked = useLocation({ select: ({ hash }) => /^indicator-([\d.]+)$/.exec(hash)?.[1] });
  if (asked === undefined || norm.indicators.some(({ code }) => code === asked)) return null;
  return (
    <div className={styles.step}>
      <Notice kind="attention">
        <p>
          <Trans>
            Indicator {asked} staat hier niet. Welke indicatoren jullie beantwoorden, hangt af van
            jullie{" "}
            <Link to="/o/$organisation/profiel" params={{ organisation }}>
              bibliotheekprofiel
            </Link>
            .
          </Trans>
        </p>
      </Notice>
    </div>
  );
}
