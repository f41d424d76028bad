import type { Locale } from "@toetssteen/norms";
import { Arg, Field, GraphQLISODateTime, ID, ObjectType } from "type-graphql";
import { Needs } from "../graphql/access.ts";
import { localeEnum, verdictEnum, type Verdict } from "../graphql/enums.ts";
import type { SubmissionDocument, SubmittedAnswer } from "./document.ts";

const InLocale = () => Arg("locale", () => localeEnum, { defaultValue: localeEnum.NL });

@Needs("submission.read")
@ObjectType({
  description: "An indicator as it read, and as it was answered, when the norm was submitted.",
})
export class SubmittedIndicator {
  readonly #answer: SubmittedAnswer;

  constructor(answer: SubmittedAnswer) {
    this.#answer = answer;
  }

  @Field(() => String)
  get code(): string {
    return this.#answer.code;
  }

  @Field(() => String)
  statement(@InLocale() locale: Locale): string {
    return this.#answer.statement[locale];
  }

  @Field(() => verdictEnum, { nullable: true })
  get verdict(): Verdict | null {
    return this.#answer.verdict;
  }

  @Field(() => String)
  get explanation(): string {
    return this.#answer.explanation;
  }
}

@Needs("submission.read")
@ObjectType()
export class SubmittedNorm {
  readonly #norm: SubmissionDocument["norms"][number];

  constructor(norm: SubmissionDocument["norms"][number]) {
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

  @Field(() => [SubmittedIndicator])
  get indicators(): SubmittedIndicator[] {
    return this.#norm.indicators.map((answer) => new SubmittedIndicator(answer));
  }
}

export interface SubmissionRow {
  readonly id: string;
  readonly submitted_at: Date;
  readonly document: string;
  readonly sha256: string;
}

@Needs("submission.read")
@ObjectType({
  description:
    "A norm as the library handed it in. What changes in the library later does not show here.",
})
export class Submission {
  readonly #row: SubmissionRow;
  readonly #document: SubmissionDocument;

  constructor(row: SubmissionRow) {
    this.#row = row;
    this.#document = JSON.parse(row.document);
  }

  @Field(() => ID)
  get id(): string {
    return this.#row.id;
  }

  @Field(() => GraphQLISODateTime)
  get submittedAt(): Date {
    return this.#row.submitted_at;
  }

  @Field(() => String)
  get libraryName(): string {
    return this.#document.library.name;
  }

  @Field(() => String, { description: "SHA-256 of `document` in UTF-8, hexadecimal." })
  get sha256(): string {
    return this.#row.sha256;
  }

  @Field(() => String, {
    description: "The canonical JSON (RFC 8785) that everything here is read from.",
  })
  get document(): string {
    return this.#row.document;
  }

  @Field(() => [SubmittedNorm])
  get norms(): SubmittedNorm[] {
    return this.#document.norms.map((norm) => new SubmittedNorm(norm));
  }
}
