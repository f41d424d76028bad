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
    const wanted: DossierPart[] = [];
    if (asks("IndicatorEvaluation.answer")) wanted.push("answers");
    if (asks("IndicatorEvaluation.answer") || asks("NormEvaluation.workStates"))
      wanted.push("work");
    const dossier = await findDossier(scope, editions, organisationId, wanted);
    return dossier && new SelfEvaluation(dossier);
  }
}
