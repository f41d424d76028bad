import { Plural, Trans, useLingui } from "@lingui/react/macro";
import { Link, useNavigate } from "@tanstack/react-router";
import { longestSearch } from "@toetssteen/contract";
import { Button } from "../../ui/Button.tsx";
import { EmptyState } from "../../ui/EmptyState.tsx";
import { MarginPage } from "../../ui/Margin.tsx";
import { Notice } from "../../ui/Notice.tsx";
import { PageHeader } from "../../ui/PageHeader.tsx";
import { useTyped } from "../../address/use-typed.ts";
import type { Found } from "./find.ts";
import { SearchResults } from "./SearchResults.tsx";
import { isEnough } from "./enough.ts";
import { useWalk } from "./use-walk.ts";
import { SlashSwitch } from "./SlashSwitch.tsx";
import styles from "./SearchPage.module.css";

interface Props {
  readonly organisationId: string;
  readonly organisationName: string;
  /** What is looked for, as the address has it. */
  readonly text: string | undefined;
  /** Null where there is too little to look for. */
  readonly found: Found | "unreachable" | null;
  /** Something newer is being looked for. */
  readonly isBusy: boolean;
  readonly onRetry: () => void;
}

/** Pause in typing after which is searched, in milliseconds. */
const pause = 200;

/** The index of a library's own texts and documents: one field, and under it every place. */
export function SearchPage(props: Props) {
  const { organisationId, organisationName, text, found, isBusy, onRetry } = props;
  const { t } = useLingui();
  const known = text ?? "";
  const [typed, setTyped] = useTyped(known, useLook(known), pause);
  const walking = useWalk<HTMLDivElement>();
  return (
    <MarginPage>
      <PageHeader title={t`Zoeken`} eyebrow={organisationName} />
      <div ref={walking}>
        <form
          role="search"
          className={styles.form}
          onSubmit={(event) => {
            event.preventDefault();
            setTyped(typed, { atOnce: true });
          }}
        >
          <input
            type="search"
            className={styles.input}
            aria-label={t`Zoek in jullie teksten en documenten`}
            placeholder={t`Een woord, of een deel ervan`}
            autoComplete="off"
            enterKeyHint="search"
            maxLength={longestSearch}
            data-first-focus
            data-walk
            value={typed}
            onChange={({ currentTarget }) => setTyped(currentTarget.value)}
          />
        </form>
        <p className={styles.status} role="status" data-busy={isBusy}>
          {isBusy ? (
            <span className={styles.busy}>
              <Trans>Zoeken…</Trans>
            </span>
          ) : (
            found !== null && found !== "unreachable" && <Total found={found} />
          )}
        </p>
        {found === "unreachable" ? (
          <Notice kind="attention">
            <p>
              <Trans>
                Er is nu geen verbinding, dus zoeken lukt niet. Wat je typte, staat hier nog.
              </Trans>
            </p>
            <Button small onClick={onRetry}>
              <Trans>Probeer het opnieuw</Trans>
            </Button>
          </Notice>
        ) : found === null ? (
          <Explanation organisationId={organisationId} isShort={typed.trim() !== ""} />
        ) : totalOf(found) === 0 ? (
          <Nothing text={text ?? ""} />
        ) : (
          <SearchResults organisationId={organisationId} text={text ?? ""} found={found} />
        )}
      </div>
    </MarginPage>
  );
}

function totalOf({ counts, texts, people }: Found): number {
  return counts.reduce((sum, { count }) => sum + count, 0) + texts.length + people.length;
}

function Total({ found }: { readonly found: Found }) {
  const total = totalOf(found);
  return total === 0 ? null : (
    <Plural value={total} one="Gevonden op één plek" other="Gevonden op # plekken" />
  );
}

function Explanation({
  organisationId,
  isShort,
}: {
  readonly organisationId: string;
  readonly isShort: boolean;
}) {
  const { t } = useLingui();
  return (
    <>
      <EmptyState
        title={isShort ? t`Typ nog een letter` : t`Alles wat jullie schreven, op één plek`}
      >
        <p>
          <Trans>
            Je zoekt in antwoorden, toelichtingen, opmerkingen, gesprekken, de teksten van de normen
            en de namen van documenten en mensen. Een deel van een woord is genoeg:{" "}
            <Link
              to="/o/$organisation/zoeken"
              params={{ organisation: organisationId }}
              search={{ q: "overeenkomst" }}
            >
              overeenkomst
            </Link>{" "}
            vindt ook ‘samenwerkingsovereenkomst’. Met meer woorden vind je alleen waar ze allemaal
            staan.
          </Trans>
        </p>
      </EmptyState>
      <SlashSwitch />
    </>
  );
}

function Nothing({ text }: { readonly text: string }) {
  const { t } = useLingui();
  return (
    <EmptyState title={t`Niets gevonden voor ‘${text}’`}>
      <p>
        <Trans>
          Probeer een korter stuk van het woord, of minder woorden. Wat nu niet voor jullie geldt,
          wat weggehaald is en wat in een eerdere cyclus staat, wordt niet doorzocht.
        </Trans>
      </p>
    </EmptyState>
  );
}

/** Puts the words in the address, which is where they are looked for. */
function useLook(known: string) {
  const navigate = useNavigate();
  return (wanted: string) =>
    void navigate({
      to: ".",
      search: wanted === "" ? {} : { q: wanted },
      replace: isEnough(known) || !isEnough(wanted),
      resetScroll: false,
    });
}
