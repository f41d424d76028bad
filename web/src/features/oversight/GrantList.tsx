import { Trans, useLingui } from "@lingui/react/macro";
import type { WhoLooksFragment } from "../../gql/graphql.ts";
import { writeDayOf } from "../../i18n/dates.ts";
import { Button } from "../../ui/Button.tsx";
import styles from "./OversightPage.module.css";

type Grant = WhoLooksFragment["grants"][number];

interface Props {
  readonly grants: readonly Grant[];
  readonly canChange: boolean;
  readonly isBusy: boolean;
  readonly onEnd: (id: string, organisation: Grant["supportOrganisation"]) => void;
}

/** Who looks now. */
export function GrantList({ grants, canChange, isBusy, onEnd }: Props) {
  const { t, i18n } = useLingui();
  return (
    <ul className={styles.grants} aria-label={t`Kijkt nu mee`}>
      {grants.map(({ id, supportOrganisation, grantedAt, grantedBy }) => {
        const { name } = supportOrganisation;
        const day = writeDayOf(grantedAt, i18n.locale);
        return (
          <li key={id}>
            <div>
              <p className={styles.name}>{name}</p>
              <p className={styles.since}>
                <Trans>
                  kijkt mee sinds {day}, met toestemming van {grantedBy.name}
                </Trans>
              </p>
            </div>
            {canChange && (
              <Button
                small
                aria-disabled={isBusy}
                aria-label={t`Stop meekijken door ${name}`}
                onClick={() => onEnd(id, supportOrganisation)}
              >
                <Trans>Stop meekijken</Trans>
              </Button>
            )}
          </li>
        );
      })}
    </ul>
  );
}

/** Who looked before, and until when. */
export function GrantHistory({ grants }: Pick<Props, "grants">) {
  const { i18n } = useLingui();
  return (
    <section className={styles.history} aria-labelledby="grant-history">
      <h2 id="grant-history">
        <Trans>Keek eerder mee</Trans>
      </h2>
      <ol className={styles.grants}>
        {grants.map(({ id, supportOrganisation, grantedAt, grantedBy, withdrawnAt }) => {
          const from = writeDayOf(grantedAt, i18n.locale);
          const until = withdrawnAt === null ? from : writeDayOf(withdrawnAt, i18n.locale);
          return (
            <li key={id}>
              <div>
                <p>{supportOrganisation.name}</p>
                <p className={styles.since}>
                  {from === until ? (
                    <Trans>
                      op {from}, met toestemming van {grantedBy.name}
                    </Trans>
                  ) : (
                    <Trans>
                      van {from} tot {until}, met toestemming van {grantedBy.name}
                    </Trans>
                  )}
                </p>
              </div>
            </li>
          );
        })}
      </ol>
    </section>
  );
}
