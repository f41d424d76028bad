import { passageFields } from "@toetssteen/contract";
import {
  applicableIndicators,
  isDerived,
  type AssessmentQuestion as QuestionText,
  type Indicator,
  type Locale,
  type Norm,
  type WorkState,
} from "@toetssteen/norms";
import { Arg, Field, ObjectType } from "type-graphql";
import { Discussion } from "../discussion/discussion.type.ts";
import { EvidenceUse } from "../evidence/evidence.type.ts";
import { Needs } from "../graphql/access.ts";
import { localeEnum, workStateEnum } from "../graphql/enums.ts";
import { Member } from "../membership/member.type.ts";
import { Passage } from "../passage/passage.type.ts";
import { Plan } from "../plan/plan.type.ts";
import type { Dossier } from "./dossier.ts";
import { IndicatorAnswer } from "./indicator-answer.type.ts";
import { countOfNorm, WorkStateCount } from "./work-state.type.ts";

const InLocale = () => Arg("locale", () => localeEnum, { defaultValue: localeEnum.NL });

@Needs("norm.read")
@ObjectType({ description: "A place for a kind of example document. An example, not a checklist." })
export class Slot {
  readonly #slot: QuestionText["slots"][number];

  constructor(slot: QuestionText["slots"][number]) {
    this.#slot = slot;
  }

  @Field(() => String)
  get code(): string {
    return this.#slot.code;
  }

  @Field(() => String)
  label(@InLocale() locale: Locale): string {
    return this.#slot.label[locale];
  }
}

@Needs("norm.read")
@ObjectType({ description: "What auditors score." })
export class AssessmentQuestion {
  readonly #norm: Norm;
  readonly #question: QuestionText;
  readonly #dossier: Dossier;

  constructor(norm: Norm, question: QuestionText, dossier: Dossier) {
    this.#norm = norm;
    this.#question = question;
    this.#dossier = dossier;
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

  @Field(() => String, { nullable: true })
  guidance(@InLocale() locale: Locale): string | null {
    return this.#question.guidance?.[locale] ?? null;
  }

  @Field(() => Boolean, {
    description:
      "The text follows from the quality cycle in general; no source gives it for this norm.",
  })
  derived(@InLocale() locale: Locale): boolean {
    return isDerived(this.#norm, this.#question, locale);
  }

  @Field(() => [Slot])
  get slots(): Slot[] {
    return this.#question.slots.map((slot) => new Slot(slot));
  }

  @Field(() => workStateEnum)
  @Needs("progress.read")
  get workState(): WorkState {
    return this.#dossier.work.get(this.#question.code)?.state ?? "TO_DO";
  }

  @Field(() => Member, { nullable: true })
  @Needs("answer.read")
  get assignee(): Member | null {
    return this.#dossier.work.get(this.#question.code)?.assignee ?? null;
  }

  @Field(() => [Passage], { description: "How it is, and the library's own judgement." })
  @Needs("answer.read")
  get passages(): Passage[] {
    return passageFields.question.map(
      (field) => new Passage(this.#dossier, this.#question.code, field),
    );
  }

  @Field(() => [EvidenceUse], { description: "Evidence beside it, in a slot or not." })
  @Needs("evidence.read")
  evidence(): Promise<EvidenceUse[]> {
    return this.#dossier.usesOf(this.#question.code);
  }
}

@Needs("norm.read")
@ObjectType({ description: "A statement of the norm, and the library's answer to it." })
export class IndicatorEvaluation {
  readonly #indicator: Indicator;
  readonly #dossier: Dossier;

  constructor(indicator: Indicator, dossier: Dossier) {
    this.#indicator = indicator;
    this.#dossier = dossier;
  }

  @Field(() => String)
  get code(): string {
    return this.#indicator.code;
  }

  @Field(() => String)
  statement(@InLocale() locale: Locale): string {
    return this.#indicator.statement[locale];
  }

  @Field(() => String, { nullable: true })
  guidance(@InLocale() locale: Locale): string | null {
    return this.#indicator.guidance?.[locale] ?? null;
  }

  @Field(() => String, { nullable: true, description: "An example for the empty answer box." })
  placeholder(@InLocale() locale: Locale): string | null {
    return this.#indicator.placeholder?.[locale] ?? null;
  }

  @Field(() => IndicatorAnswer)
  @Needs("answer.read")
  get answer(): IndicatorAnswer {
    return new IndicatorAnswer(this.#dossier, this.#indicator.code);
  }

  @Field(() => [Passage], { description: "Under a nee: reason, plan and consequences." })
  @Needs("answer.read")
  get passages(): Passage[] {
    return passageFields.indicator.map(
      (field) => new Passage(this.#dossier, this.#indicator.code, field),
    );
  }

  @Field(() => Plan)
  @Needs("answer.read")
  get plan(): Plan {
    return new Plan(this.#dossier, this.#indicator.code);
  }

  @Field(() => [EvidenceUse])
  @Needs("evidence.read")
  evidence(): Promise<EvidenceUse[]> {
    return this.#dossier.usesOf(this.#indicator.code);
  }
}

@Needs("norm.read")
@ObjectType({ description: "A norm and how far the library is with it." })
export class NormEvaluation {
  readonly #norm: Norm;
  readonly #dossier: Dossier;

  constructor(norm: Norm, dossier: Dossier) {
    this.#norm = norm;
    this.#dossier = dossier;
  }

  @Field(() => String)
  get code(): string {
    return this.#norm.code;
  }

  @Field(() => String, {
    description: "'official' where the rights holder's wording is loaded, 'own' for ours.",
  })
  wording(@InLocale() locale: Locale): string {
    return this.#norm.wording[locale];
  }

  @Field(() => String)
  title(@InLocale() locale: Locale): string {
    return this.#norm.title[locale];
  }

  @Field(() => String)
  question(@InLocale() locale: Locale): string {
    return this.#norm.question[locale];
  }

  @Field(() => [IndicatorEvaluation], { description: "Only those that apply to this library." })
  get indicators(): IndicatorEvaluation[] {
    return applicableIndicators(this.#norm, this.#dossier.profile).map(
      (indicator) => new IndicatorEvaluation(indicator, this.#dossier),
    );
  }

  @Field(() => [AssessmentQuestion])
  get questions(): AssessmentQuestion[] {
    return this.#norm.questions.map(
      (question) => new AssessmentQuestion(this.#norm, question, this.#dossier),
    );
  }

  @Field(() => [Passage], {
    description:
      "Facts and own view; where the norm is not (yet) met: reason, plan and consequences.",
  })
  @Needs("answer.read")
  get passages(): Passage[] {
    return passageFields.norm.map((field) => new Passage(this.#dossier, this.#norm.code, field));
  }

  @Field(() => Plan)
  @Needs("answer.read")
  get plan(): Plan {
    return new Plan(this.#dossier, this.#norm.code);
  }

  @Field(() => [EvidenceUse], { description: "Beside the norm as a whole." })
  @Needs("evidence.read")
  evidence(): Promise<EvidenceUse[]> {
    return this.#dossier.usesOf(this.#norm.code);
  }

  @Field(() => [Discussion])
  @Needs("answer.read")
  get discussions(): Discussion[] {
    return this.#dossier.discussions.filter((discussion) => discussion.norm === this.#norm.code);
  }

  @Field(() => Member, { nullable: true })
  @Needs("answer.read")
  get assignee(): Member | null {
    return this.#dossier.work.get(this.#norm.code)?.assignee ?? null;
  }

  @Field(() => [WorkStateCount])
  @Needs("progress.read")
  get workStates(): WorkStateCount[] {
    const { edition, profile, work } = this.#dossier;
    return countOfNorm(
      edition,
      this.#norm,
      profile,
      new Map([...work].map(([part, { state }]) => [part, state])),
    );
  }
}
