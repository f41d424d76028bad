import { passageFields } from "@toetssteen/contract";
import {
  isDerived,
  type AssessmentQuestion as QuestionText,
  type Locale,
  type Norm,
  type WorkState,
} from "@toetssteen/norms";
import { Field, ObjectType } from "type-graphql";
import { evidenceBeside, EvidenceUse } from "../evidence/evidence.type.ts";
import { Needs } from "../graphql/access.ts";
import { workStateEnum } from "../work/work.enums.ts";
import { InLocale } from "../graphql/in-locale.ts";
import { Member } from "../membership/member.type.ts";
import { Passage } from "../passage/passage.type.ts";
import type { Dossier } from "./dossier.ts";

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
  evidence(): EvidenceUse[] {
    return evidenceBeside(this.#dossier, this.#question.code);
  }
}
