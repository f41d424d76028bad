import { endingsOfKind, writeEvidenceInput, type WriteEvidenceInput } from "@toetssteen/contract";
import { logActivity, type Change } from "../activity/activity.sql.ts";
import type { Context } from "../graphql/context.ts";
import { requireId, validInput } from "../graphql/input.ts";
import { cut, pageSize } from "../graphql/page.ts";
import { wordsIn } from "../search/words.ts";
import { findDossier, type Reading } from "../self-evaluation/dossier.ts";
import { findEvidencePage } from "./evidence-list.sql.ts";
import type { EvidenceSort } from "./evidence.enums.ts";
import { createPlacesOf } from "./evidence-use.loader.ts";
import type { EvidenceFilter } from "./evidence.input.ts";
import { requireEditable } from "./evidence.policy.ts";
import { findEvidenceRow, getEvidenceRowOrThrow, type EvidenceRow } from "./evidence.sql.ts";
import type { EvidencePage } from "./evidence-results.type.ts";
import { Evidence, extentSelected } from "./evidence.type.ts";

/** What shows evidence to who asks; the work of the open cycle comes along where the document asks what may be written. */
export async function readingFor(
  { scope, editions, selects }: Context,
  organisationId: string,
): Promise<Reading> {
  const dossier = selects("EvidenceUse.canWrite")
    ? await findDossier(scope, editions, organisationId, ["work"])
    : null;
  return {
    organisationId,
    actor: scope.actor,
    editions,
    dossier,
    placesOf: createPlacesOf(scope, organisationId),
  };
}

/** @throws {Refusal} INVALID_INPUT */
export async function findEvidence(
  context: Context,
  asked: {
    organisationId: string;
    filter: EvidenceFilter | null;
    sort: EvidenceSort;
    first: number;
    after: string | null;
  },
): Promise<EvidencePage> {
  const { organisationId, filter } = asked;
  const first = pageSize(asked.first);
  const after = asked.after === null ? null : requireId("after", asked.after);
  const words = wordsIn(filter?.text ?? "");
  const choice = {
    organisationId,
    removed: filter?.removed ?? false,
    isLink: filter?.documentKind === "link" ? true : null,
    endings:
      filter?.documentKind && filter.documentKind !== "link"
        ? endingsOfKind(filter.documentKind)
        : null,
    words: words.length > 0 ? words : null,
    sharing: filter?.sharing ?? null,
    used: filter?.used ?? null,
    aboutFrom: filter?.aboutFrom ?? null,
    aboutTo: filter?.aboutTo ?? null,
    sameFileAs: filter?.sameFileAs ? requireId("filter.sameFileAs", filter.sameFileAs) : null,
  };
  const { selects } = context;
  const [{ items, total }, reading] = await Promise.all([
    findEvidencePage(
      context.scope,
      choice,
      { sort: asked.sort, after, limit: first + 1 },
      {
        extent: extentSelected(selects),
        places: selects("Evidence.uses"),
        total: selects("EvidencePage.total"),
      },
    ),
    readingFor(context, organisationId),
  ]);
  const { rows, last } = cut(items, first);
  return {
    items: rows.map((row) => new Evidence(row, reading)),
    nextAfter: last?.id ?? null,
    total,
  };
}

/** Years that the library's evidence is about, the latest first: of this century, as a page can ask for. */
export async function findEvidenceYears(
  { scope }: Context,
  organisationId: string,
): Promise<number[]> {
  const rows = await scope.sql<{ year: number }>(
    "evidence years",
    `with periods as (
       select distinct extract(year from coalesce(e.about_from, e.about_to))::int as first,
         extract(year from coalesce(e.about_to, e.about_from))::int as last
       from toetssteen.evidence e
       where e.organisation_id = $1 and e.removed_at is null and (e.about_from is not null or e.about_to is not null)
     )
     select distinct year from periods, generate_series(greatest(first, 2000), least(last, 2099)) year order by year desc`,
    [organisationId],
  );
  return rows.map(({ year }) => year);
}

export async function findEvidenceItem(
  context: Context,
  organisationId: string,
  id: string,
): Promise<Evidence | null> {
  const row = await findEvidenceRow(context.scope, organisationId, requireId("id", id));
  return row && new Evidence(row, await readingFor(context, organisationId));
}

/**
 * Adds an item, or changes the one with this id. A stale `baseVersion`, or an item that was removed, changes nothing;
 * adding the same item twice adds it once.
 * @throws {Refusal} INVALID_INPUT · NOT_FOUND, also where the organisation is no library · FORBIDDEN (a colleague who didn't
 *   add it)
 */
export async function writeEvidence(
  context: Context,
  sent: WriteEvidenceInput,
): Promise<{ evidence: Evidence } | { current: Evidence }> {
  const { scope } = context;
  const input = validInput(writeEvidenceInput, {
    ...sent,
    url: sent.url ?? null,
    aboutFrom: sent.aboutFrom ?? null,
    aboutTo: sent.aboutTo ?? null,
  });
  const { organisationId, id, baseVersion, ...content } = input;
  const before = await findEvidenceRow(scope, organisationId, id);
  if (before) requireEditable(scope.actor, organisationId, before);
  const written = await scope.sql(
    "write evidence",
    `insert into toetssteen.evidence as e (organisation_id, id, kind, title, url, about_from, about_to, sharing,
       personal_data_note, added_by, changed_by)
     select $1, $2, $3, $4, $5, $6::date, $7::date, $8, $9, $10, $10
     where ($11::int = 0 and exists (select from toetssteen.library_profile p where p.organisation_id = $1))
       or exists (select from toetssteen.evidence x where x.organisation_id = $1 and x.id = $2)
     on conflict (organisation_id, id) do update
     set title = excluded.title, url = excluded.url, about_from = excluded.about_from, about_to = excluded.about_to,
       sharing = excluded.sharing, personal_data_note = excluded.personal_data_note,
       version = e.version + 1, changed_at = now(), changed_by = excluded.changed_by
     where e.version = $11 and e.removed_at is null and e.kind = $3
     returning e.id`,
    [
      organisationId,
      id,
      content.kind,
      content.title,
      content.url,
      content.aboutFrom,
      content.aboutTo,
      content.sharing,
      content.personalDataNote,
      scope.actor.personId,
      baseVersion,
    ],
  );
  const row = await getEvidenceRowOrThrow(scope, organisationId, id);
  const evidence = new Evidence(row, await readingFor(context, organisationId));
  const changes = differences(before, row);
  if (written.length === 1) {
    const what = before ? "evidence_changed" : "evidence_added";
    if (changes.length > 0) await logActivity(scope, organisationId, what, changes);
    return { evidence };
  }
  const same = differences(row, content).length === 0 && row.kind === content.kind;
  return same && row.removedAt === null && row.version === baseVersion + 1
    ? { evidence }
    : { current: evidence };
}

/** Removes an item, or brings it back, with its files and uses. Doing it twice is doing it once. @throws {Refusal} NOT_FOUND · FORBIDDEN */
export async function setEvidenceRemoved(
  context: Context,
  input: { organisationId: string; id: string; removed: boolean },
): Promise<Evidence> {
  const { scope } = context;
  const { organisationId, removed } = input;
  const id = requireId("id", input.id);
  const before = await getEvidenceRowOrThrow(scope, organisationId, id);
  requireEditable(scope.actor, organisationId, before);
  const changed = await scope.sql(
    "remove evidence",
    `update toetssteen.evidence set removed_at = case when $3 then now() end
     where organisation_id = $1 and id = $2 and (removed_at is not null) <> $3 returning id`,
    [organisationId, id, removed],
  );
  if (changed.length > 0) {
    const what = removed ? "evidence_removed" : "evidence_restored";
    await logActivity(scope, organisationId, what, [
      {
        field: "title",
        from: removed ? before.title : null,
        to: removed ? null : before.title,
      },
    ]);
  }
  const row = await getEvidenceRowOrThrow(scope, organisationId, id);
  return new Evidence(row, await readingFor(context, organisationId));
}

type Content = Pick<
  EvidenceRow,
  "title" | "url" | "aboutFrom" | "aboutTo" | "sharing" | "personalDataNote"
>;

function differences(before: Content | null, after: Content): Change[] {
  const fields = [
    "title",
    "url",
    "aboutFrom",
    "aboutTo",
    "sharing",
    "personalDataNote",
  ] as const satisfies (keyof Content)[];
  return fields
    .map((field) => ({ field, from: before?.[field] || null, to: after[field] || null }))
    .filter(({ from, to }) => from !== to);
}
