import { passageFields } from "@toetssteen/contract";
import type { Indicator, Locale } from "@toetssteen/norms";
import { Field, ObjectType } from "type-graphql";
import { evidenceBeside, EvidenceUse } from "../evidence/evidence.type.ts";
import { Needs } from "../graphql/access.ts";
import { InLocale } from "../graphql/in-locale.ts";
import { Passage } from "../passage/passage.type.ts";
import { Plan } from "../plan/plan.type.ts";
import type { Dossier } from "./dossier.ts";
import { IndicatorAnswer } from "./indicator-answer.type.ts";

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
  evidence(): EvidenceUse[] {
    return evidenceBeside(this.#dossier, this.#indicator.code);
  }
}
