import {
  countWorkStates,
  partApplies,
  partsOf,
  workStates,
  type Edition,
  type Norm,
  type Profile,
  type WorkState,
} from "@toetssteen/norms";
import { Field, Int, ObjectType } from "type-graphql";
import { Needs } from "../graphql/access.ts";
import { workStateEnum } from "../work/work.enums.ts";

@Needs("progress.read")
@ObjectType()
export class WorkStateCount {
  @Field(() => workStateEnum)
  state!: WorkState;

  @Field(() => Int, {
    description: "Parts in this state: the norm as a whole, indicators that apply, and questions.",
  })
  count!: number;
}

/** How far the work on one norm is. Counts work, never ja or nee. */
export function countOfNorm(
  edition: Edition,
  norm: Norm,
  profile: Profile,
  states: ReadonlyMap<string, WorkState>,
): WorkStateCount[] {
  const parts = partsOf(edition).filter(
    (part) => part.norm.code === norm.code && partApplies(part, profile),
  );
  const counts = countWorkStates(parts, states);
  return workStates.map((state) => ({ state, count: counts[state] }));
}
