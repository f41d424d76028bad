import { createHash } from "node:crypto";
import { applicableIndicators, findNorm, type Localised } from "@toetssteen/norms";
import canonicalize from "canonicalize";
import type { Dossier } from "../self-evaluation/dossier.ts";
import type { Verdict } from "../graphql/enums.ts";

/**
 * What a library handed in, frozen: the norm's words as they were, the facts that decided what applied, and the answers.
 * `version` is that of this shape; a document is read by the shape it was written in, for ever.
 */
export interface SubmissionDocument {
  readonly version: 1;
  readonly library: { readonly id: string; readonly name: string };
  readonly edition: { readonly code: string; readonly revision: number };
  readonly profile: { readonly vobMember: boolean; readonly runsIdo: boolean };
  readonly norms: readonly {
    readonly code: string;
    readonly title: Localised;
    readonly question: Localised;
    readonly indicators: readonly SubmittedAnswer[];
  }[];
}

export interface SubmittedAnswer {
  readonly code: string;
  readonly statement: Localised;
  readonly verdict: Verdict | null;
  readonly explanation: string;
}

/** The document of one norm, or null when the edition has none with that code. */
export function freeze(dossier: Dossier, normCode: string): SubmissionDocument | null {
  const norm = findNorm(dossier.edition, normCode);
  if (!norm) return null;
  const { organisation, edition, profile, answers } = dossier;
  return {
    version: 1,
    library: { id: organisation.id, name: organisation.name },
    edition: { code: edition.code, revision: edition.revision },
    profile: { vobMember: profile.vobMember, runsIdo: profile.runsIdo },
    norms: [
      {
        code: norm.code,
        title: norm.title,
        question: norm.question,
        indicators: applicableIndicators(norm, profile).map(({ code, statement }) => ({
          code,
          statement,
          verdict: answers.get(code)?.verdict ?? null,
          explanation: answers.get(code)?.explanation ?? "",
        })),
      },
    ],
  };
}

/** The one text of a document (JSON Canonicalization Scheme, RFC 8785) and its SHA-256 in hexadecimal. */
export function canonical(document: SubmissionDocument): { text: string; sha256: string } {
  const text = canonicalize(document);
  if (text === undefined) throw new Error("A document that is no JSON can't be submitted.");
  return { text, sha256: createHash("sha256").update(text).digest("hex") };
}
