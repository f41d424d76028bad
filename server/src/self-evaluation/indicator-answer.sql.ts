import type { NeeLabel } from "@toetssteen/contract";
import type { Verdict } from "./self-evaluation.enums.ts";
import type { Scope } from "../tenancy/scope.ts";
import { writeVersioned, type VersionedTable } from "./versioned.sql.ts";

const answers: VersionedTable = {
  table: "indicator_answer",
  history: "answer_history",
  place: ["indicator"],
  content: ["verdict", "nee_label", "explanation"],
};

export interface AnswerToWrite {
  readonly organisationId: string;
  readonly cycleId: string;
  readonly indicator: string;
  readonly baseVersion: number;
  readonly verdict: Verdict | null;
  readonly neeLabel: NeeLabel | null;
  readonly explanation: string;
  readonly restoring?: boolean;
}

/** @returns whether it was written; a stale `baseVersion` writes nothing */
export function writeAnswer(scope: Scope, answer: AnswerToWrite): Promise<boolean> {
  const { organisationId, cycleId, indicator, baseVersion, restoring = false } = answer;
  return writeVersioned(scope, answers, {
    organisationId,
    cycleId,
    baseVersion,
    part: indicator,
    place: [indicator],
    content: [answer.verdict, answer.neeLabel, answer.explanation],
    restoring,
  });
}
