import { dayInAmsterdam, type Edition, type Locale } from "@toetssteen/norms";
import { Refusal } from "../refusal.ts";
import { findDossier } from "../self-evaluation/dossier.ts";
import { frozenEvidenceBeside } from "../submission/freeze-evidence.ts";
import { freeze, freezeWhole, frozenParts } from "../submission/freeze.ts";
import { findSubmission } from "../submission/submissions.sql.ts";
import type { Scope } from "../tenancy/scope.ts";
import type { Outline } from "./outline.ts";
import { outlineOf } from "./outline-of.ts";
import { words } from "./words.ts";

/** What is to be printed, read and ready: making a document of it takes long, and needs no scope. */
export interface Print {
  readonly outline: Outline;
  /** Of the file, without what tells its format. */
  readonly name: string;
}

interface AskedPrint {
  readonly organisationId: string;
  readonly locale: Locale;
  /** Without what nothing was written to. */
  readonly isOnlyFilled: boolean;
}

/**
 * The self-evaluation as it stands, or one norm of it.
 * @throws {Refusal} NOT_FOUND
 */
export async function findSelfEvaluationPrint(
  scope: Scope,
  editions: ReadonlyMap<string, Edition>,
  asked: AskedPrint & { norm: string | null },
): Promise<Print> {
  const { organisationId, norm, locale, isOnlyFilled } = asked;
  const dossier = await findDossier(scope, editions, organisationId, frozenParts);
  if (!dossier) throw new Refusal("NOT_FOUND");
  const evidence = frozenEvidenceBeside(dossier, { norm, withInternal: true });
  const document = norm === null ? freezeWhole(dossier, evidence) : freeze(dossier, evidence, norm);
  if (!document) throw new Refusal("NOT_FOUND");
  const madeAt = new Date();
  return {
    outline: outlineOf(document, { kind: "self-evaluation", madeAt }, locale, isOnlyFilled),
    name: nameOf(locale, norm, document.library.name, madeAt),
  };
}

/**
 * What was handed in, for the library and for an auditor whose hat is a mandate on it.
 * @throws {Refusal} NOT_FOUND
 */
export async function findSubmissionPrint(
  scope: Scope,
  asked: AskedPrint & { id: string },
): Promise<Print> {
  const { organisationId, id, locale, isOnlyFilled } = asked;
  const submission = await findSubmission(scope, organisationId, id);
  if (!submission) throw new Refusal("NOT_FOUND");
  const { readable, submittedAt, sha256, norm } = submission;
  return {
    outline: outlineOf(readable, { kind: "submission", submittedAt, sha256 }, locale, isOnlyFilled),
    name: nameOf(locale, norm, readable.library.name, submittedAt),
  };
}

/** "Zelfevaluatie Bibliotheek Waterlinie 2026-11-26" */
function nameOf(locale: Locale, norm: string | null, library: string, at: Date): string {
  const what = norm === null ? words[locale].selfEvaluation : words[locale].norm(norm);
  // No file system takes these.
  return `${what} ${library} ${dayInAmsterdam(at)}`.replaceAll(/[\\/:*?"<>|\p{Cc}]+/gu, "-");
}
