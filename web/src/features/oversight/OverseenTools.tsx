import { Trans, useLingui } from "@lingui/react/macro";
import { useNavigate } from "@tanstack/react-router";
import { dayInAmsterdam } from "@toetssteen/norms";
import type { OverseenQueryVariables } from "../../gql/graphql.ts";
import { Button } from "../../ui/Button.tsx";
import { SelectField } from "../../ui/SelectField.tsx";
import hidden from "../../ui/VisuallyHidden.module.css";
import { useSubmission } from "../../network/use-submission.ts";
import { useTyped } from "../../address/use-typed.ts";
import { FailureAlert } from "../identity/FailureAlert.tsx";
import styles from "./OverseenPage.module.css";
import { quartersAround } from "./overseen-list.ts";
import type { OverseenSearch } from "./overseen-search.ts";
import { useMembersExport } from "./use-members-export.ts";

interface Props {
  readonly variables: OverseenQueryVariables;
  readonly search: OverseenSearch;
  readonly total: number;
  readonly now: Date;
}

/** Pause in typing after which is searched, in milliseconds: every search is a look that the libraries see. */
const pause = 400;

/** Which members are shown; all of it stands in the address. */
export function OverseenTools({ variables, search, total, now }: Props) {
  const { t } = useLingui();
  const navigate = useNavigate();
  const { isBusy, failure, submit } = useSubmission();
  const { save, fetched } = useMembersExport(variables, total, now);
  const organisation = variables.organisationId;
  const go = (next: OverseenSearch, replace: boolean) =>
    void navigate({
      to: "/o/$organisation/leden",
      params: { organisation },
      search: next,
      replace,
      resetScroll: false,
    });
  const ask = (words: string) => {
    const { zoek: _, ...rest } = search;
    go(words === "" ? rest : { ...rest, zoek: words }, true);
  };
  const [typed, type] = useTyped(search.zoek ?? "", ask, pause);
  const choose = (quarter: string) => {
    const { kwartaal: _, ...rest } = search;
    go(quarter === "" ? rest : { ...rest, kwartaal: quarter }, false);
  };
  const quarters = quartersAround(dayInAmsterdam(now));
  const chosen = search.kwartaal ?? "";
  const options = chosen === "" || quarters.includes(chosen) ? quarters : [chosen, ...quarters];

  return (
    <form className={styles.filters} role="search" onSubmit={(event) => event.preventDefault()}>
      <SelectField
        label={t`Kwartaal van de audit`}
        labelHidden
        small
        value={chosen}
        onChange={({ target }) => choose(target.value)}
      >
        <option value="">{t`Alle kwartalen`}</option>
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
        onChange={({ target }) => type(target.value)}
      />
      {total > 0 && (
        <Button look="quiet" small aria-disabled={isBusy} onClick={() => submit(save)}>
          {isBusy && total > 0 ? (
            <Trans>
              {fetched} van {total} opgehaald
            </Trans>
          ) : (
            <Trans>Download als spreadsheet</Trans>
          )}
        </Button>
      )}
      <FailureAlert failure={failure} />
    </form>
  );
}
