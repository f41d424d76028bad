export {
  answerIndicatorInput,
  neeLabels,
  type AnswerIndicatorInput,
  type NeeLabel,
} from "./answer.ts";
export { isErrorCode, type ErrorCode } from "./error-codes.ts";
export { errors, type Severity } from "./errors.ts";
export {
  evidenceKinds,
  finishUploadInput,
  mostFiles,
  sharings,
  startUploadInput,
  writeEvidenceInput,
  writeEvidenceUseInput,
  type EvidenceKind,
  type FinishUploadInput,
  type Sharing,
  type StartUploadInput,
  type WriteEvidenceInput,
  type WriteEvidenceUseInput,
} from "./evidence.ts";
export {
  addEvidenceUsesInput,
  changeEvidenceInput,
  mostAtOnce,
  removeSeveralInput,
  type AddEvidenceUsesInput,
  type ChangeEvidenceInput,
  type EvidenceFacts,
  type RemoveSeveralInput,
} from "./several-documents.ts";
export {
  documentKindOf,
  documentKinds,
  endingOf,
  endingsOfKind,
  fileEndings,
  fileKinds,
  isNamedOtherThanText,
  saveAs,
  type DocumentKind,
  type FileKind,
} from "./file-kinds.ts";
export { fold, foldSigns, thousandsPoint } from "./fold.ts";
export { changeProfileInput, type ChangeProfileInput } from "./profile.ts";
export {
  changeRolesInput,
  changeNameInput,
  inviteMemberInput,
  roles,
  type ChangeRolesInput,
  type ChangeNameInput,
  type InviteMemberInput,
  type Role,
} from "./membership.ts";
export { passwordLength } from "./password.ts";
export {
  discussionKinds,
  passageFields,
  setPlanInput,
  writeDiscussionInput,
  writePassageInput,
  type DiscussionKind,
  type PassageField,
  type SetPlanInput,
  type WriteDiscussionInput,
  type WritePassageInput,
} from "./passage.ts";
export {
  faultOf,
  faultOfLine,
  faultText,
  longestText,
  showsSomething,
  tidyLine,
  type TextFault,
} from "./text.ts";
export {
  addCommentInput,
  assignInput,
  assignPartsInput,
  changeCommentInput,
  mostMentions,
  mostParts,
  setWorkStateInput,
  setWorkStatesInput,
  type AddCommentInput,
  type AssignInput,
  type AssignPartsInput,
  type ChangeCommentInput,
  type SetWorkStateInput,
  type SetWorkStatesInput,
} from "./work.ts";
export {
  firstDay,
  largestFile,
  lastDay,
  longestComment,
  longestFileName,
  longestNote,
  longestSearch,
  longestTitle,
} from "./limits.ts";
