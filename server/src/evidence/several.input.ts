import {
  mostAtOnce,
  type AddEvidenceUsesInput as UsesFields,
  type ChangeEvidenceInput as ChangeFields,
  type EvidenceFacts as Facts,
  type RemoveSeveralInput,
  type Sharing,
} from "@toetssteen/contract";
import { GraphQLLocalDate } from "graphql-scalars";
import { Field, ID, InputType } from "type-graphql";
import { sharingEnum } from "./evidence.enums.ts";

@InputType()
export class EvidenceFacts implements Facts {
  @Field(() => sharingEnum)
  sharing!: Sharing;

  @Field(() => GraphQLLocalDate, { nullable: true, defaultValue: null })
  aboutFrom!: string | null;

  @Field(() => GraphQLLocalDate, { nullable: true, defaultValue: null })
  aboutTo!: string | null;
}

@InputType()
export class ChangedEvidence {
  @Field(() => ID)
  id!: string;

  @Field(() => EvidenceFacts, { description: "What the change was based on." })
  was!: EvidenceFacts;

  @Field(() => EvidenceFacts, { description: "What is the same as before is left as it stands." })
  becomes!: EvidenceFacts;
}

@InputType()
export class ChangeEvidenceInput implements ChangeFields {
  @Field(() => ID)
  organisationId!: string;

  @Field(() => [ChangedEvidence], { description: `At most ${mostAtOnce}, each once.` })
  items!: ChangedEvidence[];
}

@InputType()
export class RemoveEvidenceItemsInput implements RemoveSeveralInput {
  @Field(() => ID)
  organisationId!: string;

  @Field(() => [ID], { description: `Of at most ${mostAtOnce} items, each once.` })
  ids!: string[];

  @Field(() => Boolean, { description: "False brings them back." })
  removed!: boolean;
}

@InputType()
export class RemoveEvidenceUsesInput implements RemoveSeveralInput {
  @Field(() => ID)
  organisationId!: string;

  @Field(() => [ID], { description: `Of at most ${mostAtOnce} uses, each once.` })
  ids!: string[];

  @Field(() => Boolean, { description: "False brings them back." })
  removed!: boolean;
}

@InputType()
export class AddedEvidenceUse {
  @Field(() => ID, { description: "UUIDv7 made by the client." })
  id!: string;

  @Field(() => ID)
  evidenceId!: string;

  @Field(() => String, { description: "Code of the norm, indicator or question." })
  part!: string;

  @Field(() => String, { nullable: true, description: "Code of a slot of the question." })
  slot!: string | null;

  @Field(() => String, { description: "Which page or passage is meant; may be empty." })
  page!: string;
}

@InputType()
export class AddEvidenceUsesInput implements UsesFields {
  @Field(() => ID)
  organisationId!: string;

  @Field(() => ID)
  cycleId!: string;

  @Field(() => [AddedEvidenceUse], { description: `At most ${mostAtOnce}.` })
  uses!: AddedEvidenceUse[];
}
