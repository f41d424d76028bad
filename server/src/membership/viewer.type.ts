import { Field, ID, ObjectType } from "type-graphql";
import { Needs } from "../graphql/access.ts";
import { roleEnum } from "../graphql/enums.ts";
import type { Role } from "../tenancy/kinds.ts";

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
@ObjectType({ description: "An organisation that the person may act for; its id goes into the header x-hat." })
export class Hat {
  @Field(() => ID)
  id!: string;

  @Field(() => String)
  name!: string;

  @Field(() => [roleEnum])
  roles!: Role[];
}

@Needs("viewer.read")
@ObjectType({ description: "Who asks. Nobody signed in: no person, no hats." })
export class Viewer {
  @Field(() => Person, { nullable: true })
  person!: Person | null;

  @Field(() => [Hat])
  hats!: Hat[];
}
