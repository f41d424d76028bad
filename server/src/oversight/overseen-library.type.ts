import {
  countByNorm,
  planTimeline,
  type Edition,
  type Locale,
  type Norm,
  type PlainDate,
  type Profile,
  type TimelineStep,
  type WorkState,
} from "@toetssteen/norms";
import { GraphQLLocalDate } from "graphql-scalars";
import { Field, Int, ObjectType } from "type-graphql";
import { Needs } from "../graphql/access.ts";
import { InLocale } from "../graphql/in-locale.ts";
import { Organisation } from "../organisation/organisation.type.ts";
import type { CycleRow } from "../self-evaluation/dossier.ts";

/** One library as far as level progress goes: facts, dates and states, and no word that anybody typed. */
export interface OverseenRow {
  readonly organisation: { readonly id: string; readonly name: string };
  readonly cycle: CycleRow;
  readonly edition: Edition;
  readonly profile: Profile;
  /** Codes of parts by their state; one that nobody touched is in none. */
  readonly inState: Readonly<Partial<Record<WorkState, readonly string[]>>>;
  /** The days on which norms were submitted last, YYYY-MM-DD in Amsterdam, by code. */
  readonly submitted: Readonly<Record<string, string>>;
  /** YYYY-MM-DD in Amsterdam, or null before anybody did anything. */
  readonly lastActiveOn: string | null;
}

@Needs("overseen-library.read")
@ObjectType({ description: "What a norm is called." })
export class NormTitle {
  readonly #norm: Norm;

  constructor(norm: Norm) {
    this.#norm = norm;
  }

  @Field(() => String)
  get code(): string {
    return this.#norm.code;
  }

  @Field(() => String)
  title(@InLocale() locale: Locale): string {
    return this.#norm.title[locale];
  }
}

/** The norms that are in libraries' editions, each once. */
export function normsOf(rows: readonly Pick<OverseenRow, "edition">[]): NormTitle[] {
  const editions = new Set(rows.map(({ edition }) => edition));
  const norms = [...editions].flatMap((edition) => edition.norms);
  return [...new Map(norms.map((norm) => [norm.code, norm])).values()].map(
    (norm) => new NormTitle(norm),
  );
}

@Needs("overseen-library.read")
@ObjectType({
  description:
    "How far a library is with a norm: how many indicators that apply, and questions, are in each state.",
})
export class OverseenNorm {
  readonly #counts: Readonly<Record<WorkState, number>>;

  @Field(() => String)
  readonly code: string;

  @Field(() => GraphQLLocalDate, {
    nullable: true,
    description: "The day on which it was submitted last; not what was.",
  })
  readonly submittedOn: string | null;

  constructor(
    code: string,
    counts: Readonly<Record<WorkState, number>>,
    submittedOn: string | null,
  ) {
    this.code = code;
    this.#counts = counts;
    this.submittedOn = submittedOn;
  }

  @Field(() => Int)
  get toDo(): number {
    return this.#counts.TO_DO;
  }

  @Field(() => Int)
  get inProgress(): number {
    return this.#counts.IN_PROGRESS;
  }

  @Field(() => Int)
  get readyToRead(): number {
    return this.#counts.READY_TO_READ;
  }

  @Field(() => Int)
  get done(): number {
    return this.#counts.DONE;
  }
}

@Needs("overseen-library.read")
@ObjectType({
  description: "Exactly what a library shows at level progress: work states and dates, no texts.",
})
export class OverseenLibrary {
  readonly #row: OverseenRow;
  readonly #today: PlainDate;

  /** @param today in Amsterdam */
  constructor(row: OverseenRow, today: PlainDate) {
    this.#row = row;
    this.#today = today;
  }

  @Field(() => Organisation)
  get organisation(): Organisation {
    return this.#row.organisation;
  }

  @Field(() => [OverseenNorm])
  get norms(): OverseenNorm[] {
    const { edition, profile, inState, submitted } = this.#row;
    return Array.from(
      countByNorm(edition, profile, inState),
      ([code, counts]) => new OverseenNorm(code, counts, submitted[code] ?? null),
    );
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

  #selfEvaluationStep(): TimelineStep | undefined {
    const { steps } = planTimeline(this.#row.edition, this.#row.cycle, this.#today);
    return steps.find(({ code }) => code === "selfEvaluation");
  }
}
