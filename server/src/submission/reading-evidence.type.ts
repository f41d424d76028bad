import type { EvidenceKind } from "@toetssteen/contract";
import type { Locale } from "@toetssteen/norms";
import { GraphQLLocalDate } from "graphql-scalars";
import { Field, ID, Int, ObjectType } from "type-graphql";
import type { FrozenFile } from "../files/submission-files.ts";
import { Needs } from "../graphql/access.ts";
import { evidenceKindEnum } from "../evidence/evidence.enums.ts";
import { InLocale } from "../graphql/in-locale.ts";
import type { FrozenEvidence } from "./document.ts";

@Needs("submission.read")
@ObjectType({ description: "A file of a document beside a part, as it was." })
export class FileReading implements FrozenFile {
  @Field(() => ID, { description: "By which /files serves it, to whoever may read this." })
  id!: string;

  @Field(() => String)
  name!: string;

  @Field(() => String)
  mediaType!: string;

  @Field(() => Int, { description: "In bytes." })
  size!: number;

  @Field(() => String, { description: "SHA-256 of the bytes, hexadecimal." })
  sha256!: string;
}

@Needs("submission.read")
@ObjectType({ description: "A document that stood beside a part: files, or a link." })
export class EvidenceReading {
  readonly #evidence: FrozenEvidence;

  constructor(evidence: FrozenEvidence) {
    this.#evidence = evidence;
  }

  @Field(() => evidenceKindEnum)
  get kind(): EvidenceKind {
    return this.#evidence.kind;
  }

  @Field(() => String)
  get title(): string {
    return this.#evidence.title;
  }

  @Field(() => String, { nullable: true, description: "Of a link." })
  get url(): string | null {
    return this.#evidence.url;
  }

  @Field(() => GraphQLLocalDate, {
    nullable: true,
    description: "First day of the period that it is about.",
  })
  get aboutFrom(): string | null {
    return this.#evidence.aboutFrom;
  }

  @Field(() => GraphQLLocalDate, { nullable: true })
  get aboutTo(): string | null {
    return this.#evidence.aboutTo;
  }

  @Field(() => String, {
    nullable: true,
    description: "What the question asked for at the place where it was put; null beside the rest.",
  })
  slot(@InLocale() locale: Locale): string | null {
    return this.#evidence.slot?.label[locale] ?? null;
  }

  @Field(() => String, { description: "Which page or passage is meant; may be empty." })
  get page(): string {
    return this.#evidence.page;
  }

  @Field(() => [FileReading])
  get files(): readonly FileReading[] {
    return this.#evidence.files;
  }
}
