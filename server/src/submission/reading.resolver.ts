import { Arg, Ctx, ID, Query, Resolver } from "type-graphql";
import { Needs } from "../graphql/access.ts";
import type { Context } from "../graphql/context.ts";
import { findDossier } from "../self-evaluation/dossier.ts";
import { frozenEvidenceBeside } from "./freeze-evidence.ts";
import { freezeWhole, frozenParts } from "./freeze.ts";
import { Reading } from "./reading.type.ts";

@Resolver()
export class ReadingResolver {
  @Query(() => Reading, {
    nullable: true,
    description:
      "The whole self-evaluation as it stands, in reading form; null where there is none.",
  })
  @Needs("answer.read")
  async selfEvaluationReading(
    @Arg("organisationId", () => ID) organisationId: string,
    @Ctx() { scope, editions }: Context,
  ): Promise<Reading | null> {
    const dossier = await findDossier(scope, editions, organisationId, frozenParts);
    if (!dossier) return null;
    const all = { norm: null, withInternal: true };
    return new Reading(freezeWhole(dossier, frozenEvidenceBeside(dossier, all)));
  }
}
