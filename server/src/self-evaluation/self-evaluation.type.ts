import { passageFields } from "@toetssteen/contract";
import {
  dayInAmsterdam,
  findNorm,
  findPart,
  partApplies,
  planTimeline,
  type Edition,
  type Timeline,
} from "@toetssteen/norms";
import { GraphQLLocalDate } from "graphql-scalars";
import { Arg, Field, ID, ObjectType } from "type-graphql";
import { Needs } from "../graphql/access.ts";
import { holdsAction } from "../rights/permissions.ts";
import { Organisation } from "../organisation/organisation.type.ts";
import { Passage } from "../passage/passage.type.ts";
import { OpenThread } from "../comment/open-thread.type.ts";
import { Beginning } from "./beginning.type.ts";
import type { CycleRow, Dossier } from "./dossier.ts";
import { NormEvaluation } from "./norm-evaluation.type.ts";

@Needs("self-evaluation.read")
@ObjectType()
export class Cycle {
  readonly #row: CycleRow;
  readonly #terms: Edition;

  constructor({ cycle, edition }: Dossier) {
    this.#row = cycle;
    this.#terms = edition;
  }

  @Field(() => ID)
  get id(): string {
    return this.#row.id;
  }

  @Field(() => String, { description: "Code of the edition that this cycle is pinned to." })
  get edition(): string {
    return this.#row.edition;
  }

  @Field(() => GraphQLLocalDate, { nullable: true })
  get certificateExpiresOn(): string | null {
    return this.#row.certificateExpiresOn;
  }

  @Field(() => String, { nullable: true, description: "YYYY-Qn" })
  get announcedQuarter(): string | null {
    return this.#row.announcedQuarter;
  }

  @Field(() => GraphQLLocalDate, { nullable: true })
  get auditOn(): string | null {
    return this.#row.auditOn;
  }

  @Field(() => GraphQLLocalDate, {
    nullable: true,
    description:
      "Last day on which the self-evaluation is surely in time, by what is known of the audit.",
  })
  get submitBefore(): string | null {
    return this.#timeline.steps.find((step) => step.code === "selfEvaluation")?.planOn ?? null;
  }

  @Field(() => GraphQLLocalDate, {
    nullable: true,
    description:
      "The last day of the cycle's edition, where the audit may fall after it: what holds then isn't known. Null otherwise.",
  })
  get editionEndsBeforeAudit(): string | null {
    return this.#timeline.nextEditionUnknown ? this.#terms.validUntil : null;
  }

  get #timeline(): Timeline {
    return planTimeline(this.#terms, this.#row, dayInAmsterdam(new Date()));
  }
}

@Needs("self-evaluation.read")
@ObjectType({ description: "The living dossier of a library's cycle." })
export class SelfEvaluation {
  readonly #dossier: Dossier;

  constructor(dossier: Dossier) {
    this.#dossier = dossier;
  }

  @Field(() => Organisation)
  get organisation(): Organisation {
    return this.#dossier.organisation;
  }

  @Field(() => Cycle)
  get cycle(): Cycle {
    return new Cycle(this.#dossier);
  }

  @Field(() => Boolean, { description: "Beside any part." })
  @Needs("comment.read")
  get canComment(): boolean {
    const { actor, organisation } = this.#dossier;
    return holdsAction(actor, organisation.id, "comment.write");
  }

  @Field(() => [OpenThread], {
    description: "Conversations that nobody closed, without their words; the oldest first.",
  })
  @Needs("comment.read")
  get openThreads(): OpenThread[] {
    const dossier = this.#dossier;
    return dossier.openThreads.flatMap((row) => {
      const part = findPart(dossier.edition, row.part);
      // What does not apply now has no page to answer on.
      if (part === null || !partApplies(part, dossier.profile)) return [];
      return [new OpenThread(row, part.norm.code, dossier)];
    });
  }

  @Field(() => Beginning, { description: "What was done before there is work to divide." })
  @Needs("answer.read")
  get beginning(): Beginning {
    return this.#dossier.beginning;
  }

  @Field(() => [Passage], { description: "Ambitions, bottlenecks and local accents." })
  @Needs("answer.read")
  get passages(): Passage[] {
    return passageFields.cycle.map((field) => new Passage(this.#dossier, null, field));
  }

  @Field(() => [NormEvaluation], { description: "In the edition's order." })
  get norms(): NormEvaluation[] {
    return this.#dossier.edition.norms.map((norm) => new NormEvaluation(norm, this.#dossier));
  }

  @Field(() => NormEvaluation, { nullable: true })
  norm(@Arg("code", () => String) code: string): NormEvaluation | null {
    const norm = findNorm(this.#dossier.edition, code);
    return norm && new NormEvaluation(norm, this.#dossier);
  }
}
