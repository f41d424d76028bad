import { partsOf, type Edition } from "@toetssteen/norms";
import { extentAskedFor } from "../evidence/evidence.type.ts";
import type { Context } from "../graphql/context.ts";
import { findDossier, type Dossier, type DossierPart } from "./dossier.ts";

/**
 * The dossier with all that a query asks of it, selected once however many of its root fields need it. For queries: what
 * a mutation wrote would not be in it.
 */
export function findAskedDossier(
  { scope, editions, asks, asked, dossiers }: Context,
  organisationId: string,
): Promise<Dossier | null> {
  const dossier =
    dossiers.get(organisationId) ??
    findDossier(
      scope,
      editions,
      organisationId,
      partsAskedFor(asks),
      codesAskedFor(editions, asks, asked),
    );
  dossiers.set(organisationId, dossier);
  return dossier;
}

/**
 * The codes of the norms that are asked about and of what is in them, in whatever edition; the empty one is the cycle as
 * a whole. Null, for everything, where the document asks about all of them, or leaves a norm to a default that isn't
 * seen here.
 */
function codesAskedFor(
  editions: ReadonlyMap<string, Edition>,
  asks: Context["asks"],
  asked: Context["asked"],
): string[] | null {
  const ofAll = ["SelfEvaluation.norms", "SelfEvaluation.openThreads", "Query.myWork"];
  if (ofAll.some(asks)) return null;
  const norms = [
    ...asked("SelfEvaluation.norm", "code"),
    ...(asks("Query.work") ? asked("Query.work", "norm") : []),
  ];
  if (!norms.every((norm) => typeof norm === "string")) return null;
  if (asks("Query.work") && asked("Query.work", "norm").length === 0) return null;
  const parts = [...editions.values()].flatMap(partsOf);
  return ["", ...parts.filter(({ norm }) => norms.includes(norm.code)).map(({ code }) => code)];
}

/** The parts of the dossier that a document's fields are read from. */
export function partsAskedFor(asks: Context["asks"]): DossierPart[] {
  const extent = extentAskedFor(asks);
  const evidence = [
    "NormEvaluation.evidence",
    "IndicatorEvaluation.evidence",
    "AssessmentQuestion.evidence",
  ];
  const fields: Record<DossierPart, readonly string[]> = {
    answers: ["IndicatorEvaluation.answer", "Work.plan"],
    work: [
      "IndicatorEvaluation.answer",
      "NormEvaluation.workStates",
      "NormEvaluation.assignee",
      "AssessmentQuestion.workState",
      "AssessmentQuestion.assignee",
      "Passage.canWrite",
      "EvidenceUse.canWrite",
      "Work.state",
      "Work.assignee",
      "Work.dueOn",
      "Work.canSetState",
      "Work.touchedAt",
      "Query.myWork",
      "OpenThread.waitsForMe",
      "Mutation.assign",
      "Mutation.assignParts",
      "Mutation.setWorkStates",
      "Mutation.setWorkState",
    ],
    passages: [
      "SelfEvaluation.passages",
      "NormEvaluation.passages",
      "AssessmentQuestion.passages",
      "IndicatorEvaluation.passages",
    ],
    plans: ["NormEvaluation.plan", "IndicatorEvaluation.plan", "Work.plan"],
    discussions: ["NormEvaluation.discussions"],
    evidence: extent === "whole" ? evidence : [],
    evidenceInBrief: extent === "brief" ? evidence : [],
    threads: ["Work.threads"],
    openThreads: ["SelfEvaluation.openThreads"],
    beginning: ["SelfEvaluation.beginning"],
  };
  return (Object.keys(fields) as DossierPart[]).filter((part) => fields[part].some(asks));
}
