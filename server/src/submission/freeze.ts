import { passageFields, type PassageField } from "@toetssteen/contract";
import {
  applicableIndicators,
  findNorm,
  type Indicator,
  type Norm,
  type PartKind,
} from "@toetssteen/norms";
import type { Dossier, DossierPart } from "../self-evaluation/dossier.ts";
import { passageKey } from "../self-evaluation/passage-key.ts";
import type {
  FrozenIndicator,
  FrozenNorm,
  FrozenPassage,
  FrozenPlan,
  SubmissionDocument,
} from "./document.ts";
import type { EvidenceBeside } from "./freeze-evidence.ts";

/** The parts of a dossier that are written into a document: all that the library wrote, and nothing of how work went. */
export const frozenParts: readonly DossierPart[] = [
  "answers",
  "passages",
  "plans",
  "discussions",
  "evidence",
];

/** The document of one norm, or null when the edition has none with that code. */
export function freeze(
  dossier: Dossier,
  evidence: EvidenceBeside,
  normCode: string,
): SubmissionDocument | null {
  const norm = findNorm(dossier.edition, normCode);
  return norm && documentOf(dossier, evidence, [norm]);
}

/** The document of the whole self-evaluation. */
export function freezeWhole(dossier: Dossier, evidence: EvidenceBeside): SubmissionDocument {
  return documentOf(dossier, evidence, dossier.edition.norms);
}

function documentOf(
  dossier: Dossier,
  evidence: EvidenceBeside,
  norms: readonly Norm[],
): SubmissionDocument {
  const { organisation, edition, profile, cycle } = dossier;
  const { nl = null, en = null } = edition.officialRevision ?? {};
  return {
    version: 2,
    library: { id: organisation.id, name: organisation.name },
    edition: {
      code: edition.code,
      revision: edition.revision,
      officialRevision: { nl, en },
      title: edition.title,
    },
    profile: {
      vobMember: profile.vobMember,
      runsIdo: profile.runsIdo,
      locations: profile.locations,
    },
    cycle: {
      certificateExpiresOn: cycle.certificateExpiresOn,
      announcedQuarter: cycle.announcedQuarter,
      auditOn: cycle.auditOn,
    },
    passages: writtenOf(dossier, null, "cycle"),
    norms: norms.map((norm) => frozenNorm(dossier, evidence, norm)),
  };
}

function frozenNorm(dossier: Dossier, evidence: EvidenceBeside, norm: Norm): FrozenNorm {
  return {
    code: norm.code,
    title: norm.title,
    question: norm.question,
    wording: norm.wording,
    passages: writtenOf(dossier, norm.code, "norm"),
    plan: planOf(dossier, norm.code),
    evidence: evidence.get(norm.code) ?? [],
    discussions: dossier.discussions
      .filter((discussion) => discussion.norm === norm.code)
      .map(({ withKind, withWhom, heldOn }) => ({ withKind, withWhom, heldOn })),
    indicators: applicableIndicators(norm, dossier.profile).map((indicator) =>
      frozenIndicator(dossier, evidence, indicator),
    ),
    questions: norm.questions.map(({ code, title, statement, derived }) => ({
      code,
      title,
      statement,
      derived,
      passages: writtenOf(dossier, code, "question"),
      evidence: evidence.get(code) ?? [],
    })),
  };
}

function frozenIndicator(
  dossier: Dossier,
  evidence: EvidenceBeside,
  { code, statement }: Indicator,
): FrozenIndicator {
  const answer = dossier.answers.get(code);
  const isNee = answer?.verdict === "nee";
  return {
    code,
    statement,
    verdict: answer?.verdict ?? null,
    explanation: answer?.explanation ?? "",
    neeLabel: isNee ? answer.neeLabel : null,
    passages: isNee ? writtenOf(dossier, code, "indicator") : [],
    plan: isNee ? planOf(dossier, code) : null,
    evidence: evidence.get(code) ?? [],
  };
}

/** The boxes of a part in which something was written, in the order of the list that server and form share. */
function writtenOf(
  { passages }: Dossier,
  part: string | null,
  kind: PartKind | "cycle",
): FrozenPassage[] {
  const fields: readonly PassageField[] = passageFields[kind];
  return fields.flatMap((field) => {
    const body = passages.get(passageKey(part, field))?.body ?? "";
    return body === "" ? [] : [{ field, body }];
  });
}

function planOf({ plans }: Dossier, part: string): FrozenPlan | null {
  const { owner = null, dueOn = null } = plans.get(part) ?? {};
  return owner === null && dueOn === null ? null : { owner: owner?.name ?? null, dueOn };
}
