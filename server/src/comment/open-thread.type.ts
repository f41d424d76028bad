import { Field, GraphQLISODateTime, ID, ObjectType } from "type-graphql";
import { Needs } from "../graphql/access.ts";
import { Member } from "../membership/member.type.ts";
import type { Dossier } from "../self-evaluation/dossier.ts";
import type { OpenThreadRow } from "./comment.sql.ts";

@Needs("comment.read")
@ObjectType({ description: "A conversation that nobody closed, without its words." })
export class OpenThread {
  readonly #row: OpenThreadRow;
  readonly #dossier: Dossier;

  @Field(() => String, { description: "Code of the norm that it is in." })
  readonly norm: string;

  constructor(row: OpenThreadRow, norm: string, dossier: Dossier) {
    this.#row = row;
    this.norm = norm;
    this.#dossier = dossier;
  }

  @Field(() => ID)
  get id(): string {
    return this.#row.id;
  }

  @Field(() => String, { description: "Code of the norm, indicator or question." })
  get part(): string {
    return this.#row.part;
  }

  @Field(() => Member, { description: "Who spoke last." })
  get from(): Member {
    return this.#row.from;
  }

  @Field(() => GraphQLISODateTime, { description: "When that was." })
  get at(): Date {
    return new Date(this.#row.at);
  }

  @Field(() => Boolean, {
    description:
      "Somebody else spoke last, and the person who asks is mentioned, wrote in it, or does the part that it is beside.",
  })
  get waitsForMe(): boolean {
    const { actor, work } = this.#dossier;
    const me = actor.personId;
    if (me === null || this.#row.from.personId === me) return false;
    return this.#row.people.includes(me) || work.get(this.#row.part)?.assignee?.personId === me;
  }
}
