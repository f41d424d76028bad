import type { PassageField, WritePassageInput as Fields } from "@toetssteen/contract";
import { longestText } from "@toetssteen/contract";
import { Arg, Ctx, Field, ID, InputType, Int, Mutation, Resolver } from "type-graphql";
import { Needs } from "../graphql/access.ts";
import type { Context } from "../graphql/context.ts";
import { passageFieldEnum } from "./passage.enums.ts";
import { writePassage } from "./passage.service.ts";
import { WritePassageResult } from "./passage.type.ts";

@InputType()
export class WritePassageInput implements Fields {
  @Field(() => ID)
  organisationId!: string;

  @Field(() => ID)
  cycleId!: string;

  @Field(() => String, {
    nullable: true,
    description: "Code of the norm, indicator or question; null for the cycle as a whole.",
  })
  part!: string | null;

  @Field(() => passageFieldEnum)
  field!: PassageField;

  @Field(() => Int, { description: "Version that the words were based on; 0 for the first." })
  baseVersion!: number;

  @Field(() => String, { description: `At most ${longestText} characters.` })
  body!: string;

  @Field(() => Boolean, {
    defaultValue: false,
    description: "An earlier version is put back, which begins an entry of its own in the history.",
  })
  restoring!: boolean;
}

@Resolver()
export class PassageResolver {
  @Mutation(() => WritePassageResult)
  @Needs("answer.write")
  writePassage(
    @Arg("input", () => WritePassageInput) input: WritePassageInput,
    @Ctx() { scope, editions }: Context,
  ): Promise<typeof WritePassageResult> {
    return writePassage(scope, editions, input);
  }
}
