import type { EvidenceRow } from "../evidence/evidence.sql.ts";
import type { Scope } from "../tenancy/scope.ts";
import { nameOfType } from "./media-types.ts";

/** A file as it is written into a submission's document, so that anybody can hold the bytes to it. */
export interface FrozenFile {
  /** Id of the version, by which `/files` serves it. */
  readonly id: string;
  readonly name: string;
  readonly mediaType: string;
  readonly size: number;
  readonly sha256: string;
}

/** The files of an item that may go along. Of an internal item none. */
export function freezableFiles(item: EvidenceRow): FrozenFile[] {
  return item.sharing === "shared" && item.removedAt === null ? newestFiles(item) : [];
}

/** Of each file of an item the newest version that can be read. */
export function newestFiles(item: EvidenceRow): FrozenFile[] {
  const byFile = Map.groupBy(
    item.files.filter((file) => !file.removed && file.state === "ready"),
    (file) => file.fileId,
  );
  return [...byFile.values()].flatMap(([newest]) => {
    if (!newest || newest.mediaType === null || newest.sha256 === null) return [];
    const { id, name, mediaType, size, sha256 } = newest;
    return [{ id, name: nameOfType(name, mediaType), mediaType, size, sha256 }];
  });
}

/**
 * Lets whoever reads a submission read these files too, for as long as that is; their bytes stay, whatever becomes of
 * the items. In the transaction that submits, after the submission is there. Binding twice is binding once.
 * @throws when one of them can't be read any more: the document would promise what isn't there
 */
export async function bindFiles(
  scope: Scope,
  submission: { organisationId: string; id: string },
  files: readonly FrozenFile[],
): Promise<void> {
  const ids = [...new Set(files.map(({ id }) => id))];
  const bound = await scope.sql(
    "bind files",
    `with bound as (
       insert into toetssteen.submission_file
         (organisation_id, submission_id, file_id, name, size, media_type, sha256, object_id)
       select f.organisation_id, $2, f.id, f.name, f.size, f.media_type, f.sha256, f.object_id
       from toetssteen.evidence_file f
       where f.organisation_id = $1 and f.id = any ($3) and f.state = 'ready'
       on conflict (organisation_id, submission_id, file_id) do nothing
     )
     select f.id from toetssteen.evidence_file f
     where f.organisation_id = $1 and f.id = any ($3) and f.state = 'ready'`,
    [submission.organisationId, submission.id, ids],
  );
  if (bound.length !== ids.length) throw new Error("A file that goes along can't be read.");
}
