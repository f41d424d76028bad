import type { Locale } from "@toetssteen/norms";
import { GraphQLLocalDate } from "graphql-scalars";
import { Field, Int, ObjectType } from "type-graphql";
import { Needs } from "../graphql/access.ts";
import { InLocale } from "../graphql/in-locale.ts";
import type { ReadableDocument } from "./read-document.ts";
import { NormReading } from "./reading-norm.type.ts";
import { PassageReading } from "./reading-part.type.ts";

@Needs("submission.read")
@ObjectType({ description: "The facts that decided which indicators applied." })
export class ProfileReading {
  @Field(() => Boolean)
  vobMember!: boolean;

  @Field(() => Boolean)
  runsIdo!: boolean;

  @Field(() => Int, { nullable: true, description: "Null where it was not written down." })
  locations!: number | null;
}

@Needs("submission.read")
@ObjectType({ description: "What was known of the audit." })
export class CycleReading {
  @Field(() => GraphQLLocalDate, { nullable: true })
  certificateExpiresOn!: string | null;

  @Field(() => String, { nullable: true, description: "YYYY-Qn" })
  announcedQuarter!: string | null;

  @Field(() => GraphQLLocalDate, { nullable: true })
  auditOn!: string | null;
}

@Needs("submission.read")
@ObjectType({
  description: "All that a library wrote, in reading form: of one norm or of its self-evaluation.",
})
export class Reading {
  readonly #document: ReadableDocument;

  constructor(document: ReadableDocument) {
    this.#document = document;
  }

  @Field(() => Int, {
    description: "Shape of the document. Of shape 1 there is nothing but answers to indicators.",
  })
  get version(): number {
    return this.#document.version;
  }

  @Field(() => String)
  get libraryName(): string {
    return this.#document.library.name;
  }

  @Field(() => String)
  edition(@InLocale() locale: Locale): string {
    return this.#document.edition.title[locale];
  }

  @Field(() => ProfileReading)
  get profile(): ProfileReading {
    return this.#document.profile;
  }

  @Field(() => CycleReading)
  get cycle(): CycleReading {
    return this.#document.cycle;
  }

  @Field(() => [PassageReading], { description: "Ambitions, bottlenecks and local accents." })
  get passages(): readonly PassageReading[] {
    return this.#document.passages;
  }

  @Field(() => [NormReading])
  get norms(): NormReading[] {
    return this.#document.norms.map((norm) => new NormReading(norm));
  }
}
