import { randomUUID } from "node:crypto";
import { finished, type Readable } from "node:stream";
import { getUploadOrThrow, recordReceived } from "../evidence/upload.service.ts";
import { Refusal } from "../refusal.ts";
import { isNamedOtherThanText } from "@toetssteen/contract";
import { objectKey, type ObjectKey, type Storage } from "../storage/storage.ts";
import type { Scope } from "../tenancy/scope.ts";
import { findMediaType } from "./content-type.ts";
import { Intake } from "./intake.ts";

/** What files need: bytes, and somewhere to say what went wrong without harm to who asked. */
export interface Keeping {
  readonly storage: Storage;
  readonly warn: (error: unknown, message: string) => void;
}

/** Does something in a scope of its own, for the organisation that somebody adds to; see `entrance/gate.ts`. */
export type AsWriter = <T>(
  access: "read" | "write",
  work: (scope: Scope, organisationId: string) => Promise<T>,
) => Promise<T>;

/** What a client can hold against what it sent. */
export interface Receipt {
  readonly size: number;
  readonly sha256: string;
  readonly mediaType: string;
}

/**
 * Takes the bytes of an upload that was begun. No transaction is open while they come, which may take minutes; whether
 * they may be sent is asked before and after. Each attempt keeps its bytes apart, so that of two at once neither is mixed
 * with the other, and what is written down is always whole.
 *
 * @param sent.length how many bytes the request says to bring; null where it doesn't
 * @throws {Refusal} what `asWriter` throws · NOT_FOUND · UPLOAD_CLOSED · UPLOAD_INCOMPLETE · FILE_NOT_ALLOWED
 *   FILE_MISNAMED (text that is called a PDF, or something else that is no text)
 * @throws {StorageError}
 */
export async function receive(
  { storage, warn }: Keeping,
  asWriter: AsWriter,
  sent: { id: string; length: number | null; bytes: Readable },
): Promise<Receipt> {
  const { size, name, organisationId } = await asWriter("read", async (scope, of) => ({
    ...(await getUploadOrThrow(scope, of, sent.id)),
    organisationId: of,
  }));
  if (sent.length !== null && sent.length !== size) throw new Refusal("UPLOAD_INCOMPLETE");
  const objectId = randomUUID();
  const key = objectKey(organisationId, objectId);
  const forget = (old: ObjectKey) =>
    storage.remove(old).catch((error: unknown) => {
      warn(error, "bytes that nobody needs were not removed; they are swept later");
    });
  const intake = through(sent.bytes, new Intake(size));
  await storage.write(key, intake, size);
  try {
    const sha256 = intake.digest();
    const found = await findMediaType(intake.noticed, (range) => storage.read(key, range));
    const isMisnamed = found?.startsWith("text/plain") === true && isNamedOtherThanText(name);
    const mediaType = isMisnamed ? null : found;
    const received = { objectId, sha256, mediaType };
    const replaced = await asWriter("write", (scope, of) =>
      recordReceived(scope, of, sent.id, received),
    );
    if (replaced !== null) await forget(objectKey(organisationId, replaced));
    if (mediaType === null) throw new Refusal(isMisnamed ? "FILE_MISNAMED" : "FILE_NOT_ALLOWED");
    return { size, sha256, mediaType };
  } catch (error) {
    await forget(key);
    throw error;
  }
}

/** Lets bytes pass, and a source that breaks off end what comes after it as incomplete; the source itself is left alone. */
function through(source: Readable, intake: Intake): Intake {
  finished(source, { writable: false }, (error) => {
    if (error) intake.destroy(new Refusal("UPLOAD_INCOMPLETE"));
  });
  return source.pipe(intake);
}
