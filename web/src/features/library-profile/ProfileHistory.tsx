import { Trans, useLingui } from "@lingui/react/macro";
import { ProfileHistoryDocument } from "../../gql/graphql.ts";
import type { ProfileHistoryQuery, ProfileHistoryQueryVariables } from "../../gql/graphql.ts";
import { writeDayOf, writeTime } from "../../i18n/dates.ts";
import { useLoaded } from "../../network/use-loaded.ts";
import { MoreButton } from "../../ui/MoreButton.tsx";
import { useMore } from "../../network/use-more.ts";
import { FactLabel, FactValue } from "./FactText.tsx";
import { factNames } from "./profile-draft.ts";
import type { FactName } from "./profile-draft.ts";
import styles from "./ProfilePage.module.css";

type Entry = ProfileHistoryQuery["activity"]["entries"][number];

/** Who changed what, from what to what. */
export function ProfileHistory({
  variables,
}: {
  readonly variables: ProfileHistoryQueryVariables;
}) {
  const page = useLoaded(ProfileHistoryDocument, variables)?.activity;
  const more = useMore(ProfileHistoryDocument, (before: string) => ({ ...variables, before }));
  const changes = page?.entries.filter(({ what }) => what === "profile_changed") ?? [];
  return (
    <section className={styles.history} aria-labelledby="profile-history">
      <h2 id="profile-history">
        <Trans>Wat er veranderde</Trans>
      </h2>
      {changes.length === 0 ? (
        <p className={styles.none}>
          <Trans>
            Nog niets. Verandert iemand dit profiel, dan staat hier wie, wanneer en wat.
          </Trans>
        </p>
      ) : (
        <ol className={styles.changes}>
          {changes.map((entry) => (
            <HistoryEntry key={entry.id} entry={entry} />
          ))}
        </ol>
      )}
      <MoreButton more={more} place={page?.nextBefore ?? null}>
        <Trans>Kijk verder terug</Trans>
      </MoreButton>
    </section>
  );
}

function HistoryEntry({ entry: { at, by, changes } }: { readonly entry: Entry }) {
  const { i18n } = useLingui();
  const day = writeDayOf(at, i18n.locale);
  const time = writeTime(at, i18n.locale);
  return (
    <li>
      <p className={styles.who}>
        <strong>{by.name}</strong> ·{" "}
        <time dateTime={at}>
          <Trans>
            {day} om {time} uur
          </Trans>
        </time>
      </p>
      <ul className={styles.lines}>
        {changes.filter(isFact).map(({ field, from, to }) => (
          <li key={field}>
            <FactLabel name={field} />:{" "}
            <Trans>
              van <FactValue value={from} /> naar{" "}
              <strong>
                <FactValue value={to} />
              </strong>
            </Trans>
          </li>
        ))}
      </ul>
    </li>
  );
}

function isFact<Change extends { readonly field: string }>(
  change: Change,
): change is Change & { readonly field: FactName } {
  return factNames.some((name) => name === change.field);
}
