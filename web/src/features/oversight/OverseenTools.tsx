import { Trans, useLingui } from "@lingui/react/macro";
import { useNavigate } from "@tanstack/react-router";
import { dayInAmsterdam } from "@toetssteen/norms";
import { useEffect, useState } from "react";
import { download } from "../../download.ts";
import type { NormTitlesFragment, OverseenRowFragment } from "../../gql/graphql.ts";
import { Button } from "../../ui/Button.tsx";
import { SelectField } from "../../ui/SelectField.tsx";
import hidden from "../../ui/VisuallyHidden.module.css";
import styles from "./OverseenPage.module.css";
import { quartersAround, toCsv } from "./overseen-list.ts";
import type { OverseenSearch } from "./overseen-search.ts";
import { countsOf, useWorkText } from "./work-text.ts";

interface Props {
  readonly organisation: string;
  readonly search: OverseenSearch;
  readonly libraries: readonly OverseenRowFragment[];
  readonly norms: readonly NormTitlesFragment[];
  readonly now: Date;
}

/** Pause in typing after which is searched, in milliseconds: every search is a look that the libraries see. */
const pause = 400;

/** Which members are shown; all of it stands in the address. */
export function OverseenTools({ organisation, search, libraries, norms, now }: Props) {
  const { t } = useLingui();
  const navigate = useNavigate();
  const workText = useWorkText();
  const [typed, setTyped] = useState(search.zoek ?? "");
  const known = search.zoek ?? "";
  const wanted = typed.trim();

  useEffect(() => {
    if (wanted === known) return undefined;
    const timer = setTimeout(() => {
      const { zoek: _, ...rest } = search;
      void navigate({
        to: "/o/$organisation/leden",
        params: { organisation },
        search: wanted === "" ? rest : { ...rest, zoek: wanted },
        replace: true,
        resetScroll: false,
      });
    }, pause);
    return () => clearTimeout(timer);
  }, [wanted, known, search, organisation, navigate]);

  const choose = (quarter: string) => {
    const { kwartaal: _, ...rest } = search;
    void navigate({
      to: "/o/$organisation/leden",
      params: { organisation },
      search: quarter === "" ? rest : { ...rest, kwartaal: quarter },
      resetScroll: false,
    });
  };
  const quarters = quartersAround(dayInAmsterdam(now));
  const chosen = search.kwartaal ?? "";
  const options = chosen === "" || quarters.includes(chosen) ? quarters : [chosen, ...quarters];
  const save = () => {
    const columns = norms.map(({ code, title }) => `${code} ${title}`);
    const head = [t`Bibliotheek`, ...columns, t`Audit`, t`Indienen uiterlijk`, t`Laatst bezig`];
    const rows = libraries.map((library) => [
      library.organisation.name,
      ...norms.map(({ code }) => {
        const norm = library.norms.find((one) => one.code === code);
        return norm ? workText(countsOf(norm)) : "";
      }),
      library.auditOn ?? library.announcedQuarter ?? "",
      library.submitBefore ?? "",
      library.lastActiveOn ?? "",
    ]);
    download(`${t`leden`}-${dayInAmsterdam(now)}.csv`, toCsv([head, ...rows]), "text/csv");
  };

  return (
    <form className={styles.filters} role="search" onSubmit={(event) => event.preventDefault()}>
      <SelectField
        label={t`Kwartaal van de audit`}
        labelHidden
        small
        value={chosen}
        onChange={({ target }) => choose(target.value)}
      >
        <option value="">{t`Kwartaal: alle`}</option>
        {options.map((quarter) => {
          const [year = "", number = ""] = quarter.split("-Q");
          return (
            <option key={quarter} value={quarter}>
              {t`${number}e kwartaal van ${year}`}
            </option>
          );
        })}
      </SelectField>
      <label className={hidden.hidden} htmlFor="search-member">
        <Trans>Zoek een lid</Trans>
      </label>
      <input
        id="search-member"
        type="search"
        className={styles.search}
        placeholder={t`Zoek een lid`}
        autoComplete="off"
        value={typed}
        onChange={({ target }) => setTyped(target.value)}
      />
      {libraries.length > 0 && (
        <Button look="quiet" small onClick={save}>
          <Trans>Als spreadsheet</Trans>
        </Button>
      )}
    </form>
  );
}
