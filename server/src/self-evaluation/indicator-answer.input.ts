import {
  longestText,
  type AnswerIndicatorInput as Fields,
  type NeeLabel,
} from "@toetssteen/contract";
import { Field, ID, InputType, Int } from "type-graphql";
import { neeLabelEnum, verdictEnum, type Verdict } from "./self-evaluation.enums.ts";

@InputType()
export class AnswerIndicatorInput implements Fields {
  @Field(() => ID)
  organisationId!: string;

  @Field(() => ID)
  cycleId!: string;

  @Field(() => String, { description: "Code of the indicator, such as 4.1." })
  indicator!: string;

  @Field(() => Int, {
    description: "Version of the answer that the text was based on; 0 for the first.",
  })
  baseVersion!: number;

  @Field(() => verdictEnum, { nullable: true })
  verdict!: Verdict | null;

  @Field(() => neeLabelEnum, { nullable: true })
  neeLabel!: NeeLabel | null;

  @Field(() => String, { description: `At most ${longestText} characters.` })
  explanation!: string;

  @Field(() => Boolean, {
    defaultValue: false,
    description: "An earlier version is put back, which begins an entry of its own in the history.",
  })
  restoring!: boolean;
}
