import { Trans, useLingui } from "@lingui/react/macro";
import { Link } from "@tanstack/react-router";
import styles from "./OtherNorms.module.css";

interface Props {
  readonly organisation: string;
  readonly norm: string;
  readonly norms: readonly { readonly code: string; readonly title: string }[];
}

/** At the end of a norm: the one before it and the one after it. */
export function OtherNorms({ organisation, norm, norms }: Props) {
  const { t } = useLingui();
  const at = norms.findIndex(({ code }) => code === norm);
  const [before, after] = [norms[at - 1], norms[at + 1]];
  return (
    <nav aria-label={t`Vorige en volgende norm`} className={styles.others}>
      {before && (
        <Link
          to="/o/$organisation/zelfevaluatie/$norm"
          params={{ organisation, norm: before.code }}
        >
          <Trans>
            Vorige: {before.code} {before.title}
          </Trans>
        </Link>
      )}
      {after && (
        <Link
          to="/o/$organisation/zelfevaluatie/$norm"
          params={{ organisation, norm: after.code }}
          className={styles.after}
        >
          <Trans>
            Volgende: {after.code} {after.title}
          </Trans>
        </Link>
      )}
    </nav>
  );
}
