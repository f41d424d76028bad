import { Field, GraphQLISODateTime, ID, ObjectType } from "type-graphql";
import { Needs } from "../graphql/access.ts";
import { oversightLevelEnum } from "./oversight.enums.ts";
import { Member } from "../membership/member.type.ts";
import { Organisation } from "../organisation/organisation.type.ts";
import type { OversightLevel } from "./oversight.entity.ts";
import { NormTitle, OverseenLibrary } from "./overseen-library.type.ts";

@Needs("oversight.read")
@ObjectType({
  description: "A library's permission to one support organisation, in force or withdrawn.",
})
export class Oversight {
  @Field(() => ID)
  id!: string;

  @Field(() => Organisation)
  supportOrganisation!: Organisation;

  @Field(() => oversightLevelEnum)
  level!: OversightLevel;

  @Field(() => GraphQLISODateTime)
  grantedAt!: Date;

  @Field(() => Member)
  grantedBy!: Member;

  @Field(() => GraphQLISODateTime, { nullable: true })
  withdrawnAt!: Date | null;
}

@Needs("oversight.read")
@ObjectType({ description: "Who may look, and exactly what they see." })
export class OversightPage {
  @Field(() => [Oversight], { description: "In force first, then withdrawn ones, latest first." })
  grants!: Oversight[];

  @Field(() => OverseenLibrary, {
    description: "The library as a support organisation sees it at level progress.",
  })
  preview!: OverseenLibrary;

  @Field(() => [NormTitle], { description: "Of the norms in it." })
  norms!: NormTitle[];

  @Field(() => Boolean)
  canChange!: boolean;
}
