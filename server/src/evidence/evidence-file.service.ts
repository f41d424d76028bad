import {
  finishUploadInput,
  mostFiles,
  startUploadInput,
  type FinishUploadInput,
  type StartUploadInput,
} from "@toetssteen/contract";
import { logActivity } from "../activity/activity.sql.ts";
import type { Context } from "../graphql/context.ts";
import { nameOfType } from "../files/media-types.ts";
import { notFound, Refusal } from "../refusal.ts";
import { requireId, requireSame, validInput } from "../graphql/input.ts";
import { enqueue } from "../jobs/enqueue.ts";
import type { Scope } from "../tenancy/scope.ts";
import { requireEditable } from "./evidence.policy.ts";
import { getEvidenceRowOrThrow, type EvidenceRow, type FileRow } from "./evidence.sql.ts";
import { EvidenceFile } from "./evidence-file.type.ts";
import { cleanFileName } from "./file-name.ts";
import { removeWithoutFile } from "./upload.service.ts";

/**
 * Makes room for a file of an item, or for a new version of one; its bytes are sent to `/files` next. Starting twice
 * with the same id is starting once.
 * @throws {Refusal} INVALID_INPUT · NOT_FOUND · FORBIDDEN · ID_TAKEN
 */
export async function startUpload(scope: Scope, sent: StartUploadInput): Promise<EvidenceFile> {
  const input = validInput(startUploadInput, { ...sent, fileId: sent.fileId ?? null });
  const { organisationId, id, evidenceId, fileId, size } = input;
  const name = cleanFileName(input.name);
  const item = await getEvidenceRowOrThrow(scope, organisationId, evidenceId);
  if (item.removedAt !== null) throw new Refusal("NOT_FOUND");
  requireEditable(scope.actor, organisationId, item);
  if (item.kind !== "files") throw refusedItem("Een bewijsstuk van bestanden, geen link.");
  const position = positionOf(item, id, fileId);
  await scope.sql(
    "start upload",
    `insert into toetssteen.evidence_file (organisation_id, id, evidence_id, first_id, position, name, size, uploaded_by)
     values ($1, $2, $3, $4, $5, $6, $7, $8) on conflict (organisation_id, id) do nothing`,
    [organisationId, id, evidenceId, fileId, position, name, size, scope.actor.personId],
  );
  const after = await getEvidenceRowOrThrow(scope, organisationId, evidenceId);
  const started = after.files.find((file) => file.id === id);
  if (!started) throw new Refusal("ID_TAKEN");
  requireSame(
    {
      fileId: fileId ?? id,
      // Once the bytes came it is kept with the ending of their type.
      name: started.mediaType === null ? name : nameOfType(name, started.mediaType),
      size,
      by: scope.actor.personId,
    },
    {
      fileId: started.fileId,
      name: started.name,
      size: started.size,
      by: started.uploadedBy.personId,
    },
  );
  return fileOf(after, started);
}

/** @throws {Refusal} NOT_FOUND for a file that isn't one of the item · INVALID_INPUT when it has too many */
function positionOf({ files }: EvidenceRow, id: string, fileId: string | null): number {
  const known = files.filter((file) => !file.removed && file.id !== id);
  if (fileId !== null) {
    const earlier = known.find((file) => file.fileId === fileId);
    if (!earlier) throw notFound("fileId", "Een bestand van dit bewijsstuk.");
    return earlier.position;
  }
  if (new Set(known.map((file) => file.fileId)).size >= mostFiles)
    throw refusedItem(`Een bewijsstuk met minder dan ${mostFiles} bestanden.`);
  return Math.max(-1, ...files.filter((file) => file.id !== id).map((file) => file.position)) + 1;
}

function refusedItem(message: string): Refusal {
  return new Refusal("INVALID_INPUT", [{ path: "evidenceId", message }]);
}

/**
 * Takes a file of which all bytes came; where files are scanned it waits for that. Finishing twice is finishing once.
 * @throws {Refusal} INVALID_INPUT · NOT_FOUND · FORBIDDEN · UPLOAD_INCOMPLETE
 */
export async function finishUpload(
  { scope, scans }: Context,
  sent: FinishUploadInput,
): Promise<EvidenceFile> {
  const input = validInput(finishUploadInput, { ...sent, sha256: sent.sha256 ?? null });
  const { organisationId, id, sha256 } = input;
  const { item, file } = await getFileOrThrow(scope, organisationId, id);
  requireEditable(scope.actor, organisationId, item);
  if (file.sha256 === null || (sha256 !== null && sha256 !== file.sha256))
    throw new Refusal("UPLOAD_INCOMPLETE");
  const finished = await scope.sql(
    "finish upload",
    `update toetssteen.evidence_file set state = $4
     where organisation_id = $1 and id = $2 and state = 'uploading' and sha256 = $3 returning id`,
    [organisationId, id, file.sha256, scans ? "quarantined" : "ready"],
  );
  if (finished.length > 0) {
    await logActivity(scope, organisationId, "file_uploaded", [
      { field: item.title, from: null, to: file.name },
    ]);
    if (scans) await enqueue(scope, "scan", { fileId: id });
  }
  return fileOf(await getEvidenceRowOrThrow(scope, organisationId, item.id), file);
}

/** Removes a file with its versions, or brings them back. Doing it twice is doing it once. @throws {Refusal} NOT_FOUND · FORBIDDEN */
export async function setFileRemoved(
  scope: Scope,
  input: { organisationId: string; id: string; removed: boolean },
): Promise<EvidenceFile> {
  const { organisationId, removed } = input;
  const { item, file } = await getFileOrThrow(scope, organisationId, requireId("id", input.id));
  requireEditable(scope.actor, organisationId, item);
  const changed = await scope.sql(
    "remove file",
    `update toetssteen.evidence_file set removed_at = case when $3 then now() end
     where organisation_id = $1 and coalesce(first_id, id) = $2 and evidence_id = $4 and (removed_at is not null) <> $3
     returning id`,
    [organisationId, file.fileId, removed, item.id],
  );
  if (changed.length > 0 && removed && file.state === "uploading")
    await removeWithoutFile(scope, organisationId, item.id);
  if (changed.length > 0)
    await logActivity(scope, organisationId, removed ? "file_removed" : "file_restored", [
      { field: item.title, from: removed ? file.name : null, to: removed ? null : file.name },
    ]);
  return fileOf(await getEvidenceRowOrThrow(scope, organisationId, item.id), file);
}

/** The file of which this is a version, with all its versions; removed ones too. */
function fileOf({ files }: EvidenceRow, version: FileRow): EvidenceFile {
  return new EvidenceFile(files.filter((file) => file.fileId === version.fileId));
}

async function getFileOrThrow(
  scope: Scope,
  organisationId: string,
  id: string,
): Promise<{ item: EvidenceRow; file: FileRow }> {
  const [found] = await scope.sql<{ evidence_id: string }>(
    "item of file",
    "select f.evidence_id from toetssteen.evidence_file f where f.organisation_id = $1 and f.id = $2",
    [organisationId, id],
  );
  if (!found) throw new Refusal("NOT_FOUND");
  const item = await getEvidenceRowOrThrow(scope, organisationId, found.evidence_id);
  const file = item.files.find((one) => one.id === id);
  if (!file) throw new Refusal("NOT_FOUND");
  return { item, file };
}
