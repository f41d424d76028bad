import { Arg, Ctx, ID, Query, Resolver } from "type-graphql";
import { Needs } from "../graphql/access.ts";
import type { Context } from "../graphql/context.ts";
import { findDossier, type DossierPart } from "./dossier.ts";
import { SelfEvaluation } from "./self-evaluation.type.ts";

@Resolver()
export class SelfEvaluationResolver {
  @Query(() => SelfEvaluation, {
    nullable: true,
    description: "The library's open cycle; null where there is none.",
  })
  @Needs("self-evaluation.read")
  async selfEvaluation(
    @Arg("organisationId", () => ID) organisationId: string,
    @Ctx() { scope, editions, asks }: Context,
  ): Promise<SelfEvaluation | null> {
    const dossier = await findDossier(scope, editions, organisationId, partsAskedFor(asks));
    return dossier && new SelfEvaluation(dossier);
  }
}

/** The parts of the dossier that a document's fields are read from. */
function partsAskedFor(asks: Context["asks"]): DossierPart[] {
  const fields: Record<DossierPart, readonly string[]> = {
    answers: ["IndicatorEvaluation.answer"],
    work: [
      "IndicatorEvaluation.answer",
      "NormEvaluation.workStates",
      "NormEvaluation.assignee",
      "AssessmentQuestion.workState",
      "AssessmentQuestion.assignee",
      "Passage.canWrite",
      "EvidenceUse.canWrite",
    ],
    passages: [
      "SelfEvaluation.passages",
      "NormEvaluation.passages",
      "AssessmentQuestion.passages",
      "IndicatorEvaluation.passages",
    ],
    plans: ["NormEvaluation.plan", "IndicatorEvaluation.plan"],
    discussions: ["NormEvaluation.discussions"],
  };
  return (Object.keys(fields) as DossierPart[]).filter((part) => fields[part].some(asks));
}
