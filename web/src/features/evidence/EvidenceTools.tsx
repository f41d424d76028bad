import { Plural, Trans, useLingui } from "@lingui/react/macro";
import { Link, useNavigate } from "@tanstack/react-router";
import { EvidenceYearsDocument } from "../../gql/graphql.ts";
import type { EvidenceListQueryVariables } from "../../gql/graphql.ts";
import { Button } from "../../ui/Button.tsx";
import { SearchField } from "../../ui/SearchField.tsx";
import { SelectField } from "../../ui/SelectField.tsx";
import { useSubmission } from "../../network/use-submission.ts";
import { useLoaded } from "../../network/use-loaded.ts";
import { useTyped } from "../../address/use-typed.ts";
import { FailureAlert } from "../identity/FailureAlert.tsx";
import { sorts } from "./evidence-search.ts";
import type { EvidenceSearch } from "./evidence-search.ts";
import { useDocumentKindText } from "./evidence-text.ts";
import { isNarrowed, kindsBySort } from "./evidence-variables.ts";
import styles from "./EvidencePage.module.css";
import { useExport } from "./use-export.ts";

interface Props {
  readonly variables: EvidenceListQueryVariables;
  readonly search: EvidenceSearch;
  readonly total: number;
}

/** Pause in typing after which is searched, in milliseconds. */
const pause = 250;

/** Which documents are shown; all of it stands in the address. */
export function EvidenceTools({ variables, search, total }: Props) {
  const { t } = useLingui();
  const organisation = variables.organisationId;
  const go = useGo(organisation);
  const { isBusy, failure, submit } = useSubmission();
  const { save, fetched } = useExport(variables, total);
  const years =
    useLoaded(EvidenceYearsDocument, { organisationId: organisation })?.evidenceYears ?? [];
  const kindText = useDocumentKindText();
  const { jaar } = search;
  const shownYears = jaar === undefined || years.includes(jaar) ? years : [jaar, ...years];
  /** An empty value takes the filter away. */
  const choose = (name: keyof EvidenceSearch, value: string | number, replace = false) => {
    const { [name]: _, ...rest } = search;
    go(value === "" ? rest : { ...rest, [name]: value }, replace);
  };
  const ask = (words: string) => choose("zoek", words, true);
  const [typed, type] = useTyped(search.zoek ?? "", ask, pause);

  return (
    <div className={styles.tools}>
      <form className={styles.filters} role="search" onSubmit={(event) => event.preventDefault()}>
        <SearchField label={t`Zoek op naam`} value={typed} onChange={(words) => type(words)} />
        <SelectField
          label={t`Wie mag het zien`}
          labelHidden
          small
          value={search.delen ?? ""}
          onChange={({ target }) => choose("delen", target.value)}
        >
          <option value="">{t`Intern en voor auditors`}</option>
          <option value="gedeeld">{t`Ook voor auditors`}</option>
          <option value="intern">{t`Alleen intern`}</option>
        </SelectField>
        <SelectField
          label={t`Waar het bij hoort`}
          labelHidden
          small
          value={search.gebruikt ?? ""}
          onChange={({ target }) => choose("gebruikt", target.value)}
        >
          <option value="">{t`Alle documenten`}</option>
          <option value="ja">{t`Ergens gekoppeld`}</option>
          <option value="nee">{t`Nog nergens gekoppeld`}</option>
        </SelectField>
        <SelectField
          label={t`Soort document`}
          labelHidden
          small
          value={search.soort ?? ""}
          onChange={({ target }) => choose("soort", target.value)}
        >
          <option value="">{t`Elke soort`}</option>
          {sorts.map((sort) => (
            <option key={sort} value={sort}>
              {kindText(kindsBySort[sort])}
            </option>
          ))}
        </SelectField>
        <SelectField
          label={t`Jaar waarover het gaat`}
          labelHidden
          small
          value={jaar ?? ""}
          onChange={({ target }) => choose("jaar", target.value && Number(target.value))}
        >
          <option value="">{t`Alle jaren`}</option>
          {shownYears.map((year) => (
            <option key={year} value={year}>
              {t`Over ${year}`}
            </option>
          ))}
        </SelectField>
        <div className={styles.order}>
          <SelectField
            label={t`Op volgorde van`}
            labelHidden
            small
            value={search.op ?? ""}
            onChange={({ target }) => choose("op", target.value)}
          >
            <option value="">{t`Nieuwste eerst`}</option>
            <option value="naam">{t`Op naam`}</option>
            <option value="periode">{t`Op periode`}</option>
          </SelectField>
        </div>
      </form>
      <div className={styles.count}>
        <p role="status">
          {search.weg === true ? (
            <Plural
              value={total}
              one="# weggehaald bewijsstuk"
              other="# weggehaalde bewijsstukken"
            />
          ) : (
            <Plural value={total} one="# bewijsstuk" other="# bewijsstukken" />
          )}
        </p>
        {isNarrowed(search) && (
          <Link
            to="/o/$organisation/bewijsstukken"
            params={{ organisation }}
            search={{}}
            resetScroll={false}
          >
            <Trans>Toon alles</Trans>
          </Link>
        )}
        <Link
          to="/o/$organisation/bewijsstukken"
          params={{ organisation }}
          search={search.weg === true ? {} : { weg: true }}
          resetScroll={false}
        >
          {search.weg === true ? (
            <Trans>Terug naar wat er is</Trans>
          ) : (
            <Trans>Weggehaalde bewijsstukken</Trans>
          )}
        </Link>
        {total > 0 && (
          <Button look="quiet" small aria-disabled={isBusy} onClick={() => submit(save)}>
            {isBusy ? (
              <Trans>
                {fetched} van {total} opgehaald…
              </Trans>
            ) : (
              <Trans>Download als spreadsheet</Trans>
            )}
          </Button>
        )}
      </div>
      <FailureAlert failure={failure} />
    </div>
  );
}

type Go = (search: EvidenceSearch, replace: boolean) => void;

function useGo(organisation: string): Go {
  const navigate = useNavigate();
  return (search, replace) =>
    void navigate({
      to: "/o/$organisation/bewijsstukken",
      params: { organisation },
      search,
      replace,
      resetScroll: false,
    });
}
