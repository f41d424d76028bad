import { partsOf, type Edition } from "@toetssteen/norms";
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
    @Ctx() { scope, editions, asks, asked }: Context,
  ): Promise<SelfEvaluation | null> {
    const norms = asks("SelfEvaluation.norms") ? null : asked("SelfEvaluation.norm", "code");
    const dossier = await findDossier(
      scope,
      editions,
      organisationId,
      partsAskedFor(asks),
      norms && codesWithin(editions, norms),
    );
    return dossier && new SelfEvaluation(dossier);
  }
}

/**
 * The codes of these norms and of what is in them, in whatever edition; the empty one is the cycle as a whole. Null, for
 * everything, where the document leaves a norm to a default that isn't seen here.
 */
function codesWithin(
  editions: ReadonlyMap<string, Edition>,
  norms: readonly unknown[],
): string[] | null {
  if (!norms.every((norm) => typeof norm === "string")) return null;
  const parts = [...editions.values()].flatMap(partsOf);
  return ["", ...parts.filter(({ norm }) => norms.includes(norm.code)).map(({ code }) => code)];
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
