import { Field, ID, InputType } from "type-graphql";
import { oversightLevelEnum } from "./oversight.enums.ts";
import type { OversightLevel } from "./oversight.entity.ts";

@InputType()
export class GrantOversightInput {
  @Field(() => ID, { description: "The library that lets somebody look." })
  organisationId!: string;

  @Field(() => ID, { description: "UUIDv7 made by the client, so that asking again is safe." })
  id!: string;

  @Field(() => ID)
  supportOrganisationId!: string;

  @Field(() => oversightLevelEnum)
  level!: OversightLevel;
}

@InputType()
export class WithdrawOversightInput {
  @Field(() => ID)
  organisationId!: string;

  @Field(() => ID)
  id!: string;
}
