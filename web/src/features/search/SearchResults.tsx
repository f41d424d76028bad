import { Plural, Trans, useLingui } from "@lingui/react/macro";
import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { SearchHitFragmentDoc } from "../../gql/graphql.ts";
import { readFragment } from "../../gql/fragment-masking.ts";
import type { SearchHitFragment, SearchKind } from "../../gql/graphql.ts";
import { isToday, writeDayOf, writeDaysAgo, writeTime } from "../../i18n/dates.ts";
import { useNow } from "../../i18n/now.ts";
import { MarginRow } from "../../ui/Margin.tsx";
import { hashOfPart } from "../evidence/part-hash.ts";
import { useOverview } from "../self-evaluation/use-overview.ts";
import { useFieldText } from "../writing/use-field-text.ts";
import type { Found } from "./find.ts";
import { groupsOf } from "./groups.ts";
import { HitLink } from "./HitLink.tsx";
import styles from "./SearchResults.module.css";

interface Props {
  readonly organisationId: string;
  readonly text: string;
  readonly found: Found;
}

/** What was found, as in the index of a book: by norm, in the order of its page, documents last. */
export function SearchResults({ organisationId, text, found }: Props) {
  const { t } = useLingui();
  const norms = useOverview()?.norms ?? [];
  const hits = found.hits.map((hit) => readFragment(SearchHitFragmentDoc, hit));
  const headingOf = (of: string) => {
    if (of === "documents") return t`Bewijsstukken`;
    if (of === "cycle") return t`Ambities en knelpunten`;
    const norm = norms.find(({ code }) => code === of);
    return norm ? `${norm.code} ${norm.title}` : of;
  };
  return (
    <div className={styles.results}>
      {groupsOf(hits).map((group) => (
        <section key={group.of} aria-labelledby={`gevonden-${group.of}`}>
          <h2 id={`gevonden-${group.of}`} className={styles.heading}>
            {headingOf(group.of)}
          </h2>
          <ol className={styles.list}>
            {group.hits.map((hit, index) => (
              <li key={hit.id}>
                <Hit
                  hit={hit}
                  organisationId={organisationId}
                  isFirstOfPart={group.hits[index - 1]?.part !== hit.part}
                />
              </li>
            ))}
          </ol>
        </section>
      ))}
      <NormTexts found={found} organisationId={organisationId} />
      <People found={found} organisationId={organisationId} />
      <Left found={found} hits={hits} organisationId={organisationId} text={text} />
    </div>
  );
}

interface OtherProps {
  readonly found: Found;
  readonly organisationId: string;
}

/** What the norms themselves say, each with the way to where it stands. */
function NormTexts({ found: { texts }, organisationId: organisation }: OtherProps) {
  if (texts.length === 0) return null;
  return (
    <section aria-labelledby="gevonden-normteksten">
      <h2 id="gevonden-normteksten" className={styles.heading}>
        <Trans>In de normen zelf</Trans>
      </h2>
      <ol className={styles.list}>
        {texts.map(({ part, norm, snippet }) => (
          <li key={part}>
            <MarginRow small number={part}>
              <div className={styles.hit}>
                <Link
                  to="/o/$organisation/zelfevaluatie/$norm"
                  params={{ organisation, norm }}
                  hash={hashOfPart(part, norm)}
                  className={styles.link}
                  data-walk
                >
                  {part === norm ? <Trans>Norm {part}</Trans> : part}
                </Link>
                <p className={styles.snippet}>
                  <Marked within={snippet} />
                </p>
              </div>
            </MarginRow>
          </li>
        ))}
      </ol>
    </section>
  );
}

function People({ found: { people }, organisationId: organisation }: OtherProps) {
  if (people.length === 0) return null;
  return (
    <section aria-labelledby="gevonden-mensen">
      <h2 id="gevonden-mensen" className={styles.heading}>
        <Trans>Mensen</Trans>
      </h2>
      <ul className={styles.list}>
        {people.map(({ personId, name }) => (
          <li key={personId}>
            <MarginRow small>
              <div className={styles.hit}>
                <Link
                  to="/o/$organisation/mensen"
                  params={{ organisation }}
                  search={{ zoek: name }}
                  className={styles.link}
                  data-walk
                >
                  {name}
                </Link>
              </div>
            </MarginRow>
          </li>
        ))}
      </ul>
    </section>
  );
}

interface HitProps {
  readonly hit: SearchHitFragment;
  readonly organisationId: string;
  /** Whether the number in the margin is news. */
  readonly isFirstOfPart: boolean;
}

function Hit({ hit, organisationId, isFirstOfPart }: HitProps) {
  const name = useHitName(hit);
  const number = isFirstOfPart && hit.part !== hit.norm ? shortOf(hit) : undefined;
  return (
    <MarginRow small {...(number !== undefined && { number })} margin={<Changed hit={hit} />}>
      <div className={styles.hit}>
        <HitLink hit={hit} organisationId={organisationId} className={styles.link}>
          {hit.kind === "DOCUMENT" ? <Marked within={hit.snippet} /> : name}
        </HitLink>
        {hit.kind !== "DOCUMENT" && (
          <p className={styles.snippet}>
            <Marked within={hit.snippet} />
          </p>
        )}
        {hit.files.length > 0 && (
          <ul className={styles.files}>
            {hit.files.map((file, index) => (
              // oxlint-disable-next-line react/no-array-index-key -- two files may have one name
              <li key={index}>
                <Marked within={file} />
              </li>
            ))}
          </ul>
        )}
      </div>
    </MarginRow>
  );
}

/** Always text: what was written is never read as HTML. */
function Marked({ within }: { readonly within: SearchHitFragment["snippet"] }): ReactNode {
  const { text, marks } = within;
  // Between the begins and ends of marks, every other piece is one.
  const places = [0, ...marks, text.length];
  return places.slice(0, -1).map((place, index) => {
    const piece = text.slice(place, places[index + 1]);
    // oxlint-disable-next-line react/no-array-index-key -- pieces have no name but their place
    return index % 2 === 1 ? <mark key={index}>{piece}</mark> : piece;
  });
}

function Changed({ hit }: { readonly hit: SearchHitFragment }) {
  const { i18n } = useLingui();
  const now = useNow();
  const { name } = hit.by;
  const when = isToday(hit.at, now)
    ? writeTime(hit.at, i18n.locale)
    : writeDaysAgo(hit.at, now, i18n.locale);
  return (
    <p className={styles.changed}>
      {name},{" "}
      <time dateTime={hit.at} title={writeDayOf(hit.at, i18n.locale)}>
        {when}
      </time>
    </p>
  );
}

function useHitName({ kind, part, norm, field }: SearchHitFragment): string {
  const { t } = useLingui();
  const textOf = useFieldText();
  switch (kind) {
    case "ANSWER":
      return t`Toelichting`;
    case "PASSAGE":
      return field === null ? "" : textOf(field, part !== norm).name;
    case "DISCUSSION":
      return t`Besproken met`;
    case "COMMENT":
      return t`Opmerking`;
    case "DOCUMENT":
      return t`Bewijsstuk`;
  }
}

function shortOf({ part }: SearchHitFragment): string | undefined {
  return part?.replace(/^\d+\.(?=V)/, "");
}

interface LeftProps extends Props {
  readonly hits: readonly SearchHitFragment[];
}

/** Of a kind of which there are too many, only those changed last are shown. */
function Left({ found, hits }: LeftProps) {
  const shown = (of: SearchKind) => hits.filter(({ kind }) => kind === of).length;
  const left = found.counts.reduce((sum, { kind, count }) => sum + count - shown(kind), 0);
  if (left === 0) return null;
  return (
    <p className={styles.left}>
      <Plural
        value={left}
        one="Er is nog één plek. Typ meer woorden om preciezer te zoeken."
        other="Er zijn nog # plekken. Typ meer woorden om preciezer te zoeken."
      />{" "}
      <Trans>Wat het laatst veranderde, staat hierboven.</Trans>
    </p>
  );
}
