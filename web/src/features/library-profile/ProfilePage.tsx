import { Trans, useLingui } from "@lingui/react/macro";
import { Link } from "@tanstack/react-router";
import type { Edition } from "@toetssteen/norms";
import { ProfileDocument, ProfileFactsFragmentDoc } from "../../gql/graphql.ts";
import { readFragment } from "../../gql/fragment-masking.ts";
import type { ProfileQueryVariables } from "../../gql/graphql.ts";
import { MarginPage, MarginRow } from "../../ui/Margin.tsx";
import { PageHeader } from "../../ui/PageHeader.tsx";
import { useLoaded } from "../../network/use-loaded.ts";
import { EditionEnds } from "../next-step/EditionEnds.tsx";
import { FactLabel, FactValue } from "./FactText.tsx";
import { conditional, factNames, findEdition } from "./profile-draft.ts";
import type { Facts } from "./profile-draft.ts";
import { ProfileForm } from "./ProfileForm.tsx";
import { ProfileHistory } from "./ProfileHistory.tsx";
import styles from "./ProfilePage.module.css";

interface Props {
  readonly variables: ProfileQueryVariables;
  readonly name: string;
}

/** What a library says of itself, what follows from it, and who changed it. */
export function ProfilePage({ variables, name }: Props) {
  const { t } = useLingui();
  const organisation = variables.organisationId;
  const loaded = useLoaded(ProfileDocument, variables);
  // The route answers "not found" before it comes here.
  if (!loaded?.libraryProfile) return null;
  const latest = readFragment(ProfileFactsFragmentDoc, loaded.libraryProfile);
  const edition = findEdition(loaded.selfEvaluation?.cycle.edition);
  return (
    <MarginPage>
      <PageHeader
        title={t`Bibliotheekprofiel`}
        eyebrow={name}
        lead={<Trans>Een paar feiten, die bepalen welke indicatoren voor jullie gelden.</Trans>}
      />
      <div className={styles.facts}>
        <MarginRow
          ruled
          margin={
            edition && (
              <>
                <Depending organisation={organisation} facts={latest} edition={edition} />
                <div className={styles.depending}>
                  <EditionEnds />
                </div>
              </>
            )
          }
        >
          {latest.canChange ? (
            <ProfileForm organisation={organisation} latest={latest} edition={edition} />
          ) : (
            <Reading facts={latest} />
          )}
        </MarginRow>
      </div>
      <MarginRow>
        <ProfileHistory variables={variables} />
      </MarginRow>
    </MarginPage>
  );
}

interface DependingProps {
  readonly organisation: string;
  readonly facts: Facts;
  readonly edition: Edition;
}

/** In the margin: what hangs on these facts now. */
function Depending({ organisation, facts, edition }: DependingProps) {
  return (
    <section className={styles.depending}>
      <h2>
        <Trans>Wat hiervan afhangt</Trans>
      </h2>
      {conditional(edition, facts).map(({ code, norm, applies }) => (
        <p key={code}>
          {applies ? (
            <Trans>
              <Link
                to="/o/$organisation/zelfevaluatie/$norm"
                params={{ organisation, norm }}
                hash={`indicator-${code}`}
              >
                Indicator {code}
              </Link>{" "}
              geldt nu voor jullie.
            </Trans>
          ) : (
            <Trans>Indicator {code} geldt nu niet voor jullie.</Trans>
          )}{" "}
          <Trans>Hij is er voor leden van de VOB die een IDO hebben.</Trans>
        </p>
      ))}
    </section>
  );
}

function Reading({ facts }: { readonly facts: Facts }) {
  return (
    <>
      <dl className={styles.reading}>
        {factNames.map((fact) => (
          <div key={fact}>
            <dt>
              <FactLabel name={fact} />
            </dt>
            <dd>
              <FactValue value={facts[fact]} />
            </dd>
          </div>
        ))}
      </dl>
      <p className={styles.note}>
        <Trans>Je kwaliteitscoördinator of beheerder kan dit veranderen.</Trans>
      </p>
    </>
  );
}
