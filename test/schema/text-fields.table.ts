/** What somebody may write, by the place of the schema that takes it. */
export const textFields = {
  "AddCommentInput.body": "lines",
  "ChangeCommentInput.body": "lines",
  "AddedEvidenceUse.page": "line",
  "AnswerIndicatorInput.explanation": "lines",
  "WritePassageInput.body": "lines",
  "WriteEvidenceInput.personalDataNote": "lines",
  "WriteEvidenceInput.title": "line",
  "WriteEvidenceInput.url": "address",
  "WriteEvidenceUseInput.page": "line",
  "WriteDiscussionInput.withWhom": "line",
  "StartUploadInput.name": "file name",
  "InviteMemberInput.name": "name",
  "ChangeNameInput.name": "name",
} as const;

/** What takes a text too, but only one that is known already, or of a form that holds nothing else. */
export const codeFields = [
  "AddCommentInput.part",
  "AddedEvidenceUse.part",
  "AddedEvidenceUse.slot",
  "AnswerIndicatorInput.indicator",
  "AssignInput.part",
  "FinishUploadInput.sha256",
  "GivenPartInput.part",
  "InviteMemberInput.email",
  "Mutation.acceptInvitation.token",
  "PartStateInput.part",
  "SetPlanInput.part",
  "SetWorkStateInput.part",
  "SubmitNormInput.norm",
  "WriteDiscussionInput.norm",
  "WriteEvidenceUseInput.part",
  "WriteEvidenceUseInput.slot",
  "WritePassageInput.part",
] as const;
