import { createHash } from "node:crypto";
import type { DiscussionKind, EvidenceKind, NeeLabel, PassageField } from "@toetssteen/contract";
import type { Localised, Wording } from "@toetssteen/norms";
import canonicalize from "canonicalize";
import type { FrozenFile } from "../files/submission-files.ts";
import type { Verdict } from "../self-evaluation/self-evaluation.enums.ts";

/**
 * What a library wrote, frozen: the words of the norms as they were, the facts that decided what applied, and every text.
 * How work went (states, comments, who typed) is not in it. `version` is that of this shape; a document is read by the
 * shape it was written in, for ever: see `read-document.ts`.
 */
export interface SubmissionDocument {
  readonly version: 2;
  readonly library: { readonly id: string; readonly name: string };
  readonly edition: {
    readonly code: string;
    readonly revision: number;
    /** Revision of the rights holder's texts, per language; null where ours stand. */
    readonly officialRevision: Localised<number | null>;
    readonly title: Localised;
  };
  readonly profile: {
    readonly vobMember: boolean;
    readonly runsIdo: boolean;
    readonly locations: number | null;
  };
  readonly cycle: {
    readonly certificateExpiresOn: string | null;
    readonly announcedQuarter: string | null;
    readonly auditOn: string | null;
  };
  /** About the cycle as a whole. */
  readonly passages: readonly FrozenPassage[];
  readonly norms: readonly FrozenNorm[];
}

/** A box in which something was written. */
export interface FrozenPassage {
  readonly field: PassageField;
  readonly body: string;
}

export interface FrozenPlan {
  /** Name of who carries it out. */
  readonly owner: string | null;
  readonly dueOn: string | null;
}

export interface FrozenDiscussion {
  readonly withKind: DiscussionKind;
  readonly withWhom: string;
  readonly heldOn: string | null;
}

/** A place that a question has for a document. */
export interface FrozenSlot {
  readonly code: string;
  readonly label: Localised;
}

/** A document beside a part, as its item and files were. Not who added it, nor what the library noted about people in it. */
export interface FrozenEvidence {
  readonly kind: EvidenceKind;
  readonly title: string;
  readonly url: string | null;
  readonly aboutFrom: string | null;
  readonly aboutTo: string | null;
  readonly slot: FrozenSlot | null;
  /** Which page or passage is meant; may be empty. */
  readonly page: string;
  readonly files: readonly FrozenFile[];
}

export interface FrozenIndicator {
  readonly code: string;
  readonly statement: Localised;
  readonly verdict: Verdict | null;
  readonly explanation: string;
  /** With its texts and plan only under a nee; under a ja they are out of sight, so also here. */
  readonly neeLabel: NeeLabel | null;
  readonly passages: readonly FrozenPassage[];
  readonly plan: FrozenPlan | null;
  readonly evidence: readonly FrozenEvidence[];
}

export interface FrozenQuestion {
  readonly code: string;
  readonly title: Localised;
  readonly statement: Localised;
  /** The text follows from the quality cycle; counts while the norm's wording is our own. */
  readonly derived: boolean;
  readonly passages: readonly FrozenPassage[];
  readonly evidence: readonly FrozenEvidence[];
}

export interface FrozenNorm {
  readonly code: string;
  readonly title: Localised;
  readonly question: Localised;
  readonly wording: Localised<Wording>;
  readonly passages: readonly FrozenPassage[];
  readonly plan: FrozenPlan | null;
  readonly evidence: readonly FrozenEvidence[];
  readonly discussions: readonly FrozenDiscussion[];
  readonly indicators: readonly FrozenIndicator[];
  readonly questions: readonly FrozenQuestion[];
}

/** The one text of a document (JSON Canonicalization Scheme, RFC 8785) and its SHA-256 in hexadecimal. */
export function canonical(document: SubmissionDocument): { text: string; sha256: string } {
  const text = canonicalize(document);
  if (text === undefined) throw new Error("A document that is no JSON can't be submitted.");
  return { text, sha256: createHash("sha256").update(text).digest("hex") };
}
