export { answerIndicatorInput, longestExplanation, type AnswerIndicatorInput } from "./answer.ts";
export { errors, isErrorCode, type ErrorCode, type Severity } from "./errors.ts";
