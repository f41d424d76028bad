import { Trans, useLingui } from "@lingui/react/macro";
import { useApolloClient } from "@apollo/client/react";
import { useEffect, useMemo, useState } from "react";
import { loadAnew } from "../../network/apollo.ts";
import { RecentActivityDocument } from "../../gql/graphql.ts";
import type { RecentActivityQueryVariables } from "../../gql/graphql.ts";
import { isToday, writeDayOf, writeDaysAgo, writeTime } from "../../i18n/dates.ts";
import { loadMessages } from "../../i18n/language.ts";
import { useNow } from "../../i18n/now.ts";
import { useFresh } from "../../network/use-fresh.ts";
import { useLoaded } from "../../network/use-loaded.ts";
import { toldTogether } from "./deed.ts";
import { DeedLink } from "./DeedLink.tsx";
import styles from "./RecentActivity.module.css";
import { usePhrase } from "./use-phrase.ts";

/** Lines of it; of what was done in a row more is asked for than is told. */
const shown = 10;

/** What people did lately in their own library: who, what and when, with the way to it. */
export function RecentActivity({ organisation }: { readonly organisation: string }) {
  const client = useApolloClient();
  const variables = useMemo(() => ({ organisationId: organisation, first: 40 }), [organisation]);
  const [isLoaded, setLoaded] = useState(false);
  useEffect(() => {
    Promise.all([
      loadMessages("activity"),
      loadAnew(client, RecentActivityDocument, variables),
    ]).then(
      () => setLoaded(true),
      () => undefined,
    );
  }, [client, variables]);
  // Without a connection there may be no words to say so in; the page says all that one has to know without this.
  if (!isLoaded) return null;
  return (
    <section aria-labelledby="veranderd">
      <h2 id="veranderd">
        <Trans>Wat er veranderde</Trans>
      </h2>
      <Deeds variables={variables} />
    </section>
  );
}

function Deeds({ variables }: { readonly variables: RecentActivityQueryVariables }) {
  const { i18n } = useLingui();
  const now = useNow();
  const phraseOf = usePhrase();
  useFresh(RecentActivityDocument, variables);
  const deeds = useLoaded(RecentActivityDocument, variables)?.activity.entries ?? [];
  if (deeds.length === 0)
    return (
      <p className={styles.none}>
        <Trans>Nog niets. Zodra iemand iets schrijft of toevoegt, zie je het hier.</Trans>
      </p>
    );
  return (
    <ul className={styles.deeds}>
      {toldTogether(deeds)
        .slice(0, shown)
        .map(({ deed, count }) => (
          <li key={deed.id}>
            {deed.by.name}{" "}
            <DeedLink organisation={variables.organisationId} deed={deed}>
              {phraseOf(deed, count)}
            </DeedLink>
            <time
              dateTime={deed.at}
              title={writeDayOf(deed.at, i18n.locale)}
              className={styles.when}
            >
              {isToday(deed.at, now)
                ? writeTime(deed.at, i18n.locale)
                : writeDaysAgo(deed.at, now, i18n.locale)}
            </time>
          </li>
        ))}
    </ul>
  );
}
