import type { PassageField } from "@toetssteen/contract";
import { memberJson } from "../membership/member.sql.ts";
import type { Member } from "../membership/member.type.ts";
import type { Scope } from "../tenancy/scope.ts";
import { foldedSql } from "./fold.sql.ts";

/** What can be found, in the order in which is told how much of it there is: the database gives none. */
export const searchKinds = ["answer", "passage", "discussion", "comment", "document"] as const;
export type SearchKind = (typeof searchKinds)[number];

export interface SearchRow {
  readonly kind: SearchKind;
  /** Among its kind. */
  readonly id: string;
  /** Of a discussion, a thread or an item of evidence; null where its place says which it is. */
  readonly targetId: string | null;
  /** Code of the part it stands at; empty for the cycle as a whole, null for a document. */
  readonly part: string | null;
  readonly field: PassageField | null;
  /** Where the words stand, of a long text a piece; the title of a document. */
  readonly text: string;
  readonly isCutBefore: boolean;
  readonly isCutAfter: boolean;
  /** Names of a document's files, the first few. */
  readonly files: readonly string[];
  /** As PostgreSQL writes it. */
  readonly at: string;
  readonly by: Member;
  /** How many there are of its kind. */
  readonly total: number;
}

/** What of an edition counts for a library with this profile. */
export interface SearchPlace {
  readonly edition: string;
  readonly vobMember: boolean;
  readonly runsIdo: boolean;
  /** Codes of the parts that don't apply. */
  readonly without: readonly string[];
  readonly indicators: readonly string[];
}

/** The open cycle and what counts in it, of the list `$2`; without an open cycle there are only documents. */
const place = `place as materialized (
    select c.id as cycle_id, p.* from toetssteen.cycle c
    left join toetssteen.library_profile l on l.organisation_id = c.organisation_id
    join jsonb_to_recordset($2::jsonb) as
      p (edition text, "vobMember" boolean, "runsIdo" boolean, without text[], indicators text[])
      on p.edition = c.edition and p."vobMember" = coalesce(l.vob_member, false) and p."runsIdo" = coalesce(l.runs_ido, false)
    where c.organisation_id = $1 and c.closed_at is null
  )`;

const cycle = "(select place.cycle_id from place)";

const holds = (folded: string) =>
  `not exists (select from unnest($3::text[]) as looked (word) where strpos(${folded}, looked.word) = 0)`;

/** Everything but documents stands at a part of the cycle. */
const at = (alias: string, part: string) =>
  `${alias}.organisation_id = $1 and ${alias}.cycle_id = ${cycle}
    and ${alias}.${part} <> all ((select place.without from place)::text[])`;

const answers = `
  select 'answer' as kind, a.indicator as id, null::uuid as target, a.indicator as part, null as field, a.explanation as text, a.folded, '{}'::text[] as files,
    a.changed_at as at, a.changed_by as person
  from toetssteen.indicator_answer a where ${at("a", "indicator")} and ${holds("a.folded")}`;

/** Reason, plan and consequences of an indicator show under a nee, and are kept when it becomes a ja. */
const passages = `
  select 'passage', p.part || ':' || p.field, null, p.part, p.field, p.body, p.folded, '{}', p.changed_at, p.changed_by
  from toetssteen.passage p
  where ${at("p", "part")} and ${holds("p.folded")}
    and (p.part <> all ((select place.indicators from place)::text[]) or exists (select from toetssteen.indicator_answer n
      where n.organisation_id = $1 and n.cycle_id = ${cycle} and n.indicator = p.part and n.verdict = 'nee'))`;

const discussions = `
  select 'discussion', d.id::text, d.id, d.norm, null, d.with_whom, d.folded, '{}', d.added_at, d.added_by
  from toetssteen.discussion d where ${at("d", "norm")} and d.removed_at is null and ${holds("d.folded")}`;

const comments = `
  select 'comment', c.id::text, coalesce(c.thread_id, c.id), c.part, null, c.body, c.folded, '{}', coalesce(c.changed_at, c.at), c.author_id
  from toetssteen.comment c where ${at("c", "part")} and c.removed_at is null and ${holds("c.folded")}`;

/** Most names of files that are told of one document. */
const mostNames = 5;

/** Each word in the title or in the name of a file, as in the list of evidence. */
const documents = `
  select 'document', e.id::text, e.id, null, null, e.title, e.folded,
    array(select f.name from toetssteen.evidence_file f
      where f.organisation_id = $1 and f.evidence_id = e.id and f.removed_at is null and f.refused_for is null
        and exists (select from unnest($3::text[]) as looked (word) where strpos(f.folded, looked.word) > 0)
      group by f.name order by min(f.position), f.name limit ${mostNames}),
    e.changed_at, e.changed_by
  from toetssteen.evidence e
  where e.organisation_id = $1 and e.removed_at is null
    and not exists (select from unnest($3::text[]) as looked (word)
      where strpos(e.folded, looked.word) = 0 and not exists (select from toetssteen.evidence_file f
        where f.organisation_id = $1 and f.evidence_id = e.id and f.removed_at is null and f.refused_for is null
          and strpos(f.folded, looked.word) > 0))`;

/** Length of a piece and from where to where the next begins, in characters: what shows fits into one of them. */
const piece = { length: 1_200, step: 1_000 };

/** How many of the words stand in a folded text. */
const wordsHeld = (folded: string) =>
  `(select count(*) from (select ${folded} as folded offset 0) f, unnest($3::text[]) as held (word)
    where strpos(f.folded, held.word) > 0)`;

/**
 * Of a long text the piece `w` to show, which holds as many of the words as stand near each other. Worked out here, since
 * folding a text takes as long as what somebody wrote, and the server's one thread is everybody's. Where the words stand in
 * the folded text says about where they stand in the text, so that rarely more than a piece is folded.
 */
const bestPiece = `lateral (
    select strpos(h.folded, looked.word) as at, ${wordsHeld("substr(h.folded, greatest(strpos(h.folded, looked.word) - 100, 1), 300)")} as held
    from unnest($3::text[]) as looked (word) where char_length(h.text) > ${piece.length}
    order by held desc, at limit 1
  ) near on true
  left join lateral (
    select n * ${piece.step} as start, n * ${piece.step} + ${piece.length} < char_length(h.text) as is_cut
    from (select n from generate_series(0, (char_length(h.text) - 1) / ${piece.step}) n where near.at is not null
      order by abs(n * ${piece.step} + ${piece.length / 2} - near.at::float / char_length(h.folded) * char_length(h.text))) pieces
    where ${wordsHeld(foldedSql(`substr(h.text, n * ${piece.step} + 1, ${piece.length})`))} >= near.held
    limit 1
  ) w on true`;

/** {@link SearchRow}s, in a statement with {@link place}. */
const hits = `select h.kind, h.id, h.target as "targetId", h.part, h.field,
    substr(h.text, coalesce(w.start, 0) + 1, ${piece.length}) as text, h.files, h.at, h.total, ${memberJson("m")} as by,
    coalesce(w.start, 0) > 0 as "isCutBefore", coalesce(w.is_cut, false) as "isCutAfter"
  from (select k.*, count(*) over (partition by k.kind)::int as total,
      row_number() over (partition by k.kind order by k.at desc, k.id) as rank
    from (${[answers, passages, discussions, comments, documents].join(" union all ")}) k) h
  join toetssteen.membership m on m.organisation_id = $1 and m.person_id = h.person
  left join ${bestPiece}
  where h.rank <= $4`;

/** {@link SearchRow}s by themselves. */
export const hitsStatement = `with ${place} ${hits}`;

/** What was found, and for which place; null without an open cycle. */
export interface Found {
  readonly place: Pick<SearchPlace, "edition" | "vobMember" | "runsIdo"> | null;
  readonly hits: readonly SearchRow[];
  /** Members in whose names all of the words stand; left out where nobody asked. */
  readonly people?: readonly Member[];
}

/** Most people that are told. */
const mostPeople = 20;

const people = `(select coalesce(json_agg(${memberJson("m")} order by m.name, m.person_id), '[]') from (
    select m.person_id, m.name from toetssteen.membership m
    where m.organisation_id = $1 and m.ended_at is null and ${holds(foldedSql("m.name"))}
    order by m.name, m.person_id limit ${mostPeople}) m)`;

/**
 * What holds all of the words, of each kind those changed last; in the open cycle only where it shows.
 * @param places as `placesIn` gives them
 * @param words folded, at least one
 * @param first most of one kind
 */
export async function findHits(
  scope: Scope,
  organisationId: string,
  places: string,
  words: readonly string[],
  first: number,
  asked: { people: boolean },
): Promise<Found> {
  // As one value: the driver takes longer over sixty rows with arrays and times than over their text.
  const [found] = await scope.sql<Found>(
    asked.people ? "search with people" : "search",
    `with ${place}, found as (${hits})
     select ${asked.people ? `${people} as people, ` : ""}(select to_json(place) from place) as place, (select coalesce(json_agg(found), '[]') from found) as hits`,
    [organisationId, places, words, first],
  );
  return found ?? { place: null, hits: [] };
}
