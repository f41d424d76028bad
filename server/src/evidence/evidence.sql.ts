import type { EvidenceKind, Sharing } from "@toetssteen/contract";
import { Refusal } from "../refusal.ts";
import type { FileState } from "./evidence.enums.ts";
import { memberJson, withMembers } from "../membership/member.sql.ts";
import type { Member } from "../membership/member.type.ts";
import type { Scope } from "../tenancy/scope.ts";

/** How much of an item is selected: what every list shows, or all of it. */
export type Extent = "brief" | "whole";

/** An item with its files, as one statement selects it. Times are as PostgreSQL writes them. */
export interface EvidenceInBrief {
  readonly id: string;
  readonly kind: EvidenceKind;
  readonly title: string;
  readonly aboutFrom: string | null;
  readonly aboutTo: string | null;
  readonly sharing: Sharing;
  readonly addedAt: string;
  readonly removedAt: string | null;
  readonly files: readonly FileInBrief[];
}

export interface EvidenceRow extends EvidenceInBrief {
  readonly url: string | null;
  readonly personalDataNote: string;
  readonly version: number;
  readonly addedBy: Member;
  readonly changedAt: string;
  readonly changedBy: Member;
  readonly files: readonly FileRow[];
}

/** One version of a file. */
export interface FileInBrief {
  readonly id: string;
  /** Of the first version, by which the file is known. */
  readonly fileId: string;
  readonly state: FileState;
  readonly removed: boolean;
  readonly name: string;
}

export interface FileRow extends FileInBrief {
  readonly position: number;
  readonly size: number;
  readonly refusedFor: string | null;
  readonly mediaType: string | null;
  readonly sha256: string | null;
  readonly startedAt: string;
  readonly uploadedBy: Member;
}

/** @throws where it was selected in brief: whoever selects says for whom too little is enough */
export function wholeItem(row: EvidenceInBrief): EvidenceRow {
  if ("version" in row) return row as EvidenceRow;
  throw new Error("An item was selected in brief.");
}

/** @throws as {@link wholeItem} */
export function wholeFile(row: FileInBrief): FileRow {
  if ("position" in row) return row as FileRow;
  throw new Error("A file was selected in brief.");
}

const restOfFile = `, 'position', f.position, 'size', f.size, 'refusedFor', f.refused_for,
    'mediaType', f.media_type, 'sha256', f.sha256, 'startedAt', f.started_at,
    'uploadedBy', (select ${memberJson("m")} from member m where m.person_id = f.uploaded_by)`;

/** The newest version first; what its content did not allow was never there. */
const filesJson = (extent: Extent) =>
  `(select coalesce(json_agg(json_build_object('id', f.id, 'fileId', coalesce(f.first_id, f.id), 'state', f.state,
    'removed', f.removed_at is not null, 'name', f.name ${extent === "whole" ? restOfFile : ""})
    order by f.position, f.started_at desc, f.id desc), '[]')
  from toetssteen.evidence_file f
  where f.organisation_id = $1 and f.evidence_id = e.id and f.refused_for is distinct from 'FILE_NOT_ALLOWED')`;

const restOfItem = `, 'url', e.url, 'personalDataNote', e.personal_data_note, 'version', e.version, 'changedAt', e.changed_at,
  'addedBy', (select ${memberJson("a")} from member a where a.person_id = e.added_by),
  'changedBy', (select ${memberJson("b")} from member b where b.person_id = e.changed_by)`;

/**
 * An {@link EvidenceRow}, or that in brief, of the item `e`, in a statement that begins {@link withMembers}.
 * @param more further keys and values, after a comma
 */
export const evidenceJson = (
  extent: Extent,
  more = "",
) => `json_build_object('id', e.id, 'kind', e.kind, 'title', e.title,
  'aboutFrom', e.about_from, 'aboutTo', e.about_to, 'sharing', e.sharing, 'addedAt', e.added_at, 'removedAt', e.removed_at,
  'files', ${filesJson(extent)} ${extent === "whole" ? restOfItem : ""} ${more})`;

export async function findEvidenceRow(
  scope: Scope,
  organisationId: string,
  id: string,
): Promise<EvidenceRow | null> {
  const [found] = await scope.sql<{ item: EvidenceRow }>(
    "evidence item",
    `${withMembers} select ${evidenceJson("whole")} as item from toetssteen.evidence e where e.organisation_id = $1 and e.id = $2`,
    [organisationId, id],
  );
  return found?.item ?? null;
}

/** @throws {Refusal} NOT_FOUND */
export async function getEvidenceRowOrThrow(
  scope: Scope,
  organisationId: string,
  id: string,
): Promise<EvidenceRow> {
  const row = await findEvidenceRow(scope, organisationId, id);
  if (!row) throw new Refusal("NOT_FOUND");
  return row;
}
