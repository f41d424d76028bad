import type { DocumentKind, EvidenceKind, Sharing } from "@toetssteen/contract";
import { findPart } from "@toetssteen/norms";
import { GraphQLLocalDate } from "graphql-scalars";
import { Arg, Field, GraphQLISODateTime, ID, Int, ObjectType } from "type-graphql";
import { Needs } from "../graphql/access.ts";
import { documentKindEnum, evidenceKindEnum, sharingEnum } from "./evidence.enums.ts";
import { Member } from "../membership/member.type.ts";
import type { Dossier, Reading } from "../self-evaluation/dossier.ts";
import { mayWrite } from "../self-evaluation/writing.policy.ts";
import { EvidenceFile, filesOf } from "./evidence-file.type.ts";
import { mayEdit } from "./evidence.policy.ts";
import type { EvidenceInList } from "./evidence-list.sql.ts";
import { wholeUse, type UseInBrief } from "./evidence-use.sql.ts";
import { wholeItem, type EvidenceInBrief, type Extent } from "./evidence.sql.ts";

@Needs("evidence.read")
@ObjectType({ description: "A document: files that belong together, or a link." })
export class Evidence {
  readonly #row: EvidenceInList;
  readonly #reading: Reading;

  constructor(row: EvidenceInList, reading: Reading) {
    this.#row = row;
    this.#reading = reading;
  }

  @Field(() => ID)
  get id(): string {
    return this.#row.id;
  }

  @Field(() => evidenceKindEnum)
  get kind(): EvidenceKind {
    return this.#row.kind;
  }

  @Field(() => String)
  get title(): string {
    return this.#row.title;
  }

  @Field(() => String, { nullable: true, description: "Of a link." })
  get url(): string | null {
    return wholeItem(this.#row).url;
  }

  @Field(() => GraphQLLocalDate, {
    nullable: true,
    description: "First day of the period that it is about; says nothing of when it was uploaded.",
  })
  get aboutFrom(): string | null {
    return this.#row.aboutFrom;
  }

  @Field(() => GraphQLLocalDate, { nullable: true })
  get aboutTo(): string | null {
    return this.#row.aboutTo;
  }

  @Field(() => sharingEnum)
  get sharing(): Sharing {
    return this.#row.sharing;
  }

  @Field(() => String, { description: "What was noted about personal data in it; may be empty." })
  get personalDataNote(): string {
    return wholeItem(this.#row).personalDataNote;
  }

  @Field(() => Int)
  get version(): number {
    return wholeItem(this.#row).version;
  }

  @Field(() => GraphQLISODateTime)
  get addedAt(): Date {
    return new Date(this.#row.addedAt);
  }

  @Field(() => Member)
  get addedBy(): Member {
    return wholeItem(this.#row).addedBy;
  }

  @Field(() => GraphQLISODateTime)
  get changedAt(): Date {
    return new Date(wholeItem(this.#row).changedAt);
  }

  @Field(() => Member)
  get changedBy(): Member {
    return wholeItem(this.#row).changedBy;
  }

  @Field(() => GraphQLISODateTime, { nullable: true })
  get removedAt(): Date | null {
    return this.#row.removedAt === null ? null : new Date(this.#row.removedAt);
  }

  @Field(() => [EvidenceFile], { description: "In their order." })
  files(
    @Arg("removed", () => Boolean, {
      defaultValue: false,
      description: "Those that were removed instead.",
    })
    removed: boolean,
  ): EvidenceFile[] {
    return filesOf(this.#row.files, removed);
  }

  @Field(() => [documentKindEnum], {
    description: "What its files are, each once, by their current versions; LINK of a link.",
  })
  get documentKinds(): DocumentKind[] {
    if (this.#row.kind === "link") return ["link"];
    const kinds = filesOf(this.#row.files, false).flatMap(({ kind }) => kind ?? []);
    return [...new Set(kinds)];
  }

  @Field(() => [EvidenceUse], { description: "Where it is used, in this cycle and earlier ones." })
  uses(): EvidenceUse[] | Promise<EvidenceUse[]> {
    const made = (places: readonly UseInBrief[]) =>
      places.map((use) => new EvidenceUse(use, this.#row, this.#reading));
    // A list comes with them, so that nothing is waited for; null where there are none.
    const { id, uses } = this.#row;
    return uses === undefined ? this.#reading.placesOf(id).then(made) : made(uses ?? []);
  }

  @Field(() => Boolean, { description: "Whether who asks may change it and its files." })
  get canEdit(): boolean {
    return mayEdit(this.#reading.actor, this.#reading.organisationId, wholeItem(this.#row));
  }
}

@Needs("evidence.read")
@ObjectType({ description: "That an item stands beside a part of the self-evaluation." })
export class EvidenceUse {
  readonly #row: UseInBrief;
  readonly #item: EvidenceInBrief;
  readonly #reading: Reading;

  constructor(row: UseInBrief, item: EvidenceInBrief, reading: Reading) {
    this.#row = row;
    this.#item = item;
    this.#reading = reading;
  }

  @Field(() => ID)
  get id(): string {
    return this.#row.id;
  }

  @Field(() => Evidence)
  get evidence(): Evidence {
    return new Evidence(this.#item, this.#reading);
  }

  @Field(() => ID)
  get cycleId(): string {
    return this.#row.cycleId;
  }

  @Field(() => String, { description: "Code of the norm, indicator or question." })
  get part(): string {
    return this.#row.part;
  }

  @Field(() => String, { description: "Code of the norm that the part belongs to." })
  get norm(): string {
    const edition = this.#reading.editions.get(this.#row.edition);
    const part = edition && findPart(edition, this.#row.part);
    return part?.norm.code ?? this.#row.part;
  }

  @Field(() => String, { nullable: true, description: "Code of the question's slot." })
  get slot(): string | null {
    return this.#row.slot;
  }

  @Field(() => String, { description: "Which page or passage is meant; may be empty." })
  get page(): string {
    return this.#row.page;
  }

  @Field(() => Int)
  get version(): number {
    return this.#row.version;
  }

  @Field(() => GraphQLISODateTime)
  get addedAt(): Date {
    return new Date(wholeUse(this.#row).addedAt);
  }

  @Field(() => Member)
  get addedBy(): Member {
    return wholeUse(this.#row).addedBy;
  }

  @Field(() => Boolean, { description: "Whether who asks may change or remove this use." })
  get canWrite(): boolean {
    const { dossier } = this.#reading;
    return dossier?.cycle.id === this.#row.cycleId && mayWrite(dossier, this.#row.part);
  }
}

/** How much of evidence a document's fields are read from. */
export function extentSelected(selects: (field: string) => boolean): Extent {
  return beyondBrief.some(selects) ? "whole" : "brief";
}

const beyondBrief = [
  ...["url", "personalDataNote", "version", "addedBy", "changedAt", "changedBy", "canEdit"].map(
    (field) => `Evidence.${field}`,
  ),
  ...["name", "size", "refusedFor", "mediaType", "preview", "sha256"].map(
    (field) => `FileVersion.${field}`,
  ),
  ...["uploadedAt", "uploadedBy"].map((field) => `FileVersion.${field}`),
  ...["addedAt", "addedBy"].map((field) => `EvidenceUse.${field}`),
];

/** What stands beside a part. */
export function evidenceBeside({ evidence, reading }: Dossier, part: string): EvidenceUse[] {
  return (evidence.get(part) ?? []).map(({ use, item }) => new EvidenceUse(use, item, reading));
}
