import type { EvidenceKind, Sharing } from "@toetssteen/contract";
import { Refusal } from "../graphql/errors.ts";
import type { FileState } from "../graphql/enums.ts";
import type { Member } from "../membership/member.type.ts";
import type { Scope } from "../tenancy/scope.ts";

/** An item with its files and the places where it is used, as one statement selects it. Times are as PostgreSQL writes them. */
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
  readonly uses: readonly UseRow[];
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

export interface UseRow {
  readonly id: string;
  readonly cycleId: string;
  readonly edition: string;
  readonly part: string;
  readonly slot: string | null;
  readonly page: string;
  readonly version: number;
  readonly addedAt: string;
  readonly addedBy: Member;
}

const member = (alias: string) =>
  `json_build_object('personId', ${alias}.person_id, 'name', ${alias}.name)`;

/** The newest version first; what its content did not allow was never there. */
const files = `(select coalesce(json_agg(json_build_object('id', f.id, 'fileId', coalesce(f.first_id, f.id),
    'position', f.position, 'name', f.name, 'size', f.size, 'state', f.state, 'refusedFor', f.refused_for,
    'mediaType', f.media_type, 'sha256', f.sha256, 'startedAt', f.started_at, 'uploadedBy', ${member("m")},
    'removed', f.removed_at is not null) order by f.position, f.started_at desc, f.id desc), '[]')
  from toetssteen.evidence_file f
  join toetssteen.membership m on m.organisation_id = f.organisation_id and m.person_id = f.uploaded_by
  where f.organisation_id = $1 and f.evidence_id = e.id and f.refused_for is distinct from 'FILE_NOT_ALLOWED')`;

/** A {@link UseRow} of the use `u` in the cycle `c` by the member `m`. */
export const useJson = `json_build_object('id', u.id, 'cycleId', u.cycle_id, 'edition', c.edition, 'part', u.part,
  'slot', u.slot, 'page', u.page, 'version', u.version, 'addedAt', u.added_at, 'addedBy', ${member("m")})`;

/** What a use `u` is joined with to be written as {@link useJson}. */
export const useJoins = `join toetssteen.cycle c on c.organisation_id = u.organisation_id and c.id = u.cycle_id
  join toetssteen.membership m on m.organisation_id = u.organisation_id and m.person_id = u.added_by`;

const uses = `(select coalesce(json_agg(${useJson} order by u.added_at, u.id), '[]')
  from toetssteen.evidence_use u ${useJoins}
  where u.organisation_id = $1 and u.evidence_id = e.id and u.removed_at is null)`;

/** An {@link EvidenceRow} of the item `e`; `$1` is the organisation. */
export const evidenceJson = `json_build_object('id', e.id, 'kind', e.kind, 'title', e.title, 'url', e.url,
  'aboutFrom', e.about_from, 'aboutTo', e.about_to, 'sharing', e.sharing, 'personalDataNote', e.personal_data_note,
  'version', e.version, 'addedAt', e.added_at, 'changedAt', e.changed_at, 'removedAt', e.removed_at,
  'addedBy', (select ${member("a")} from toetssteen.membership a where a.organisation_id = $1 and a.person_id = e.added_by),
  'changedBy', (select ${member("b")} from toetssteen.membership b where b.organisation_id = $1 and b.person_id = e.changed_by),
  'files', ${files}, 'uses', ${uses})`;

export async function findEvidenceRow(
  scope: Scope,
  organisationId: string,
  id: string,
): Promise<EvidenceRow | null> {
  const [found] = await scope.sql<{ item: EvidenceRow }>(
    "evidence item",
    `select ${evidenceJson} as item from toetssteen.evidence e where e.organisation_id = $1 and e.id = $2`,
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
