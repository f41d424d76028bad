import { Refusal } from "../refusal.ts";
import { objectKey, type ObjectKey } from "../storage/storage.ts";
import { organisationOf } from "../rights/hat.ts";
import type { Scope } from "../tenancy/scope.ts";
import { nameOfType } from "./media-types.ts";

/** A file that may be read. */
export interface FoundFile {
  readonly key: ObjectKey;
  readonly name: string;
  readonly mediaType: string;
  readonly size: number;
  readonly sha256: string;
  /** Whether who reads belongs to the organisation; others read under a mandate, and each reading is in its log. */
  readonly own: boolean;
}

interface FileRow {
  name: string;
  size: number;
  state: string;
  media_type: string | null;
  sha256: string | null;
  object_id: string | null;
}

/**
 * A version of a file, when a row of it exists for who asks: the library's own evidence, or what went along with a
 * submission.
 *
 * @throws {Refusal} NOT_FOUND · FILE_NOT_READY · FILE_INFECTED
 */
export async function findFile(
  scope: Scope,
  { organisationId, id }: { organisationId: string; id: string },
): Promise<FoundFile> {
  const [row] = await scope.sql<FileRow>(
    "file",
    `select f.name, f.size, f.state, f.media_type, f.sha256, f.object_id
     from toetssteen.evidence_file f
     join toetssteen.evidence e on e.organisation_id = f.organisation_id and e.id = f.evidence_id
     where f.organisation_id = $1 and f.id = $2 and f.removed_at is null and e.removed_at is null
     union all
     select s.name, s.size, 'ready', s.media_type, s.sha256, s.object_id
     from toetssteen.submission_file s where s.organisation_id = $1 and s.file_id = $2
     limit 1`,
    [organisationId, id],
  );
  const own = organisationId === organisationOf(scope.actor.hat);
  return { ...readable(organisationId, row), own };
}

function readable(organisationId: string, row: FileRow | undefined): Omit<FoundFile, "own"> {
  if (!row) throw new Refusal("NOT_FOUND");
  if (row.state === "refused") throw new Refusal("FILE_INFECTED");
  const { name, size, media_type: mediaType, sha256, object_id: objectId } = row;
  if (row.state !== "ready" || mediaType === null || sha256 === null || objectId === null)
    throw new Refusal("FILE_NOT_READY");
  const key = objectKey(organisationId, objectId);
  return { key, name: nameOfType(name, mediaType), mediaType, size, sha256 };
}
