import {
  dayInAmsterdam,
  planTimeline,
  type Edition,
  type Locale,
  type Norm,
  type Profile,
  type TimelineStep,
  type WorkState,
} from "@toetssteen/norms";
import { GraphQLLocalDate } from "graphql-scalars";
import { Field, ObjectType } from "type-graphql";
import { Needs } from "../graphql/access.ts";
import { InLocale } from "../graphql/in-locale.ts";
import { Organisation } from "../organisation/organisation.type.ts";
import type { CycleRow } from "../self-evaluation/dossier.ts";
import { countOfNorm, WorkStateCount } from "../self-evaluation/work-state.type.ts";

/** One library as far as level progress goes: facts, dates and states, and no word that anybody typed. */
export interface OverseenRow {
  readonly organisation: { readonly id: string; readonly name: string };
  readonly cycle: CycleRow;
  readonly edition: Edition;
  readonly profile: Profile;
  /** By part. */
  readonly states: ReadonlyMap<string, WorkState>;
  /** YYYY-MM-DD in Amsterdam, or null before anybody did anything. */
  readonly lastActiveOn: string | null;
}

@Needs("overseen-library.read")
@ObjectType({ description: "How far a library is with a norm." })
export class OverseenNorm {
  readonly #norm: Norm;
  readonly #row: OverseenRow;

  constructor(norm: Norm, row: OverseenRow) {
    this.#norm = norm;
    this.#row = row;
  }

  @Field(() => String)
  get code(): string {
    return this.#norm.code;
  }

  @Field(() => String)
  title(@InLocale() locale: Locale): string {
    return this.#norm.title[locale];
  }

  @Field(() => [WorkStateCount])
  get workStates(): WorkStateCount[] {
    return countOfNorm(this.#row.edition, this.#norm, this.#row.profile, this.#row.states);
  }
}

@Needs("overseen-library.read")
@ObjectType({
  description: "Exactly what a library shows at level progress: work states and dates, no texts.",
})
export class OverseenLibrary {
  readonly #row: OverseenRow;
  #step: TimelineStep | null | undefined;

  constructor(row: OverseenRow) {
    this.#row = row;
  }

  @Field(() => Organisation)
  get organisation(): Organisation {
    return this.#row.organisation;
  }

  @Field(() => [OverseenNorm])
  get norms(): OverseenNorm[] {
    return this.#row.edition.norms.map((norm) => new OverseenNorm(norm, this.#row));
  }

  @Field(() => GraphQLLocalDate, { nullable: true })
  get certificateExpiresOn(): string | null {
    return this.#row.cycle.certificateExpiresOn;
  }

  @Field(() => String, { nullable: true, description: "YYYY-Qn" })
  get announcedQuarter(): string | null {
    return this.#row.cycle.announcedQuarter;
  }

  @Field(() => GraphQLLocalDate, { nullable: true })
  get auditOn(): string | null {
    return this.#row.cycle.auditOn;
  }

  @Field(() => GraphQLLocalDate, { nullable: true })
  get submitBefore(): string | null {
    return this.#selfEvaluationStep()?.planOn ?? null;
  }

  @Field(() => Boolean, {
    description: "Whether the day on which the self-evaluation had to be in has gone by.",
  })
  get late(): boolean {
    return this.#selfEvaluationStep()?.state === "late";
  }

  @Field(() => GraphQLLocalDate, { nullable: true })
  get lastActiveOn(): string | null {
    return this.#row.lastActiveOn;
  }

  /** Worked out once: a timeline takes longer than all else that is said of a library. */
  #selfEvaluationStep(): TimelineStep | null {
    if (this.#step === undefined) {
      const { edition, cycle } = this.#row;
      const { steps } = planTimeline(edition, cycle, dayInAmsterdam(new Date()));
      this.#step = steps.find(({ code }) => code === "selfEvaluation") ?? null;
    }
    return this.#step;
  }
}
