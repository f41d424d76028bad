import { Arg, Ctx, Mutation, Resolver } from "type-graphql";
import { Needs } from "../graphql/access.ts";
import type { Context } from "../graphql/context.ts";
import { ChangeEvidenceResult } from "./evidence-results.type.ts";
import { Evidence, EvidenceUse } from "./evidence.type.ts";
import { addEvidenceUses, removeEvidenceUses } from "./several-uses.service.ts";
import {
  AddEvidenceUsesInput,
  ChangeEvidenceInput,
  RemoveEvidenceItemsInput,
  RemoveEvidenceUsesInput,
} from "./several.input.ts";
import { changeEvidence, removeEvidenceItems } from "./several.service.ts";

/** What is done to several documents at once, to all of them or to none. */
@Resolver()
export class SeveralDocumentsResolver {
  @Mutation(() => ChangeEvidenceResult, {
    description: "Says of several items who may see them and what period they are about.",
  })
  @Needs("evidence.write")
  changeEvidence(
    @Arg("input", () => ChangeEvidenceInput) input: ChangeEvidenceInput,
    @Ctx() context: Context,
  ): Promise<typeof ChangeEvidenceResult> {
    return changeEvidence(context, input);
  }

  @Mutation(() => [Evidence], {
    description: "Removes several items with their uses, or brings all of that back.",
  })
  @Needs("evidence.write")
  removeEvidenceItems(
    @Arg("input", () => RemoveEvidenceItemsInput) input: RemoveEvidenceItemsInput,
    @Ctx() context: Context,
  ): Promise<Evidence[]> {
    return removeEvidenceItems(context, input);
  }

  @Mutation(() => [EvidenceUse], {
    description: "Puts items beside parts. Gives what stands in each of these places, once.",
  })
  @Needs("evidence.write")
  addEvidenceUses(
    @Arg("input", () => AddEvidenceUsesInput) input: AddEvidenceUsesInput,
    @Ctx() context: Context,
  ): Promise<EvidenceUse[]> {
    return addEvidenceUses(context, input);
  }

  @Mutation(() => [EvidenceUse], {
    description: "Takes items away from parts, or puts them back.",
  })
  @Needs("evidence.write")
  removeEvidenceUses(
    @Arg("input", () => RemoveEvidenceUsesInput) input: RemoveEvidenceUsesInput,
    @Ctx() context: Context,
  ): Promise<EvidenceUse[]> {
    return removeEvidenceUses(context, input);
  }
}
