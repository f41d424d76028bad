import { answerIndicatorInput, type AnswerIndicatorInput } from "@toetssteen/contract";
import type { Edition } from "@toetssteen/norms";
import { notFound } from "../refusal.ts";
import { validInput } from "../graphql/input.ts";
import type { Scope } from "../tenancy/scope.ts";
import { aboutPart, getDossierOrThrow } from "./dossier.ts";
import {
  IndicatorAnswer,
  IndicatorAnswerConflict,
  IndicatorAnswered,
} from "./indicator-answer.type.ts";
import { writeAnswer } from "./indicator-answer.sql.ts";
import { requireWritable } from "./writing.policy.ts";

/**
 * Writes the answer to one indicator, unless somebody wrote since `baseVersion`: then nothing is written and the
 * current answer comes back. The same words sent twice are written once.
 * @throws {Refusal} INVALID_INPUT · NOT_FOUND · NOT_APPLICABLE · FORBIDDEN (a colleague to whom it isn't assigned)
 */
export async function answerIndicator(
  scope: Scope,
  editions: ReadonlyMap<string, Edition>,
  sent: AnswerIndicatorInput,
): Promise<IndicatorAnswered | IndicatorAnswerConflict> {
  const input = validInput(answerIndicatorInput, {
    ...sent,
    verdict: sent.verdict ?? null,
    neeLabel: sent.neeLabel ?? null,
  });
  const { organisationId } = input;
  const about = aboutPart(editions, input.indicator);
  const noIndicator = () => notFound("indicator", "De code van een indicator, zoals 4.1.");
  if (about.length === 0) throw noIndicator();
  // Written before it is known whether it may be: one round trip, and a refusal undoes the operation as a whole.
  const [written, now] = await Promise.all([
    writeAnswer(scope, input),
    getDossierOrThrow(scope, editions, organisationId, ["answers", "work"], about),
  ]);
  if (requireWritable(now, input.cycleId, input.indicator, "indicator").kind !== "indicator")
    throw noIndicator();
  const answer = new IndicatorAnswer(now, input.indicator);
  return written || isOwnWords(answer, input, scope.actor.personId)
    ? Object.assign(new IndicatorAnswered(), { answer })
    : Object.assign(new IndicatorAnswerConflict(), { current: answer });
}

/** A lost answer makes the client send again: what stands is then what it sent, by the same person, one version on. */
function isOwnWords(
  current: IndicatorAnswer,
  input: AnswerIndicatorInput,
  personId: string | null,
): boolean {
  return (
    current.version === input.baseVersion + 1 &&
    current.verdict === input.verdict &&
    current.neeLabel === input.neeLabel &&
    current.explanation === input.explanation &&
    current.changedBy?.personId === personId
  );
}
