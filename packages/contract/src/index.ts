export { answerIndicatorInput, longestExplanation, type AnswerIndicatorInput } from "./answer.ts";
export { errors, isErrorCode, type ErrorCode, type Severity } from "./errors.ts";
export { changeProfileInput, type ChangeProfileInput } from "./profile.ts";
export {
  changeRolesInput,
  inviteMemberInput,
  roles,
  type ChangeRolesInput,
  type InviteMemberInput,
  type Role,
} from "./membership.ts";
export { passwordLength } from "./password.ts";
