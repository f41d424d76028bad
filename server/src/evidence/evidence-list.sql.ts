import type { Sharing } from "@toetssteen/contract";
import { withMembers } from "../membership/member.sql.ts";
import type { Scope } from "../tenancy/scope.ts";
import { byName } from "../search/fold.sql.ts";
import { placedIn, type UseInBrief } from "./evidence-use.sql.ts";
import type { EvidenceSort } from "./evidence.enums.ts";
import { evidenceJson, type EvidenceInBrief, type Extent } from "./evidence.sql.ts";

/** Which items of a library's evidence; what is null doesn't matter. */
export interface EvidenceChoice {
  readonly organisationId: string;
  readonly removed: boolean;
  /** Words, each of which stands in the title or in the name of a file. */
  readonly words: readonly string[] | null;
  readonly sharing: Sharing | null;
  readonly isLink: boolean | null;
  /** Of names of files, one of which it has. */
  readonly endings: readonly string[] | null;
  readonly used: boolean | null;
  /** Days; an item counts when the period that it is about touches these. */
  readonly aboutFrom: string | null;
  readonly aboutTo: string | null;
  /** A file that it has too, or an item with such a file. */
  readonly sameFileAs: string | null;
}

/** What narrows a list, by what it is narrowed by; with just those that are used, the database plans it once for all. */
const conditions = {
  words: (words: string) => `not exists (select from unnest(${words}::text[]) as looked (word)
    where strpos(e.folded, looked.word) = 0 and not exists (select from toetssteen.evidence_file f
      where f.organisation_id = $1 and f.evidence_id = e.id and f.removed_at is null and f.refused_for is null
        and strpos(f.folded, looked.word) > 0))`,
  sharing: (sharing: string) => `e.sharing = ${sharing}`,
  isLink: (isLink: string) => `${isLink}::boolean = (e.kind = 'link')`,
  endings: (endings: string) => `exists (select from toetssteen.evidence_file f
    where f.organisation_id = $1 and f.evidence_id = e.id and f.removed_at is null and f.refused_for is null
      and lower(substring(f.name from '\\.([^.]+)$')) = any(${endings}::text[]))`,
  used: (used: string) => `${used}::boolean = exists (select from toetssteen.evidence_use u
    where u.organisation_id = $1 and u.evidence_id = e.id and u.removed_at is null)`,
  aboutFrom: (from: string) => `coalesce(e.about_to, e.about_from) >= ${from}::date`,
  aboutTo: (to: string) => `coalesce(e.about_from, e.about_to) <= ${to}::date`,
  sameFileAs: (id: string) => `e.id in (
    select f.evidence_id from toetssteen.evidence_file f join toetssteen.evidence_file g using (organisation_id, sha256)
    where g.organisation_id = $1 and ${id}::uuid in (g.id, g.evidence_id) and f.evidence_id <> g.evidence_id
      and ${["f", "g"].map((file) => `${file}.removed_at is null and ${file}.refused_for is null`).join(" and ")})`,
} as const;

/** Conditions on the item `e`, the names of those that are used, and the values `$1` and further that they speak of. */
function narrowed(choice: EvidenceChoice) {
  const used = (Object.keys(conditions) as (keyof typeof conditions)[]).filter(
    (name) => choice[name] !== null,
  );
  const text = [
    `e.organisation_id = $1 and e.removed_at is ${choice.removed ? "not null" : "null"}`,
    ...used.map((name, index) => conditions[name](`$${index + 2}`)),
  ].join(" and ");
  const values: unknown[] = [choice.organisationId, ...used.map((name) => choice[name])];
  return { text, names: [choice.removed && "removed", ...used], values };
}

/** By alias of the item; what is alike comes in the order of its id. */
const keys: Readonly<Record<EvidenceSort, { key: (item: string) => string; way: "asc" | "desc" }>> =
  {
    added: { key: (item) => `${item}.added_at`, way: "desc" },
    title: { key: (item) => `${item}.folded ${byName}`, way: "asc" },
    // What is about no period comes last.
    about: {
      key: (item) => `coalesce(${item}.about_to, ${item}.about_from, '-infinity'::date)`,
      way: "desc",
    },
  };

/** A page of a list: its items, and how many there are on all pages. */
export interface FoundPage {
  readonly items: readonly EvidenceInList[];
  readonly total: number;
}
/** With the places where it is used, if they were asked for. */
export type EvidenceInList = EvidenceInBrief & { readonly uses?: readonly UseInBrief[] | null };

/**
 * A page of items in one statement. Only what is on the page is gathered with files.
 * @param asked what is selected besides: items in brief or whole, their places, how many there are in all
 */
export async function findEvidencePage(
  scope: Scope,
  choice: EvidenceChoice,
  page: { sort: EvidenceSort; after: string | null; limit: number },
  asked: { extent: Extent; places: boolean; total: boolean },
): Promise<FoundPage> {
  const { key, way } = keys[page.sort];
  const order = `order by ${key("e")} ${way}, e.id ${way}`;
  const { extent, places, total } = asked;
  const { text: chosen, names, values } = narrowed(choice);
  const placeholder = (value: unknown) => `$${values.push(value)}`;
  const limit = placeholder(page.limit);
  const after =
    page.after !== null &&
    `and (${key("e")}, e.id) ${way === "asc" ? ">" : "<"} (select ${key("b")}, b.id from toetssteen.evidence b
       where b.organisation_id = $1 and b.id = ${placeholder(page.after)})`;
  const what = [page.sort, extent, places && "places", total && "total", after && "after"];
  const [found] = await scope.sql<FoundPage>(
    `evidence page ${[...what, ...names].filter(Boolean).join(" ")}`,
    `${withMembers}, page as materialized (
       select e.* from toetssteen.evidence e where ${chosen} ${after || ""} ${order} limit ${limit}
     ) ${places ? `, ${placedIn("select id from page", extent)}` : ""}
     select (select coalesce(json_agg(${evidenceJson(extent, places ? ", 'uses', placed.uses" : "")} ${order}), '[]')
         from page e ${places ? "left join placed on placed.evidence_id = e.id" : ""}) as items,
       ${total ? `(select count(*)::int from toetssteen.evidence e where ${chosen})` : "0"} as total`,
    values,
  );
  return found ?? { items: [], total: 0 };
}
