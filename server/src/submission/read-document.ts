import type { Localised } from "@toetssteen/norms";
import type { Verdict } from "../self-evaluation/self-evaluation.enums.ts";
import type { SubmissionDocument } from "./document.ts";

/** What readers are shown: a document of any shape, in the form of the newest. */
export interface ReadableDocument extends Omit<SubmissionDocument, "version"> {
  /** The shape it was written in. */
  readonly version: number;
}

/** The first shape, which is written no more: one norm with the answers to its indicators. */
interface FirstDocument {
  readonly version: 1;
  readonly library: { readonly id: string; readonly name: string };
  readonly edition: { readonly code: string; readonly revision: number };
  readonly profile: { readonly vobMember: boolean; readonly runsIdo: boolean };
  readonly norms: readonly {
    readonly code: string;
    readonly title: Localised;
    readonly question: Localised;
    readonly indicators: readonly {
      readonly code: string;
      readonly statement: Localised;
      readonly verdict: Verdict | null;
      readonly explanation: string;
    }[];
  }[];
}

/** @param text canonical JSON as it was frozen @throws when it has a shape that no release wrote */
export function readDocument(text: string): ReadableDocument {
  const document = JSON.parse(text) as SubmissionDocument | FirstDocument;
  switch (document.version) {
    case 1:
      return fromFirst(document);
    case 2:
      return document;
    default:
      throw new Error("A submission has a shape that this release can't read.");
  }
}

function fromFirst({ library, edition, profile, norms }: FirstDocument): ReadableDocument {
  return {
    version: 1,
    library,
    edition: {
      ...edition,
      officialRevision: { nl: null, en: null },
      // It kept the edition's code alone.
      title: { nl: edition.code, en: edition.code },
    },
    profile: { ...profile, locations: null },
    cycle: { certificateExpiresOn: null, announcedQuarter: null, auditOn: null },
    passages: [],
    norms: norms.map((norm) => ({
      ...norm,
      wording: { nl: "own", en: "own" },
      passages: [],
      plan: null,
      evidence: [],
      discussions: [],
      questions: [],
      indicators: norm.indicators.map((indicator) => ({
        ...indicator,
        neeLabel: null,
        passages: [],
        plan: null,
        evidence: [],
      })),
    })),
  };
}
