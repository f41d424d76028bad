import type { Sharing } from "@toetssteen/contract";
import { withMembers } from "../membership/member.sql.ts";
import type { Scope } from "../tenancy/scope.ts";
import { evidenceJson, type EvidenceRow } from "./evidence.sql.ts";

/** Which items of a library's evidence; what is null doesn't matter. */
export interface EvidenceChoice {
  readonly organisationId: string;
  readonly removed: boolean;
  /** Words, each of which stands in the title or in the name of a file. */
  readonly words: readonly string[] | null;
  readonly sharing: Sharing | null;
  readonly used: boolean | null;
  /** Days; an item counts when the period that it is about touches these. */
  readonly aboutFrom: string | null;
  readonly aboutTo: string | null;
}

const chosen = `
  e.organisation_id = $1 and (e.removed_at is not null) = $2
  and ($3::text[] is null or not exists (select from unnest($3::text[]) as looked (word)
    where strpos(e.folded, looked.word) = 0 and not exists (select from toetssteen.evidence_file f
      where f.organisation_id = $1 and f.evidence_id = e.id and f.removed_at is null and f.refused_for is null
        and strpos(f.folded, looked.word) > 0)))
  and ($4::text is null or e.sharing = $4)
  and ($5::boolean is null or $5 = exists (select from toetssteen.evidence_use u
    where u.organisation_id = $1 and u.evidence_id = e.id and u.removed_at is null))
  and ($6::date is null or coalesce(e.about_to, e.about_from) >= $6)
  and ($7::date is null or coalesce(e.about_from, e.about_to) <= $7)`;

const values = (of: EvidenceChoice) => [
  of.organisationId,
  of.removed,
  of.words,
  of.sharing,
  of.used,
  of.aboutFrom,
  of.aboutTo,
];

/** What a list is sorted by, always the same way round: names from A, times from the latest. */
export type EvidenceSort = "added" | "title" | "about";

/** By alias of the item; what is alike comes in the order of its id. */
const keys: Readonly<Record<EvidenceSort, { key: (item: string) => string; way: "asc" | "desc" }>> =
  {
    added: { key: (item) => `${item}.added_at`, way: "desc" },
    title: { key: (item) => `${item}.folded collate "C"`, way: "asc" },
    // What is about no period comes last.
    about: {
      key: (item) => `coalesce(${item}.about_to, ${item}.about_from, '-infinity'::date)`,
      way: "desc",
    },
  };

/** A page of items. Only what is on the page is gathered with files. */
export async function findEvidencePage(
  scope: Scope,
  choice: EvidenceChoice,
  page: { sort: EvidenceSort; after: string | null; limit: number },
): Promise<EvidenceRow[]> {
  const { key, way } = keys[page.sort];
  const order = `order by ${key("e")} ${way}, e.id ${way}`;
  const rows = await scope.sql<{ item: EvidenceRow }>(
    `evidence page by ${page.sort}`,
    `${withMembers}
     select ${evidenceJson} as item
     from (select e.* from toetssteen.evidence e
       where ${chosen} and ($8::uuid is null or (${key("e")}, e.id) ${way === "asc" ? ">" : "<"}
         (select ${key("b")}, b.id from toetssteen.evidence b where b.organisation_id = $1 and b.id = $8))
       ${order} limit $9) e
     ${order}`,
    [...values(choice), page.after, page.limit],
  );
  return rows.map(({ item }) => item);
}

export async function countEvidence(scope: Scope, choice: EvidenceChoice): Promise<number> {
  const [counted] = await scope.sql<{ count: number }>(
    "count evidence",
    `select count(*)::int as count from toetssteen.evidence e where ${chosen}`,
    values(choice),
  );
  return counted?.count ?? 0;
}
