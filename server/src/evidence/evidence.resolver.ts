import { Arg, Ctx, ID, Int, Mutation, Query, Resolver } from "type-graphql";
import { Needs } from "../graphql/access.ts";
import type { Context } from "../graphql/context.ts";
import { evidenceSortEnum } from "./evidence.enums.ts";
import { usualPage } from "../graphql/page.ts";
import type { EvidenceSort } from "./evidence.enums.ts";
import { setEvidenceUseRemoved, writeEvidenceUse } from "./evidence-use.service.ts";
import {
  EvidencePage,
  WriteEvidenceResult,
  WriteEvidenceUseResult,
} from "./evidence-results.type.ts";
import {
  EvidenceFilter,
  RemoveEvidenceInput,
  RemoveEvidenceUseInput,
  WriteEvidenceInput,
  WriteEvidenceUseInput,
} from "./evidence.input.ts";
import {
  findEvidence,
  findEvidenceItem,
  findEvidenceYears,
  setEvidenceRemoved,
  writeEvidence,
} from "./evidence.service.ts";
import { Evidence, EvidenceUse } from "./evidence.type.ts";

@Resolver()
export class EvidenceResolver {
  @Query(() => EvidencePage, { description: "The library's evidence." })
  @Needs("evidence.read")
  evidence(
    @Arg("organisationId", () => ID) organisationId: string,
    @Arg("filter", () => EvidenceFilter, { nullable: true }) filter: EvidenceFilter | null,
    @Arg("sort", () => evidenceSortEnum, { defaultValue: evidenceSortEnum.ADDED })
    sort: EvidenceSort,
    @Arg("first", () => Int, { defaultValue: usualPage }) first: number,
    @Arg("after", () => ID, { nullable: true }) after: string | null,
    @Ctx() context: Context,
  ): Promise<EvidencePage> {
    return findEvidence(context, {
      organisationId,
      filter: filter ?? null,
      sort,
      first,
      after: after ?? null,
    });
  }

  @Query(() => [Int], { description: "Years that the evidence is about, the latest first." })
  @Needs("evidence.read")
  evidenceYears(
    @Arg("organisationId", () => ID) organisationId: string,
    @Ctx() context: Context,
  ): Promise<number[]> {
    return findEvidenceYears(context, organisationId);
  }

  @Query(() => Evidence, { nullable: true, description: "Also one that was removed." })
  @Needs("evidence.read")
  evidenceItem(
    @Arg("organisationId", () => ID) organisationId: string,
    @Arg("id", () => ID) id: string,
    @Ctx() context: Context,
  ): Promise<Evidence | null> {
    return findEvidenceItem(context, organisationId, id);
  }

  @Mutation(() => WriteEvidenceResult, { description: "Adds an item, or changes it." })
  @Needs("evidence.write")
  writeEvidence(
    @Arg("input", () => WriteEvidenceInput) input: WriteEvidenceInput,
    @Ctx() context: Context,
  ): Promise<typeof WriteEvidenceResult> {
    return writeEvidence(context, input);
  }

  @Mutation(() => Evidence, {
    description: "Removes an item with its uses, which it names; or brings both back.",
  })
  @Needs("evidence.write")
  removeEvidence(
    @Arg("input", () => RemoveEvidenceInput) input: RemoveEvidenceInput,
    @Ctx() context: Context,
  ): Promise<Evidence> {
    return setEvidenceRemoved(context, input);
  }

  @Mutation(() => WriteEvidenceUseResult, {
    description: "Puts an item beside a part, or changes which page of it is meant.",
  })
  @Needs("evidence.write")
  writeEvidenceUse(
    @Arg("input", () => WriteEvidenceUseInput) input: WriteEvidenceUseInput,
    @Ctx() { scope, editions }: Context,
  ): Promise<typeof WriteEvidenceUseResult> {
    return writeEvidenceUse(scope, editions, input);
  }

  @Mutation(() => EvidenceUse, {
    description: "Takes an item away from a part, or puts it back.",
  })
  @Needs("evidence.write")
  removeEvidenceUse(
    @Arg("input", () => RemoveEvidenceUseInput) input: RemoveEvidenceUseInput,
    @Ctx() { scope, editions }: Context,
  ): Promise<EvidenceUse> {
    return setEvidenceUseRemoved(scope, editions, input);
  }
}
