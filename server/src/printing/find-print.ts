import { dayInAmsterdam, type Edition, type Locale } from "@toetssteen/norms";
import { holdsAction, requirePerson } from "../graphql/access.ts";
import type { Action } from "../graphql/actions.ts";
import { Refusal } from "../graphql/errors.ts";
import { requireId } from "../graphql/input.ts";
import type { Asks } from "../http/asker.ts";
import { findDossier } from "../self-evaluation/dossier.ts";
import { frozenEvidenceBeside } from "../submission/freeze-evidence.ts";
import { freeze, freezeWhole, frozenParts } from "../submission/freeze.ts";
import { findSubmission } from "../submission/submissions.sql.ts";
import { organisationOf } from "../tenancy/hat.ts";
import type { Scope, Scopes } from "../tenancy/scope.ts";
import type { Outline } from "./outline.ts";
import { outlineOf } from "./outline-of.ts";
import type { Share } from "./turns.ts";
import { words } from "./words.ts";

/** What is to be printed, read and ready: nothing of it is still in the database's hands. */
export interface Print {
  readonly outline: Outline;
  /** Of the file, without what tells its format. */
  readonly name: string;
  /** For whom it is made. */
  readonly share: Share;
}

interface AskedPrint {
  readonly organisationId: string;
  readonly locale: Locale;
  /** Without what nothing was written to. */
  readonly isOnlyFilled: boolean;
}

/**
 * The self-evaluation as it stands, or one norm of it.
 * @throws {Refusal} UNAUTHENTICATED · FORBIDDEN · NOT_FOUND · INVALID_INPUT
 */
export async function findSelfEvaluationPrint(
  scopes: Scopes,
  editions: ReadonlyMap<string, Edition>,
  asks: Asks,
  asked: AskedPrint & { norm: string | null },
): Promise<Print> {
  const { norm, locale, isOnlyFilled } = asked;
  const { found: document, share } = await read(
    scopes,
    asks,
    asked.organisationId,
    "answer.read",
    async (scope, id) => {
      const dossier = await findDossier(scope, editions, id, frozenParts);
      if (!dossier) return null;
      const evidence = frozenEvidenceBeside(dossier, { norm, withInternal: true });
      return norm === null ? freezeWhole(dossier, evidence) : freeze(dossier, evidence, norm);
    },
  );
  const madeAt = new Date();
  return {
    outline: outlineOf(document, { kind: "self-evaluation", madeAt }, locale, isOnlyFilled),
    name: nameOf(locale, norm, document.library.name, madeAt),
    share,
  };
}

/**
 * What was handed in, for the library and for an auditor whose hat is a mandate on it.
 * @throws {Refusal} UNAUTHENTICATED · FORBIDDEN · NOT_FOUND · INVALID_INPUT
 */
export async function findSubmissionPrint(
  scopes: Scopes,
  asks: Asks,
  asked: AskedPrint & { id: string },
): Promise<Print> {
  const { locale, isOnlyFilled } = asked;
  const { found: submission, share } = await read(
    scopes,
    asks,
    asked.organisationId,
    "submission.read",
    (scope, id) => findSubmission(scope, id, asked.id),
  );
  const { readable, submittedAt, sha256, norm } = submission;
  return {
    outline: outlineOf(readable, { kind: "submission", submittedAt, sha256 }, locale, isOnlyFilled),
    name: nameOf(locale, norm, readable.library.name, submittedAt),
    share,
  };
}

/** Reads in a scope that is over when this returns: making a document takes long, and a transaction must not. */
async function read<Found>(
  scopes: Scopes,
  { principal, hat, person }: Asks,
  organisation: string,
  action: Action,
  find: (scope: Scope, organisationId: string) => Promise<Found | null>,
): Promise<{ found: Found; share: Share }> {
  const organisationId = requireId("organisationId", organisation);
  const options = {
    principal,
    hat,
    subjects: [organisationId],
    access: organisationId === organisationOf(hat) ? "read" : "write",
    opened: action === "submission.read" ? "submissionPrint" : "selfEvaluationPrint",
  } as const;
  return scopes.inScope(options, async (scope) => {
    requirePerson(scope.asker, person);
    if (scope.asker.personId === null) throw new Refusal("UNAUTHENTICATED");
    if (!holdsAction(scope.asker, organisationId, action)) throw new Refusal("FORBIDDEN");
    const found = await find(scope, organisationId);
    if (found === null) throw new Refusal("NOT_FOUND");
    const share = { organisation: hat ?? organisationId, person: scope.asker.personId };
    return { value: { found, share }, keep: true };
  });
}

/** "Zelfevaluatie Bibliotheek Waterlinie 2026-11-26" */
function nameOf(locale: Locale, norm: string | null, library: string, at: Date): string {
  const what = norm === null ? words[locale].selfEvaluation : words[locale].norm(norm);
  // No file system takes these.
  return `${what} ${library} ${dayInAmsterdam(at)}`.replaceAll(/[\\/:*?"<>|\p{Cc}]+/gu, "-");
}
