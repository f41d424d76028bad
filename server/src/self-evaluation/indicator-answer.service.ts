import { answerIndicatorInput, type AnswerIndicatorInput } from "@toetssteen/contract";
import { findPart, partApplies, type Edition } from "@toetssteen/norms";
import { v7 as uuidv7 } from "uuid";
import { Refusal } from "../graphql/errors.ts";
import { validInput } from "../graphql/input.ts";
import type { Scope } from "../tenancy/scope.ts";
import { findDossier, type Dossier } from "./dossier.ts";
import { mayAnswer } from "./indicator-answer.policy.ts";
import {
  IndicatorAnswer,
  IndicatorAnswerConflict,
  IndicatorAnswered,
} from "./indicator-answer.type.ts";
import { writeAnswer } from "./indicator-answer.sql.ts";

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
  const input = validInput(answerIndicatorInput, { ...sent, verdict: sent.verdict ?? null });
  const dossier = await requireAnswerable(scope, editions, input);
  const written = await writeAnswer(scope, { ...input, historyId: uuidv7(), activityId: uuidv7() });
  const now = await dossierOrThrow(scope, editions, input.organisationId);
  const answer = new IndicatorAnswer(now, input.indicator);
  const repeated = !written && isOwnWords(answer, input, dossier);
  return Object.assign(
    written || repeated ? new IndicatorAnswered() : new IndicatorAnswerConflict(),
    written || repeated ? { answer } : { current: answer },
  );
}

async function requireAnswerable(
  scope: Scope,
  editions: ReadonlyMap<string, Edition>,
  input: AnswerIndicatorInput,
): Promise<Dossier> {
  const dossier = await dossierOrThrow(scope, editions, input.organisationId);
  if (dossier.cycle.id !== input.cycleId)
    throw notFound("cycleId", "De open cyclus van de bibliotheek.");
  const part = findPart(dossier.edition, input.indicator);
  if (part?.kind !== "indicator")
    throw notFound("indicator", "De code van een indicator, zoals 4.1.");
  if (!partApplies(part, dossier.profile)) throw new Refusal("NOT_APPLICABLE");
  const assignee = dossier.work.get(input.indicator)?.assignee?.personId ?? null;
  if (!mayAnswer(scope.asker, input.organisationId, assignee)) throw new Refusal("FORBIDDEN");
  return dossier;
}

function notFound(path: string, message: string): Refusal {
  return new Refusal("NOT_FOUND", [{ path, message }]);
}

async function dossierOrThrow(
  scope: Scope,
  editions: ReadonlyMap<string, Edition>,
  organisationId: string,
): Promise<Dossier> {
  const dossier = await findDossier(scope, editions, organisationId, ["answers", "work"]);
  if (!dossier) throw new Refusal("NOT_FOUND");
  return dossier;
}

/** A lost answer makes the client send again: what stands is then what it sent, by the same person, one version on. */
function isOwnWords(
  current: IndicatorAnswer,
  input: AnswerIndicatorInput,
  { asker }: Dossier,
): boolean {
  return (
    current.version === input.baseVersion + 1 &&
    current.verdict === input.verdict &&
    current.explanation === input.explanation &&
    current.changedBy?.personId === asker.personId
  );
}
