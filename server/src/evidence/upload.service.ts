import { logActivity } from "../activity/activity.sql.ts";
import { Refusal } from "../refusal.ts";
import { nameOfType } from "../files/media-types.ts";
import type { Scope } from "../tenancy/scope.ts";
import { requireEditable } from "./evidence.policy.ts";

/** An upload that waits for its bytes. */
export interface Upload {
  /** Bytes that were announced. */
  readonly size: number;
  readonly name: string;
  readonly evidenceId: string;
}

/** What was received, and where it is. */
export interface Received {
  readonly objectId: string;
  readonly sha256: string;
  /** Null where the content is of a type that isn't taken. */
  readonly mediaType: string | null;
}

/**
 * The upload to which somebody may send bytes now.
 * @throws {Refusal} NOT_FOUND · FORBIDDEN · UPLOAD_CLOSED · FILE_NOT_ALLOWED when that was found before
 */
export async function getUploadOrThrow(
  scope: Scope,
  organisationId: string,
  id: string,
): Promise<Upload> {
  const [found] = await scope.sql<{
    size: number;
    state: string;
    refused_for: string | null;
    person_id: string;
    name: string;
    file_name: string;
    evidence_id: string;
  }>(
    "upload",
    `select f.size, f.name as file_name, f.evidence_id, f.state, f.refused_for, m.person_id, m.name
     from toetssteen.evidence_file f
     join toetssteen.evidence e on e.organisation_id = f.organisation_id and e.id = f.evidence_id
     join toetssteen.membership m on m.organisation_id = e.organisation_id and m.person_id = e.added_by
     where f.organisation_id = $1 and f.id = $2 and f.removed_at is null
       and (e.removed_at is null or f.refused_for = 'FILE_NOT_ALLOWED')`,
    [organisationId, id],
  );
  if (!found) throw new Refusal("NOT_FOUND");
  const addedBy = { personId: found.person_id, name: found.name };
  requireEditable(scope.actor, organisationId, { addedBy });
  if (found.refused_for === "FILE_NOT_ALLOWED") throw new Refusal("FILE_NOT_ALLOWED");
  if (found.state !== "uploading") throw new Refusal("UPLOAD_CLOSED");
  return { size: found.size, name: found.file_name, evidenceId: found.evidence_id };
}

/**
 * Writes down where the bytes of an upload are. Of several that were received at once, the last counts.
 * @returns the object that this one takes the place of
 * @throws {Refusal} as {@link getUploadOrThrow}
 */
export async function recordReceived(
  scope: Scope,
  organisationId: string,
  id: string,
  received: Received,
): Promise<string | null> {
  const { name, evidenceId } = await getUploadOrThrow(scope, organisationId, id);
  const { objectId, sha256, mediaType } = received;
  const rows = await scope.sql<{ replaced: string | null }>(
    "record upload",
    `with before as (
       select f.id, f.object_id from toetssteen.evidence_file f
       where f.organisation_id = $1 and f.id = $2 and f.state = 'uploading' for update
     )
     update toetssteen.evidence_file f
     set media_type = $3, name = $6, sha256 = case when $3::text is not null then $4 end,
       object_id = case when $3::text is not null then $5::uuid end,
       state = case when $3::text is null then 'refused' else f.state end,
       refused_for = case when $3::text is null then 'FILE_NOT_ALLOWED' end
     from before where f.organisation_id = $1 and f.id = before.id
     returning before.object_id as replaced`,
    [
      organisationId,
      id,
      mediaType,
      sha256,
      objectId,
      mediaType === null ? name : nameOfType(name, mediaType),
    ],
  );
  if (rows.length === 0) throw new Refusal("UPLOAD_CLOSED");
  if (mediaType === null) await removeWithoutFile(scope, organisationId, evidenceId);
  return rows[0]?.replaced ?? null;
}

/**
 * Takes an item away of which no file ever came: a document is there whole or not at all, and with it go its uses. One at a
 * time, so that of two files that are refused at once the last one takes it away.
 */
export async function removeWithoutFile(
  scope: Scope,
  organisationId: string,
  evidenceId: string,
): Promise<void> {
  const item = [organisationId, evidenceId];
  await scope.sql(
    "lock evidence",
    "select from toetssteen.evidence e where e.organisation_id = $1 and e.id = $2 for update",
    item,
  );
  const removed = await scope.sql<{ title: string }>(
    "remove evidence without file",
    `update toetssteen.evidence e set removed_at = now()
     where e.organisation_id = $1 and e.id = $2 and e.kind = 'files' and e.removed_at is null
       and not exists (select from toetssteen.evidence_file f where f.organisation_id = $1 and f.evidence_id = $2
         and f.refused_for is distinct from 'FILE_NOT_ALLOWED' and not (f.state = 'uploading' and f.removed_at is not null))
     returning e.title`,
    item,
  );
  for (const { title } of removed)
    await logActivity(scope, organisationId, "evidence_removed", [
      { field: "title", from: title, to: null },
    ]);
}
