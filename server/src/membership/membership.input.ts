import type {
  ChangeRolesInput as ChangeRolesFields,
  InviteMemberInput as InviteMemberFields,
} from "@toetssteen/contract";
import { Field, ID, InputType, Int } from "type-graphql";
import { roleEnum } from "./membership.enums.ts";
import type { Role } from "../rights/kinds.ts";

@InputType()
export class InviteMemberInput implements InviteMemberFields {
  @Field(() => ID)
  organisationId!: string;

  @Field(() => ID, { description: "UUIDv7 made by the client, so that inviting again is safe." })
  id!: string;

  @Field(() => String)
  email!: string;

  @Field(() => String, { description: "As colleagues know them." })
  name!: string;

  @Field(() => [roleEnum])
  roles!: Role[];
}

@InputType()
export class InvitationInput {
  @Field(() => ID)
  organisationId!: string;

  @Field(() => ID)
  id!: string;
}

@InputType()
export class ChangeRolesInput implements ChangeRolesFields {
  @Field(() => ID)
  organisationId!: string;

  @Field(() => ID)
  personId!: string;

  @Field(() => [roleEnum])
  roles!: Role[];

  @Field(() => Int, { description: "Version of the membership that the change was based on." })
  baseVersion!: number;
}

@InputType()
export class MemberInput {
  @Field(() => ID)
  organisationId!: string;

  @Field(() => ID)
  personId!: string;
}
