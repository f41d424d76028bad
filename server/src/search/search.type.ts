import type { PassageField } from "@toetssteen/contract";
import type { Locale } from "@toetssteen/norms";
import { Field, GraphQLISODateTime, ID, Int, ObjectType } from "type-graphql";
import { Needs } from "../graphql/access.ts";
import { passageFieldEnum } from "../passage/passage.enums.ts";
import { searchKindEnum } from "./search.enums.ts";
import { InLocale } from "../graphql/in-locale.ts";
import { Member } from "../membership/member.type.ts";
import type { SearchKind } from "./search.sql.ts";
import type { SnippetPart } from "./snippet.ts";

@Needs("search.read")
@ObjectType({ description: "Plain text in which what was looked for is marked." })
export class MarkedText {
  @Field(() => String)
  readonly text: string;

  @Field(() => [Int], {
    description:
      "Where each mark begins and ends, one after the other, in UTF-16 code units: the first at 0 and 1 in this list.",
  })
  readonly marks: readonly number[];

  constructor(pieces: readonly SnippetPart[]) {
    const marks: number[] = [];
    let text = "";
    for (const { text: piece, isMatch } of pieces) {
      if (isMatch) marks.push(text.length, text.length + piece.length);
      text += piece;
    }
    this.text = text;
    this.marks = marks;
  }
}

@Needs("search.read")
@ObjectType({ description: "A place where all of the words stand." })
export class SearchHit {
  @Field(() => ID)
  id!: string;

  @Field(() => searchKindEnum)
  kind!: SearchKind;

  @Field(() => ID, {
    nullable: true,
    description: "Of the discussion, the thread or the item of evidence.",
  })
  targetId!: string | null;

  @Field(() => String, {
    nullable: true,
    description: "Code of the norm; null for a document and for the cycle as a whole.",
  })
  norm!: string | null;

  @Field(() => String, {
    nullable: true,
    description: "Code of the norm, indicator or question; null where `norm` is.",
  })
  part!: string | null;

  @Field(() => passageFieldEnum, { nullable: true, description: "The box, of a passage." })
  field!: PassageField | null;

  @Field(() => MarkedText, { description: "The words with what stands around them." })
  snippet!: MarkedText;

  @Field(() => [MarkedText], {
    description: "Of a document: names of files in which a word stands.",
  })
  files!: MarkedText[];

  @Field(() => GraphQLISODateTime, { description: "When it was last changed." })
  at!: Date;

  @Field(() => Member)
  by!: Member;
}

@Needs("search.read")
@ObjectType()
export class SearchCount {
  @Field(() => searchKindEnum)
  kind!: SearchKind;

  @Field(() => Int, { description: "How many there are, also those that are not among the hits." })
  count!: number;
}

@Needs("search.read")
@ObjectType({ description: "A part of the norms, of which a text holds all of the words." })
export class NormTextHit {
  @Field(() => String, { description: "Code of the norm, indicator or question." })
  part!: string;

  @Field(() => String, { description: "Code of the norm that it is in." })
  norm!: string;

  @Field(() => MarkedText, { description: "The words with what stands around them." })
  snippet!: MarkedText;
}

@Needs("search.read")
@ObjectType()
export class SearchResult {
  readonly #textsIn: (locale: Locale) => NormTextHit[];

  constructor(
    hits: SearchHit[],
    counts: SearchCount[],
    people: readonly Member[],
    textsIn: (locale: Locale) => NormTextHit[],
  ) {
    this.hits = hits;
    this.counts = counts;
    this.people = people;
    this.#textsIn = textsIn;
  }

  @Field(() => [SearchHit], {
    description: "In the order of the self-evaluation; documents last.",
  })
  readonly hits: SearchHit[];

  @Field(() => [SearchCount], { description: "Of the kinds that were found." })
  readonly counts: SearchCount[];

  @Field(() => [Member], {
    description: "Members in whose names all of the words stand, the first few.",
  })
  readonly people: readonly Member[];

  @Field(() => [NormTextHit], {
    description: "What the norms themselves say, of each part once, in their order.",
  })
  texts(@InLocale() locale: Locale): NormTextHit[] {
    return this.#textsIn(locale);
  }
}
