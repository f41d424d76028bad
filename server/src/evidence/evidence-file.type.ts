import { documentKindOf, type DocumentKind } from "@toetssteen/contract";
import { Field, GraphQLISODateTime, ID, Int, ObjectType } from "type-graphql";
import { nameOfType, previewOf } from "../files/media-types.ts";
import { Needs } from "../graphql/access.ts";
import {
  filePreviewEnum,
  fileStateEnum,
  type FilePreview,
  type FileState,
} from "./evidence.enums.ts";
import { Member } from "../membership/member.type.ts";
import { wholeFile, type FileInBrief } from "./evidence.sql.ts";

@Needs("evidence.read")
@ObjectType({ description: "The bytes of a file as they were uploaded at one moment." })
export class FileVersion {
  readonly #row: FileInBrief;

  constructor(row: FileInBrief) {
    this.#row = row;
  }

  @Field(() => ID, { description: "By which /files serves it." })
  get id(): string {
    return this.#row.id;
  }

  @Field(() => String, { description: "With an ending that fits its type, once that is known." })
  get name(): string {
    const { name, mediaType } = wholeFile(this.#row);
    return mediaType === null ? name : nameOfType(name, mediaType);
  }

  @Field(() => Int, { description: "In bytes." })
  get size(): number {
    return wholeFile(this.#row).size;
  }

  @Field(() => fileStateEnum)
  get state(): FileState {
    return this.#row.state;
  }

  @Field(() => String, { nullable: true, description: "Code of an error, such as FILE_INFECTED." })
  get refusedFor(): string | null {
    return wholeFile(this.#row).refusedFor;
  }

  @Field(() => String, { nullable: true, description: "By its content; null while uploading." })
  get mediaType(): string | null {
    return wholeFile(this.#row).mediaType;
  }

  @Field(() => filePreviewEnum, {
    nullable: true,
    description: "How a page can show it; null where it can only be downloaded, or not yet.",
  })
  get preview(): FilePreview | null {
    const { state, mediaType } = wholeFile(this.#row);
    return state === "ready" && mediaType !== null ? previewOf(mediaType) : null;
  }

  @Field(() => String, { nullable: true, description: "SHA-256 of the bytes, hexadecimal." })
  get sha256(): string | null {
    return wholeFile(this.#row).sha256;
  }

  @Field(() => GraphQLISODateTime)
  get uploadedAt(): Date {
    return new Date(wholeFile(this.#row).startedAt);
  }

  @Field(() => Member)
  get uploadedBy(): Member {
    return wholeFile(this.#row).uploadedBy;
  }
}

@Needs("evidence.read")
@ObjectType({ description: "A file of an item, through all its versions." })
export class EvidenceFile {
  readonly #rows: readonly FileInBrief[];

  /** @param rows its versions, the newest first; at least one */
  constructor(rows: readonly FileInBrief[]) {
    this.#rows = rows;
  }

  @Field(() => ID)
  get id(): string {
    return this.#newest.fileId;
  }

  @Field(() => FileVersion, {
    description: "The newest that can be read; where there is none, the newest that was begun.",
  })
  get current(): FileVersion {
    return new FileVersion(this.#currentRow);
  }

  @Field(() => [FileVersion], { description: "The newest first, also those not (yet) readable." })
  get versions(): FileVersion[] {
    return this.#rows.map((row) => new FileVersion(row));
  }

  /** By the name of the current version. */
  get kind(): DocumentKind | null {
    return documentKindOf(this.#currentRow.name);
  }

  get #currentRow(): FileInBrief {
    return this.#rows.find(({ state }) => state === "ready") ?? this.#newest;
  }

  get #newest(): FileInBrief {
    const [newest] = this.#rows;
    if (!newest) throw new Error("A file has at least one version.");
    return newest;
  }
}

/** Versions of one item, in order of position and then the newest first, as the files that they are versions of. */
export function filesOf(rows: readonly FileInBrief[], removed: boolean): EvidenceFile[] {
  const byFile = Map.groupBy(
    rows.filter((row) => row.removed === removed),
    (row) => row.fileId,
  );
  return [...byFile.values()].map((versions) => new EvidenceFile(versions));
}
