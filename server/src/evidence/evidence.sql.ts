import type { EvidenceKind, Sharing } from "@toetssteen/contract";
import { Refusal } from "../graphql/errors.ts";
import type { FileState } from "../graphql/enums.ts";
import { memberJson, withMembers } from "../membership/member.sql.ts";
import type { Member } from "../membership/member.type.ts";
import type { Scope } from "../tenancy/scope.ts";

/** An item with its files, as one statement selects it. Times are as PostgreSQL writes them. */
export interface EvidenceRow {
  readonly id: string;
  readonly kind: EvidenceKind;
  readonly title: string;
  readonly url: string | null;
  readonly aboutFrom: string | null;
  readonly aboutTo: string | null;
  readonly sharing: Sharing;
  readonly personalDataNote: string;
  readonly version: number;
  readonly addedAt: string;
  readonly addedBy: Member;
  readonly changedAt: string;
  readonly changedBy: Member;
  readonly removedAt: string | null;
  readonly files: readonly FileRow[];
}

/** One version of a file. */
export interface FileRow {
  readonly id: string;
  /** Of the first version, by which the file is known. */
  readonly fileId: string;
  readonly position: number;
  readonly name: string;
  readonly size: number;
  readonly state: FileState;
  readonly refusedFor: string | null;
  readonly mediaType: string | null;
  readonly sha256: string | null;
  readonly startedAt: string;
  readonly uploadedBy: Member;
  readonly removed: boolean;
}

/** The newest version first; what its content did not allow was never there. */
const files = `(select coalesce(json_agg(json_build_object('id', f.id, 'fileId', coalesce(f.first_id, f.id),
    'position', f.position, 'name', f.name, 'size', f.size, 'state', f.state, 'refusedFor', f.refused_for,
    'mediaType', f.media_type, 'sha256', f.sha256, 'startedAt', f.started_at, 'uploadedBy', ${memberJson("m")},
    'removed', f.removed_at is not null) order by f.position, f.started_at desc, f.id desc), '[]')
  from toetssteen.evidence_file f
  join member m on m.person_id = f.uploaded_by
  where f.organisation_id = $1 and f.evidence_id = e.id and f.refused_for is distinct from 'FILE_NOT_ALLOWED')`;

/** An {@link EvidenceRow} of the item `e`, in a statement that begins {@link withMembers}. */
export const evidenceJson = `json_build_object('id', e.id, 'kind', e.kind, 'title', e.title, 'url', e.url,
  'aboutFrom', e.about_from, 'aboutTo', e.about_to, 'sharing', e.sharing, 'personalDataNote', e.personal_data_note,
  'version', e.version, 'addedAt', e.added_at, 'changedAt', e.changed_at, 'removedAt', e.removed_at,
  'addedBy', (select ${memberJson("a")} from member a where a.person_id = e.added_by),
  'changedBy', (select ${memberJson("b")} from member b where b.person_id = e.changed_by),
  'files', ${files})`;

export async function findEvidenceRow(
  scope: Scope,
  organisationId: string,
  id: string,
): Promise<EvidenceRow | null> {
  const [found] = await scope.sql<{ item: EvidenceRow }>(
    "evidence item",
    `${withMembers} select ${evidenceJson} as item from toetssteen.evidence e where e.organisation_id = $1 and e.id = $2`,
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
