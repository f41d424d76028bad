import { Arg, Ctx, ID, Mutation, Query, Resolver } from "type-graphql";
import { Needs } from "../graphql/access.ts";
import type { Context } from "../graphql/context.ts";
import { Organisation } from "../organisation/organisation.type.ts";
import { GrantOversightInput, WithdrawOversightInput } from "./oversight.input.ts";
import {
  findSupportOrganisations,
  getOversightPageOrThrow,
  grantOversight,
  withdrawOversight,
} from "./oversight.service.ts";
import { OversightPage } from "./oversight.type.ts";

@Resolver()
export class OversightResolver {
  @Query(() => OversightPage)
  @Needs("oversight.read")
  oversight(
    @Arg("organisationId", () => ID) organisationId: string,
    @Ctx() { scope, editions }: Context,
  ): Promise<OversightPage> {
    return getOversightPageOrThrow(scope, editions, organisationId);
  }

  @Query(() => [Organisation], { description: "Organisations that a library can let look." })
  @Needs("oversight.read")
  supportOrganisations(
    @Arg("organisationId", () => ID) organisationId: string,
    @Ctx() { scope }: Context,
  ): Promise<Organisation[]> {
    return findSupportOrganisations(scope, organisationId);
  }

  @Mutation(() => OversightPage)
  @Needs("oversight.write")
  async grantOversight(
    @Arg("input", () => GrantOversightInput) input: GrantOversightInput,
    @Ctx() { scope, editions }: Context,
  ): Promise<OversightPage> {
    await grantOversight(scope, input);
    return getOversightPageOrThrow(scope, editions, input.organisationId);
  }

  @Mutation(() => OversightPage)
  @Needs("oversight.write")
  async withdrawOversight(
    @Arg("input", () => WithdrawOversightInput) input: WithdrawOversightInput,
    @Ctx() { scope, editions }: Context,
  ): Promise<OversightPage> {
    await withdrawOversight(scope, input);
    return getOversightPageOrThrow(scope, editions, input.organisationId);
  }
}
