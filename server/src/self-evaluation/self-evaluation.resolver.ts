import { Arg, Ctx, ID, Query, Resolver } from "type-graphql";
import { Needs } from "../graphql/access.ts";
import type { Context } from "../graphql/context.ts";
import { findSelectedDossier } from "./selected-dossier.ts";
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
    @Ctx() context: Context,
  ): Promise<SelfEvaluation | null> {
    const dossier = await findSelectedDossier(context, organisationId);
    return dossier && new SelfEvaluation(dossier);
  }
}
