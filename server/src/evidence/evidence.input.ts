import {
  longestNote,
  longestTitle,
  type DocumentKind,
  type EvidenceKind,
  type FinishUploadInput as FinishFields,
  type Sharing,
  type StartUploadInput as StartFields,
  type WriteEvidenceInput as Fields,
  type WriteEvidenceUseInput as UseFields,
} from "@toetssteen/contract";
import { GraphQLLocalDate } from "graphql-scalars";
import { Field, ID, InputType, Int } from "type-graphql";
import { documentKindEnum, evidenceKindEnum, sharingEnum } from "./evidence.enums.ts";

@InputType({ description: "What is left out doesn't matter." })
export class EvidenceFilter {
  @Field(() => String, {
    nullable: true,
    description: "Words that stand in the title or a file's name, also inside words.",
  })
  text?: string | null;

  @Field(() => sharingEnum, { nullable: true })
  sharing?: Sharing | null;

  @Field(() => Boolean, { nullable: true, description: "Whether it is used anywhere." })
  used?: boolean | null;

  @Field(() => GraphQLLocalDate, {
    nullable: true,
    description: "The period it is about touches the days from here …",
  })
  aboutFrom?: string | null;

  @Field(() => GraphQLLocalDate, { nullable: true, description: "… until here." })
  aboutTo?: string | null;

  @Field(() => documentKindEnum, {
    nullable: true,
    description: "Has a file of this kind, or is a link.",
  })
  documentKind?: DocumentKind | null;

  @Field(() => ID, {
    nullable: true,
    description: "Of a file, or of another item with files: has that file too, byte for byte.",
  })
  sameFileAs?: string | null;

  @Field(() => Boolean, { defaultValue: false, description: "Those that were removed instead." })
  removed?: boolean;
}

@InputType()
export class WriteEvidenceInput implements Fields {
  @Field(() => ID)
  organisationId!: string;

  @Field(() => ID, { description: "UUIDv7 made by the client; the same id changes the item." })
  id!: string;

  @Field(() => evidenceKindEnum, { description: "Stays what it was." })
  kind!: EvidenceKind;

  @Field(() => String, { description: `At most ${longestTitle} characters.` })
  title!: string;

  @Field(() => String, { nullable: true, description: "Of a link; none where there are files." })
  url!: string | null;

  @Field(() => GraphQLLocalDate, { nullable: true })
  aboutFrom!: string | null;

  @Field(() => GraphQLLocalDate, { nullable: true })
  aboutTo!: string | null;

  @Field(() => sharingEnum)
  sharing!: Sharing;

  @Field(() => String, { description: `At most ${longestNote} characters.` })
  personalDataNote!: string;

  @Field(() => Int, { description: "Version that the change was based on; 0 for a new item." })
  baseVersion!: number;
}

/** Which item, use or file is removed or comes back. */
@InputType()
export class RemoveEvidenceInput {
  @Field(() => ID)
  organisationId!: string;

  @Field(() => ID)
  id!: string;

  @Field(() => Boolean, { description: "False brings it back." })
  removed!: boolean;
}

@InputType()
export class RemoveEvidenceUseInput {
  @Field(() => ID)
  organisationId!: string;

  @Field(() => ID)
  id!: string;

  @Field(() => Boolean, { description: "False brings it back." })
  removed!: boolean;
}

@InputType()
export class RemoveFileInput {
  @Field(() => ID)
  organisationId!: string;

  @Field(() => ID, { description: "Of the file, with all its versions." })
  id!: string;

  @Field(() => Boolean, { description: "False brings it back." })
  removed!: boolean;
}

@InputType()
export class WriteEvidenceUseInput implements UseFields {
  @Field(() => ID)
  organisationId!: string;

  @Field(() => ID, {
    description: "UUIDv7 made by the client; the same id changes which page is meant.",
  })
  id!: string;

  @Field(() => ID)
  evidenceId!: string;

  @Field(() => ID)
  cycleId!: string;

  @Field(() => String, { description: "Code of the norm, indicator or question." })
  part!: string;

  @Field(() => String, { nullable: true, description: "Code of a slot of the question." })
  slot!: string | null;

  @Field(() => String, { description: "Which page or passage is meant; may be empty." })
  page!: string;

  @Field(() => Int, { description: "Version that the change was based on; 0 for a new use." })
  baseVersion!: number;
}

@InputType()
export class StartUploadInput implements StartFields {
  @Field(() => ID)
  organisationId!: string;

  @Field(() => ID, {
    description: "UUIDv7 made by the client: the version's, to which its bytes are then sent.",
  })
  id!: string;

  @Field(() => ID, { description: "The item of which it is a file." })
  evidenceId!: string;

  @Field(() => ID, {
    nullable: true,
    description: "The file of which it is a new version; null for another file.",
  })
  fileId!: string | null;

  @Field(() => String, { description: "As on the computer it comes from; it is cleaned." })
  name!: string;

  @Field(() => Int, { description: "In bytes, at most 100 MB; no other number is then taken." })
  size!: number;
}

@InputType()
export class FinishUploadInput implements FinishFields {
  @Field(() => ID)
  organisationId!: string;

  @Field(() => ID, { description: "Of the version." })
  id!: string;

  @Field(() => String, {
    nullable: true,
    description: "SHA-256 of what was sent, hexadecimal; what was received is held to it.",
  })
  sha256!: string | null;
}
