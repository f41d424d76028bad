import type { NeeLabel } from "@toetssteen/contract";
import type { Locale } from "@toetssteen/norms";
import { Field, ObjectType } from "type-graphql";
import { Needs } from "../graphql/access.ts";
import {
  neeLabelEnum,
  verdictEnum,
  type Verdict,
} from "../self-evaluation/self-evaluation.enums.ts";
import { InLocale } from "../graphql/in-locale.ts";
import type { FrozenIndicator, FrozenNorm, FrozenQuestion } from "./document.ts";
import { EvidenceReading } from "./reading-evidence.type.ts";
import { DiscussionReading, PassageReading, PlanReading } from "./reading-part.type.ts";

@Needs("submission.read")
@ObjectType({ description: "An indicator as it read, and as it was answered." })
export class IndicatorReading {
  readonly #indicator: FrozenIndicator;

  constructor(indicator: FrozenIndicator) {
    this.#indicator = indicator;
  }

  @Field(() => String)
  get code(): string {
    return this.#indicator.code;
  }

  @Field(() => String)
  statement(@InLocale() locale: Locale): string {
    return this.#indicator.statement[locale];
  }

  @Field(() => verdictEnum, { nullable: true })
  get verdict(): Verdict | null {
    return this.#indicator.verdict;
  }

  @Field(() => neeLabelEnum, { nullable: true })
  get neeLabel(): NeeLabel | null {
    return this.#indicator.neeLabel;
  }

  @Field(() => String)
  get explanation(): string {
    return this.#indicator.explanation;
  }

  @Field(() => [PassageReading])
  get passages(): readonly PassageReading[] {
    return this.#indicator.passages;
  }

  @Field(() => PlanReading, { nullable: true })
  get plan(): PlanReading | null {
    return this.#indicator.plan;
  }

  @Field(() => [EvidenceReading], { description: "The documents beside it." })
  get evidence(): EvidenceReading[] {
    return this.#indicator.evidence.map((one) => new EvidenceReading(one));
  }
}

@Needs("submission.read")
@ObjectType({ description: "An assessment question as it read, and what the library wrote to it." })
export class QuestionReading {
  readonly #question: FrozenQuestion;
  readonly #norm: FrozenNorm;

  constructor(question: FrozenQuestion, norm: FrozenNorm) {
    this.#question = question;
    this.#norm = norm;
  }

  @Field(() => String)
  get code(): string {
    return this.#question.code;
  }

  @Field(() => String)
  title(@InLocale() locale: Locale): string {
    return this.#question.title[locale];
  }

  @Field(() => String)
  statement(@InLocale() locale: Locale): string {
    return this.#question.statement[locale];
  }

  @Field(() => Boolean, {
    description:
      "The text follows from the quality cycle in general; no source gives it for this norm.",
  })
  derived(@InLocale() locale: Locale): boolean {
    return this.#question.derived && this.#norm.wording[locale] === "own";
  }

  @Field(() => [PassageReading])
  get passages(): readonly PassageReading[] {
    return this.#question.passages;
  }

  @Field(() => [EvidenceReading], { description: "The documents beside it." })
  get evidence(): EvidenceReading[] {
    return this.#question.evidence.map((one) => new EvidenceReading(one));
  }
}

@Needs("submission.read")
@ObjectType()
export class NormReading {
  readonly #norm: FrozenNorm;

  constructor(norm: FrozenNorm) {
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

  @Field(() => String)
  question(@InLocale() locale: Locale): string {
    return this.#norm.question[locale];
  }

  @Field(() => String, {
    description: "'official' where the rights holder's wording stood, 'own' for ours.",
  })
  wording(@InLocale() locale: Locale): string {
    return this.#norm.wording[locale];
  }

  @Field(() => [PassageReading])
  get passages(): readonly PassageReading[] {
    return this.#norm.passages;
  }

  @Field(() => PlanReading, { nullable: true })
  get plan(): PlanReading | null {
    return this.#norm.plan;
  }

  @Field(() => [EvidenceReading], { description: "The documents beside it." })
  get evidence(): EvidenceReading[] {
    return this.#norm.evidence.map((one) => new EvidenceReading(one));
  }

  @Field(() => [DiscussionReading])
  get discussions(): readonly DiscussionReading[] {
    return this.#norm.discussions;
  }

  @Field(() => [IndicatorReading], { description: "Only those that applied to this library." })
  get indicators(): IndicatorReading[] {
    return this.#norm.indicators.map((indicator) => new IndicatorReading(indicator));
  }

  @Field(() => [QuestionReading])
  get questions(): QuestionReading[] {
    return this.#norm.questions.map((question) => new QuestionReading(question, this.#norm));
  }
}
