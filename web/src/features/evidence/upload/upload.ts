import type { Problem } from "../../../network/problem.ts";
import type { AlsoIn } from "../same-file.ts";

/** A file on its way to an item of evidence. */
export interface Upload {
  /** Of the version that it becomes; the same when it is tried again, so that it comes once. */
  readonly id: string;
  readonly evidenceId: string;
  /** The file of which it is a new version; null for a new file. */
  readonly fileId: string | null;
  readonly organisationId: string;
  readonly name: string;
  /** In bytes. */
  readonly size: number;
  /** How many of them are on the other side. */
  readonly sent: number;
  readonly state: UploadState;
  /** Why it failed; null otherwise. */
  readonly problem: Problem | null;
  /** Other documents that hold the same file, once it is done. */
  readonly alsoIn: readonly AlsoIn[];
}

export type UploadState = "waiting" | "sending" | "done" | "failed";

/** What sending needs of the outside. All of it may be done twice. */
export interface Carrier {
  start(upload: Upload): Promise<void>;
  /** @throws when it is not whole on the other side */
  carry(upload: Upload, onSent: (bytes: number) => void, signal: AbortSignal): Promise<void>;
  /** @returns other documents that hold the same file */
  finish(upload: Upload): Promise<readonly AlsoIn[]>;
  /** Takes back the room that was made for it. */
  forget(upload: Upload): Promise<void>;
  problemOf(error: unknown): Problem;
}

/** Whether trying again can help without anybody changing the file. */
export function canRetry({ state, problem }: Upload): boolean {
  return state === "failed" && problem !== null && !final.has(problem);
}

const final: ReadonlySet<Problem> = new Set([
  "FILE_NOT_ALLOWED",
  "FILE_MISNAMED",
  "FILE_INFECTED",
  "INVALID_INPUT",
  "NOT_FOUND",
  "FORBIDDEN",
  "ID_TAKEN",
]);

export function isUnderWay({ state }: Upload): boolean {
  return state === "waiting" || state === "sending";
}
