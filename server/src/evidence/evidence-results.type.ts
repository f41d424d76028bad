import { createUnionType, Field, ID, Int, ObjectType } from "type-graphql";
import { Needs } from "../graphql/access.ts";
import { Evidence, EvidenceUse } from "./evidence.type.ts";

@Needs("evidence.read")
@ObjectType()
export class EvidencePage {
  @Field(() => [Evidence], { description: "In the order that was asked for." })
  items!: Evidence[];

  @Field(() => ID, {
    nullable: true,
    description: "Ask `after` this for the next page; null on the last.",
  })
  nextAfter!: string | null;

  @Field(() => Int, { description: "How many there are on all pages." })
  total!: number;
}

@Needs("evidence.write")
@ObjectType()
export class EvidenceWritten {
  @Field(() => Evidence)
  evidence!: Evidence;
}

@Needs("evidence.write")
@ObjectType({
  description: "Somebody changed or removed it since baseVersion. Nothing was written.",
})
export class EvidenceConflict {
  @Field(() => Evidence, {
    description: "What stands; with `removedAt` when it was removed.",
  })
  current!: Evidence;
}

export const WriteEvidenceResult = createUnionType({
  name: "WriteEvidenceResult",
  types: () => [EvidenceWritten, EvidenceConflict] as const,
  resolveType: (value) => ("evidence" in value ? EvidenceWritten : EvidenceConflict),
});

@Needs("evidence.write")
@ObjectType()
export class EvidenceUseWritten {
  @Field(() => EvidenceUse)
  use!: EvidenceUse;
}

@Needs("evidence.write")
@ObjectType({
  description: "Somebody changed or removed it since baseVersion. Nothing was written.",
})
export class EvidenceUseConflict {
  @Field(() => EvidenceUse, {
    nullable: true,
    description: "What stands; null when it was removed.",
  })
  current!: EvidenceUse | null;
}

export const WriteEvidenceUseResult = createUnionType({
  name: "WriteEvidenceUseResult",
  types: () => [EvidenceUseWritten, EvidenceUseConflict] as const,
  resolveType: (value) => ("use" in value ? EvidenceUseWritten : EvidenceUseConflict),
});

@Needs("evidence.write")
@ObjectType()
export class EvidenceChanged {
  @Field(() => [Evidence], { description: "In the order in which they were named." })
  evidence!: Evidence[];
}

@Needs("evidence.write")
@ObjectType({
  description: "Somebody changed or removed some of them in the meantime. Nothing was written.",
})
export class EvidenceChangeConflict {
  @Field(() => [Evidence], {
    description: "Those that stand otherwise; with `removedAt` where one was removed.",
  })
  current!: Evidence[];
}

export const ChangeEvidenceResult = createUnionType({
  name: "ChangeEvidenceResult",
  types: () => [EvidenceChanged, EvidenceChangeConflict] as const,
  resolveType: (value) => ("evidence" in value ? EvidenceChanged : EvidenceChangeConflict),
});
