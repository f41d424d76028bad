import { passageFields } from "@toetssteen/contract";
import { applicableIndicators, type Locale, type Norm } from "@toetssteen/norms";
import { Field, ObjectType } from "type-graphql";
import { Discussion } from "../discussion/discussion.type.ts";
import { evidenceBeside, EvidenceUse } from "../evidence/evidence.type.ts";
import { Needs } from "../graphql/access.ts";
import { InLocale } from "../graphql/in-locale.ts";
import { Member } from "../membership/member.type.ts";
import { Passage } from "../passage/passage.type.ts";
import { Plan } from "../plan/plan.type.ts";
import { AssessmentQuestion } from "./assessment-question.type.ts";
import type { Dossier } from "./dossier.ts";
import { IndicatorEvaluation } from "./indicator-evaluation.type.ts";
import { countOfNorm, WorkStateCount } from "./work-state.type.ts";

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
  evidence(): EvidenceUse[] {
    return evidenceBeside(this.#dossier, this.#norm.code);
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
