import { partsOf, type Edition } from "@toetssteen/norms";
import { extentSelected } from "../evidence/evidence.type.ts";
import type { Context } from "../graphql/context.ts";
import { findDossier, type Dossier, type DossierPart } from "./dossier.ts";

/**
 * The dossier with all that a query selects of it, selected once however many of its root fields need it. For queries: what
 * a mutation wrote would not be in it.
 */
export function findSelectedDossier(
  { scope, editions, selects, argumentsOf, once }: Context,
  organisationId: string,
): Promise<Dossier | null> {
  return once(`dossier ${organisationId}`, () =>
    findDossier(
      scope,
      editions,
      organisationId,
      partsSelected(selects),
      codesSelected(editions, selects, argumentsOf),
    ),
  );
}

/**
 * The codes of the norms that are asked about and of what is in them, in whatever edition; the empty one is the cycle as
 * a whole. Null, for everything, where the document selects about all of them, or leaves a norm to a default that isn't
 * seen here.
 */
function codesSelected(
  editions: ReadonlyMap<string, Edition>,
  selects: Context["selects"],
  argumentsOf: Context["argumentsOf"],
): string[] | null {
  const ofAll = ["SelfEvaluation.norms", "SelfEvaluation.openThreads", "Query.myWork"];
  if (ofAll.some(selects)) return null;
  const norms = [
    ...argumentsOf("SelfEvaluation.norm", "code"),
    ...(selects("Query.work") ? argumentsOf("Query.work", "norm") : []),
  ];
  if (!norms.every((norm) => typeof norm === "string")) return null;
  if (selects("Query.work") && argumentsOf("Query.work", "norm").length === 0) return null;
  const parts = [...editions.values()].flatMap(partsOf);
  return ["", ...parts.filter(({ norm }) => norms.includes(norm.code)).map(({ code }) => code)];
}

/** The parts of the dossier that a document's fields are read from. */
export function partsSelected(selects: Context["selects"]): DossierPart[] {
  const extent = extentSelected(selects);
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
  return (Object.keys(fields) as DossierPart[]).filter((part) => fields[part].some(selects));
}
