import { findPart, type Locale, type PartKind, type WorkState } from "@toetssteen/norms";
import { GraphQLLocalDate } from "graphql-scalars";
import { Field, GraphQLISODateTime, ID, ObjectType } from "type-graphql";
import { CommentThread } from "../comment/comment.type.ts";
import { Needs } from "../graphql/access.ts";
import { holdsAction } from "../rights/permissions.ts";
import { partKindEnum, workStateEnum } from "./work.enums.ts";
import { InLocale } from "../graphql/in-locale.ts";
import { Member } from "../membership/member.type.ts";
import { Plan } from "../plan/plan.type.ts";
import type { Dossier } from "../self-evaluation/dossier.ts";
import { mayWrite } from "../self-evaluation/writing.policy.ts";

@Needs("answer.read")
@ObjectType({ description: "How far the work on one part is, and who does it." })
export class Work {
  readonly #dossier: Dossier;
  readonly #part: string;

  constructor(dossier: Dossier, part: string) {
    this.#dossier = dossier;
    this.#part = part;
  }

  @Field(() => ID, { description: "<cycle>:<part>:work" })
  get id(): string {
    return `${this.#dossier.cycle.id}:${this.#part}:work`;
  }

  @Field(() => String, { description: "Code of the norm, indicator or question." })
  get part(): string {
    return this.#part;
  }

  @Field(() => partKindEnum)
  get kind(): PartKind {
    return this.#found().kind;
  }

  @Field(() => String, { description: "Code of the norm that it is in." })
  get norm(): string {
    return this.#found().norm.code;
  }

  @Field(() => String, {
    description: "The norm's title, or the statement of the indicator or question.",
  })
  text(@InLocale() locale: Locale): string {
    const found = this.#found();
    switch (found.kind) {
      case "norm":
        return found.norm.title[locale];
      case "indicator":
        return found.indicator.statement[locale];
      case "question":
        return found.question.statement[locale];
    }
  }

  @Field(() => workStateEnum)
  get state(): WorkState {
    return this.#dossier.work.get(this.#part)?.state ?? "TO_DO";
  }

  @Field(() => Member, { nullable: true })
  get assignee(): Member | null {
    return this.#dossier.work.get(this.#part)?.assignee ?? null;
  }

  @Field(() => GraphQLLocalDate, {
    nullable: true,
    description: "Agreed when it was given to somebody; null where only the cycle's term counts.",
  })
  get dueOn(): string | null {
    return this.#dossier.work.get(this.#part)?.dueOn ?? null;
  }

  @Field(() => Plan, {
    nullable: true,
    description: "Null where none is asked for: at a question, and without a nee at an indicator.",
  })
  get plan(): Plan | null {
    const { kind } = this.#found();
    const isAsked = kind === "norm" || this.#dossier.answers.get(this.#part)?.verdict === "nee";
    return isAsked ? new Plan(this.#dossier, this.#part) : null;
  }

  @Field(() => [CommentThread], { description: "What members say to each other beside it." })
  @Needs("comment.read")
  get threads(): readonly CommentThread[] {
    return this.#dossier.threads.get(this.#part) ?? [];
  }

  @Field(() => Boolean)
  get canAssign(): boolean {
    const { actor, organisation } = this.#dossier;
    return holdsAction(actor, organisation.id, "work.assign");
  }

  @Field(() => Boolean, { description: "Whether the person who asks may say how far it is." })
  get canSetState(): boolean {
    return mayWrite(this.#dossier, this.#part);
  }

  @Field(() => GraphQLISODateTime, { nullable: true })
  get touchedAt(): Date | null {
    const touched = this.#dossier.work.get(this.#part)?.touchedAt;
    return touched === undefined ? null : new Date(touched);
  }

  #found() {
    const found = findPart(this.#dossier.edition, this.#part);
    if (!found)
      throw new Error(`Part ${this.#part} is not in edition ${this.#dossier.edition.code}.`);
    return found;
  }
}
