import { Field, GraphQLISODateTime, ID, ObjectType } from "type-graphql";
import { Needs } from "../graphql/access.ts";
import { hatKindEnum, roleEnum } from "./membership.enums.ts";
import type { Role } from "../rights/kinds.ts";

@Needs("viewer.read")
@ObjectType()
export class Person {
  @Field(() => ID)
  id!: string;

  @Field(() => String)
  name!: string;

  @Field(() => String)
  email!: string;
}

@Needs("viewer.read")
@ObjectType({ description: "A mandate of the person, in force or still to come." })
export class MandateHat {
  @Field(() => ID)
  id!: string;

  @Field(() => ID, { description: "The library whose submission it opens." })
  organisationId!: string;

  @Field(() => String)
  libraryName!: string;

  @Field(() => ID)
  submissionId!: string;

  @Field(() => String, { description: "Code of the norm that was submitted." })
  norm!: string;

  @Field(() => GraphQLISODateTime, {
    description: "When: a norm that was submitted again has more than one submission.",
  })
  submittedAt!: Date;

  @Field(() => GraphQLISODateTime)
  opensAt!: Date;

  @Field(() => GraphQLISODateTime, { description: "From this moment on it is closed." })
  closesAt!: Date;
}

@Needs("viewer.read")
@ObjectType({
  description:
    "For whom the person may act: an organisation, or a mandate in force. Its kind and id go into the header x-hat: organisation:<id> or mandate:<id>.",
})
export class Hat {
  @Field(() => ID)
  id!: string;

  @Field(() => hatKindEnum)
  kind!: "organisation" | "mandate";

  @Field(() => String, {
    description: "Name of the organisation, or of the library that a mandate is about.",
  })
  name!: string;

  @Field(() => [roleEnum])
  roles!: Role[];

  @Field(() => Boolean)
  library!: boolean;

  @Field(() => Boolean)
  supportOrganisation!: boolean;

  @Field(() => Boolean)
  certificationBody!: boolean;

  @Field(() => MandateHat, { nullable: true })
  mandate!: MandateHat | null;
}

@Needs("viewer.read")
@ObjectType({ description: "Who asks. Nobody signed in: no person, no hats." })
export class Viewer {
  @Field(() => Person, { nullable: true })
  person!: Person | null;

  @Field(() => [Hat])
  hats!: Hat[];

  @Field(() => [MandateHat], { description: "Mandates that have not begun." })
  upcomingMandates!: MandateHat[];
}
