import { Trans, useLingui } from "@lingui/react/macro";
import { Link } from "@tanstack/react-router";
import { useRef, useState } from "react";
import {
  NormTitlesFragmentDoc,
  OverseenRowFragmentDoc,
  OversightDocument,
  WhoLooksFragmentDoc,
} from "../../gql/graphql.ts";
import { readFragment } from "../../gql/fragment-masking.ts";
import type { OversightQueryVariables } from "../../gql/graphql.ts";
import { Button } from "../../ui/Button.tsx";
import { EmptyState } from "../../ui/EmptyState.tsx";
import { announce } from "../../ui/LiveRegion.tsx";
import { MarginPage, MarginRow } from "../../ui/Margin.tsx";
import { Notice } from "../../ui/Notice.tsx";
import { PageHeader } from "../../ui/PageHeader.tsx";
import { FailureAlert } from "../identity/FailureAlert.tsx";
import { useLoaded } from "../../network/use-loaded.ts";
import { GrantForm } from "./GrantForm.tsx";
import { GrantHistory, GrantList } from "./GrantList.tsx";
import { OverseenTable } from "./OverseenTable.tsx";
import styles from "./OversightPage.module.css";
import { useOversight } from "./use-oversight.ts";

interface Props {
  readonly variables: OversightQueryVariables;
  readonly name: string;
  readonly seesLog: boolean;
}

/** Who of outside may look, exactly what they see, and how it is ended. */
export function OversightPage({ variables, name, seesLog }: Props) {
  const { t } = useLingui();
  const loaded = useLoaded(OversightDocument, variables);
  const { grant, withdraw, isBusy, failure } = useOversight(variables);
  const [ended, setEnded] = useState<{ id: string; name: string } | null>(null);
  const place = useRef<HTMLDivElement>(null);
  if (loaded === null) return null;

  const { grants, preview, norms, canChange } = readFragment(WhoLooksFragmentDoc, loaded.oversight);
  const inForce = grants.filter(({ withdrawnAt }) => withdrawnAt === null);
  const past = grants.filter(({ withdrawnAt }) => withdrawnAt !== null);
  const others = loaded.supportOrganisations.filter(
    ({ id }) => !inForce.some(({ supportOrganisation }) => supportOrganisation.id === id),
  );

  const allow = async (organisation: { id: string; name: string }) => {
    const other = organisation.name;
    if (!(await grant(organisation.id))) return;
    setEnded(null);
    announce(t`${other} kan nu meekijken.`);
    place.current?.focus();
  };
  const end = async (id: string, organisation: { id: string; name: string }) => {
    const other = organisation.name;
    if (!(await withdraw(id))) return;
    setEnded(organisation);
    announce(t`${other} kijkt niet meer mee.`);
    place.current?.focus();
  };

  return (
    <MarginPage>
      <PageHeader
        title={t`Wie kijkt mee`}
        eyebrow={name}
        lead={
          <Trans>
            Jullie bepalen zelf of een ondersteuningsorganisatie ziet hoe ver jullie zijn.
          </Trans>
        }
      />
      <div className={styles.now} ref={place} tabIndex={-1}>
        <MarginRow margin={seesLog && <LogPointer organisation={variables.organisationId} />}>
          {ended !== null && (
            <div className={styles.ended}>
              <Notice kind="step">
                <p>
                  <Trans>
                    <strong>{ended.name}</strong> kijkt niet meer mee. Dat geldt meteen.
                  </Trans>{" "}
                  <Button
                    look="quiet"
                    small
                    aria-disabled={isBusy}
                    onClick={() => void allow(ended)}
                  >
                    <Trans>Laat weer meekijken</Trans>
                  </Button>
                </p>
              </Notice>
            </div>
          )}
          {inForce.length > 0 ? (
            <GrantList
              grants={inForce}
              canChange={canChange}
              isBusy={isBusy}
              onEnd={(id, organisation) => void end(id, organisation)}
            />
          ) : (
            <EmptyState title={t`Er kijkt nu niemand mee`}>
              <p>
                <Trans>
                  Laat je een ondersteuningsorganisatie meekijken, dan ziet een adviseur
                  bijvoorbeeld dat norm 4 nog stilligt terwijl de audit eraan komt, en kan die op
                  tijd bellen.
                </Trans>
              </p>
            </EmptyState>
          )}
          {canChange ? (
            <GrantForm organisations={others} isBusy={isBusy} onGrant={(one) => void allow(one)} />
          ) : (
            <p className={styles.note}>
              <Trans>De beheerder van je bibliotheek kan dit veranderen.</Trans>
            </p>
          )}
          <FailureAlert failure={failure} />
        </MarginRow>
      </div>

      <section className={styles.preview} aria-labelledby="preview">
        <h2 id="preview">
          <Trans>Precies dit zien zij</Trans>
        </h2>
        <p className={styles.sentence}>
          <Trans>
            Per norm hoe ver het werk is en of hij is ingediend, wanneer de audit is en wanneer er
            voor het laatst aan gewerkt is. Nooit wat er staat, en nooit een ja of nee.
          </Trans>
        </p>
        <OverseenTable
          label={t`Jullie bibliotheek zoals een ondersteuningsorganisatie die ziet`}
          libraries={[readFragment(OverseenRowFragmentDoc, preview)]}
          norms={readFragment(NormTitlesFragmentDoc, norms)}
        />
      </section>

      {past.length > 0 && (
        <MarginRow>
          <GrantHistory grants={past} />
        </MarginRow>
      )}
    </MarginPage>
  );
}

function LogPointer({ organisation }: { readonly organisation: string }) {
  return (
    <section className={styles.pointer}>
      <h2>
        <Trans>Wie heeft er gekeken?</Trans>
      </h2>
      <p>
        <Trans>
          Elke keer dat iemand van buiten iets van jullie opent, staat dat in het{" "}
          <Link to="/o/$organisation/inzage" params={{ organisation }}>
            inzagelogboek
          </Link>
          .
        </Trans>
      </p>
    </section>
  );
}
