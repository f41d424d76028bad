import type { PassageField } from "@toetssteen/contract";
import { Field, GraphQLISODateTime, ID, Int, ObjectType } from "type-graphql";
import { Needs } from "../graphql/access.ts";
import { passageFieldEnum, searchKindEnum } from "../graphql/enums.ts";
import { Member } from "../membership/member.type.ts";
import type { SearchKind } from "./search.sql.ts";
import type { SnippetPart as Part } from "./snippet.ts";

@Needs("search.read")
@ObjectType({ description: "A piece of plain text; in their order the pieces are the snippet." })
export class SnippetPart implements Part {
  @Field(() => String)
  text!: string;

  @Field(() => Boolean, { description: "Whether it is what was looked for." })
  isMatch!: boolean;
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

  @Field(() => [SnippetPart], { description: "The words with what stands around them." })
  snippet!: Part[];

  @Field(() => [[SnippetPart]], {
    description: "Of a document: names of files in which a word stands.",
  })
  files!: Part[][];

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
@ObjectType()
export class SearchResult {
  @Field(() => [SearchHit], {
    description: "In the order of the self-evaluation; documents last.",
  })
  hits!: SearchHit[];

  @Field(() => [SearchCount], { description: "Of the kinds that were found." })
  counts!: SearchCount[];
}
