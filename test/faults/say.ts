import { errors, isErrorCode } from "@toetssteen/contract";
import { operation } from "../support/app.ts";
import type { Reply, Request } from "./client.ts";
import type { Person } from "./cohort.ts";
import type { Intent, IntentOf } from "./write.ts";

/** What a server said to one attempt. */
export type Said =
  | { readonly is: "acknowledged"; readonly version: number }
  | { readonly is: "overtaken"; readonly version: number }
  | { readonly is: "refused"; readonly why: string }
  /** Nobody knows what became of it. `broken`: no whole answer came; else the server said to try again. */
  | { readonly is: "unknown"; readonly why: string; readonly broken: boolean };

/** A fault that the product tells otherwise than it promises to. */
export class Unlike extends Error {
  override readonly name = "Unlike";
}

export type Send = (request: Request) => Promise<Reply>;

// The shape is the document's.
// oxlint-disable-next-line typescript/no-explicit-any
type Data = any;

/** Sends what somebody means to write, once. @throws {Unlike} */
export async function attempt(intent: Intent, send: Send): Promise<Said> {
  switch (intent.kind) {
    case "answer":
      return answer(intent, send);
    case "comment":
      return comment(intent, send);
    case "item":
      return item(intent, send);
    case "use":
      return use(intent, send);
    case "upload":
      return upload(intent, send);
  }
}

function answer({ by, part, baseVersion, words }: IntentOf<"answer">, send: Send): Promise<Said> {
  const document = `mutation ($input: AnswerIndicatorInput!) { answerIndicator(input: $input) {
    ... on IndicatorAnswered { answer { version } } ... on IndicatorAnswerConflict { current { version } } } }`;
  const input = {
    cycleId: by.library.cycleId,
    indicator: part,
    baseVersion,
    verdict: "NEE",
    neeLabel: null,
    explanation: words,
  };
  return mutate(by, send, document, input, ({ answerIndicator: { answer: written, current } }) =>
    versioned(written, current),
  );
}

function comment(intent: IntentOf<"comment">, send: Send): Promise<Said> {
  const { by, id, part, thread, words, mentions } = intent;
  const document = `mutation ($input: AddCommentInput!) { addComment(input: $input) { id } }`;
  const input = {
    id,
    cycleId: by.library.cycleId,
    part,
    threadId: thread,
    body: words,
    mentions: mentions.map((one) => one.id),
  };
  return mutate(by, send, document, input, () => ({ is: "acknowledged", version: 1 }));
}

function item({ by, id, baseVersion, words }: IntentOf<"item">, send: Send): Promise<Said> {
  const document = `mutation ($input: WriteEvidenceInput!) { writeEvidence(input: $input) {
    ... on EvidenceWritten { evidence { version } } ... on EvidenceConflict { current { version } } } }`;
  const input = {
    id,
    kind: "FILES",
    title: words,
    sharing: "INTERNAL",
    personalDataNote: "",
    baseVersion,
  };
  return mutate(by, send, document, input, ({ writeEvidence: { evidence, current } }) =>
    versioned(evidence, current),
  );
}

function use({ by, id, part, itemId, words }: IntentOf<"use">, send: Send): Promise<Said> {
  const document = `mutation ($input: WriteEvidenceUseInput!) { writeEvidenceUse(input: $input) {
    ... on EvidenceUseWritten { use { version } } ... on EvidenceUseConflict { current { version } } } }`;
  const input = {
    id,
    evidenceId: itemId,
    cycleId: by.library.cycleId,
    part,
    page: words,
    baseVersion: 0,
  };
  return mutate(by, send, document, input, ({ writeEvidenceUse: { use: written, current } }) =>
    versioned(written, current),
  );
}

/** Three requests; each may be sent again from the start, whichever of them was the last to arrive. */
async function upload(
  { by, id, itemId, bytes, sha256 }: IntentOf<"upload">,
  send: Send,
): Promise<Said> {
  const start = `mutation ($input: StartUploadInput!) { startUpload(input: $input) { id } }`;
  const finish = `mutation ($input: FinishUploadInput!) { finishUpload(input: $input) { id } }`;
  const acknowledged = (): Said => ({ is: "acknowledged", version: 1 });
  const started = await mutate(
    by,
    send,
    start,
    { id, evidenceId: itemId, name: "verslag.txt", size: bytes.length },
    acknowledged,
  );
  if (started.is !== "acknowledged") return started;
  const { cookie, hat } = by.caller;
  const put = await send({
    method: "PUT",
    path: `/files/${id}`,
    headers: { cookie, "x-hat": hat, "content-type": "text/plain" },
    body: bytes,
  }).then((reply) => read(reply, (body) => body.code, acknowledged), broken);
  // The bytes came and the upload was finished in an attempt of which the answer was lost.
  const isClosed = put.is === "refused" && put.why === "UPLOAD_CLOSED";
  if (put.is !== "acknowledged" && !isClosed) return put;
  return mutate(by, send, finish, { id, sha256 }, acknowledged);
}

function mutate(
  { caller, library }: Person,
  send: Send,
  document: string,
  input: object,
  understand: (data: Data) => Said,
): Promise<Said> {
  const asked = operation(caller, document, { input: { organisationId: library.id, ...input } });
  return send(asked).then(
    (reply) =>
      read(
        reply,
        (body) => body.errors?.[0]?.extensions?.code,
        (body) => understand(body.data),
      ),
    broken,
  );
}

function versioned(written: Data, current: Data): Said {
  return written
    ? { is: "acknowledged", version: written.version }
    : { is: "overtaken", version: current?.version ?? 0 };
}

function broken(error: unknown): Said {
  return { is: "unknown", why: error instanceof Error ? error.message : "", broken: true };
}

/** @throws {Unlike} where a fault is told in another way than with a code of ours, and when to come back */
function read(
  { status, headers, text }: Reply,
  codeIn: (body: Data) => unknown,
  understand: (body: Data) => Said,
): Said {
  const body = parsed(text);
  const code = body && codeIn(body);
  if (status === 200 && body && code === undefined) return understand(body);
  const told = `${status} ${String(code ?? text.slice(0, 80))}`;
  if (typeof code === "string" && isErrorCode(code)) {
    const { severity } = errors[code];
    if (severity === "fault") throw new Unlike(`a fault that is not told: ${told}`);
    if (status === 503 && headers["retry-after"] === undefined)
      throw new Unlike(`no word of when to come back: ${told}`);
    return severity === "retry"
      ? { is: "unknown", why: told, broken: false }
      : { is: "refused", why: code };
  }
  // What came over half a request, where a line broke.
  if (status === 400) return { is: "unknown", why: told, broken: true };
  throw new Unlike(`an answer without a code: ${told}`);
}

function parsed(text: string): Data {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
