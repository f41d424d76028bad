import { Field, GraphQLISODateTime, ID, ObjectType } from "type-graphql";
import { Needs } from "../graphql/access.ts";
import { readDocument, type ReadableDocument } from "./read-document.ts";
import { Reading } from "./reading.type.ts";

export interface SubmissionRow {
  readonly id: string;
  readonly cycle_id: string;
  readonly norm: string;
  readonly submitted_at: Date;
  /** Null where nobody asked for it: documents are long, and a page lists many submissions. */
  readonly document: string | null;
  readonly sha256: string;
}

@Needs("submission.read")
@ObjectType({
  description:
    "A norm as the library handed it in. What changes in the library later does not show here.",
})
export class Submission {
  readonly #row: SubmissionRow;
  #read: ReadableDocument | undefined;

  constructor(row: SubmissionRow) {
    this.#row = row;
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
    return this.readable.library.name;
  }

  @Field(() => String, { description: "Code of the norm." })
  get norm(): string {
    return this.#row.norm;
  }

  @Field(() => String, { description: "SHA-256 of `document` in UTF-8, hexadecimal." })
  get sha256(): string {
    return this.#row.sha256;
  }

  @Field(() => String, {
    description: "The canonical JSON (RFC 8785) that everything here is read from.",
  })
  get document(): string {
    if (this.#row.document === null) throw new Error("A document is read that was not fetched.");
    return this.#row.document;
  }

  @Field(() => Reading)
  get reading(): Reading {
    return new Reading(this.readable);
  }

  get cycleId(): string {
    return this.#row.cycle_id;
  }

  /** The document in the form of the newest shape. */
  get readable(): ReadableDocument {
    return (this.#read ??= readDocument(this.document));
  }
}
