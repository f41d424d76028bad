/**
 * Who may read which field, written by hand from what the product promises and not from its code: a field that is not
 * in it turns the test red, and so does one that it has too many.
 *
 * Each right asks about its own organisation; those that have none there name the library.
 */
export const ownLibrary = [
  "administrator",
  "quality_coordinator",
  "colleague",
  "director",
  "reader",
] as const;
const coordinating = ["administrator", "quality_coordinator"] as const;
const answering = ["administrator", "quality_coordinator", "colleague"] as const;
const commenting = [...answering, "director"] as const;
const logReaders = ["administrator", "quality_coordinator", "director"] as const;
/** Their organisation is no library, so that what is about libraries is empty there. */
const administratorsElsewhere = [
  "administrator of a support organisation",
  "administrator of a certification body",
] as const;
const administrators = ["administrator", ...administratorsElsewhere] as const;
const unshown = ["adviser whom nobody lets look", "adviser after the library withdrew"] as const;
const advisers = ["adviser", ...unshown] as const;
const everyMember = [
  ...ownLibrary,
  ...administratorsElsewhere,
  ...advisers,
  "office",
  "auditor",
] as const;

/** Signed in, and without any right to what they ask about. */
export const outsiders = [
  "adviser who names the library",
  "office that names the library",
  "administrator of a support organisation who names the library",
  "auditor who names the library under the hat of the certification body",
  "auditor before the mandate",
  "auditor after the mandate",
  "auditor whose mandate was withdrawn",
  "auditor who left the certification body",
  "auditor who lost the role",
  "auditor under the mandate of another",
  "coordinator of another library",
  "coordinator of another library under this one's hat",
  "coordinator of another library without a hat",
  "member who was removed",
] as const;
const unsigned = ["nobody", "administrator whose session ran out"] as const;
const signedIn = [...everyMember, "auditor within the mandate", ...outsiders] as const;
export const everyRight = [...signedIn, ...unsigned] as const;
export type Right = (typeof everyRight)[number];

const withMandateInForce = [
  "auditor",
  "auditor within the mandate",
  "auditor who names the library under the hat of the certification body",
] as const;
const withMandate = [...withMandateInForce, "auditor before the mandate"] as const;
const belongingNowhere = [
  "auditor who left the certification body",
  "member who was removed",
] as const;

const except = (all: readonly Right[], some: readonly Right[]) =>
  all.filter((right) => !some.includes(right));
const withHat = except(signedIn, belongingNowhere);

export interface Row {
  readonly type: string;
  readonly fields: readonly string[];
  /** They find something there. */
  readonly gets: readonly Right[];
  /** They may ask, and in their case there is nothing. Who is in neither list is refused. */
  readonly getsNothing: readonly Right[];
}

const row = (
  type: string,
  fields: string,
  gets: readonly Right[],
  getsNothing: readonly Right[] = [],
): Row => ({ type, fields: fields.split(" "), gets, getsNothing });
const rest = (gets: readonly Right[]) => except(everyRight, gets);

const library = (type: string, fields: string) =>
  row(type, fields, ownLibrary, administratorsElsewhere);
const submitted = (type: string, fields: string) =>
  row(type, fields, [...ownLibrary, "auditor within the mandate"], administratorsElsewhere);
const shown = (type: string, fields: string) =>
  row(type, fields, [...ownLibrary, "adviser"], [...unshown, ...administratorsElsewhere]);

export const table: readonly Row[] = [
  row("Query", "viewer invitation", everyRight),
  row("Query", "members", everyMember),
  row("Query", "accessLog", [...logReaders, ...administratorsElsewhere]),
  row("Query", "activity history supportOrganisations", [
    ...ownLibrary,
    ...administratorsElsewhere,
  ]),
  library(
    "Query",
    "libraryProfile oversight selfEvaluation selfEvaluationReading work myWork threadsForMe evidenceItem evidenceYears writtenSince submittedSince submissionPreview",
  ),
  row("Query", "evidence", [...ownLibrary, ...administratorsElsewhere]),
  row("Query", "search", [...ownLibrary, ...administratorsElsewhere]),
  row("Query", "overseen", advisers),
  submitted("Query", "submission submissions"),
  row("Query", "auditors planning submissionNotices", ["office"]),

  // Those who belong nowhere were invited nowhere either.
  row("Mutation", "acceptInvitation", withHat, belongingNowhere),
  row("Mutation", "changeName", [...withHat, ...belongingNowhere]),
  row(
    "Mutation",
    "answerIndicator writePassage setPlan writeDiscussion removeDiscussion setWorkState setWorkStates",
    answering,
    administratorsElsewhere,
  ),
  row(
    "Mutation",
    "writeEvidence removeEvidence writeEvidenceUse removeEvidenceUse startUpload finishUpload removeFile changeEvidence removeEvidenceItems addEvidenceUses removeEvidenceUses",
    answering,
    administratorsElsewhere,
  ),
  row("Mutation", "assign assignParts", coordinating, administratorsElsewhere),
  row(
    "Mutation",
    "addComment changeComment removeComment resolveThread",
    commenting,
    administratorsElsewhere,
  ),
  row("Mutation", "changeProfile submitNorm", coordinating, administratorsElsewhere),
  row(
    "Mutation",
    "inviteMember withdrawInvitation changeRoles endMembership restoreMembership",
    administrators,
  ),
  row("Mutation", "grantOversight withdrawOversight", ["administrator"], administratorsElsewhere),
  row("Mutation", "giveMandate withdrawMandate", ["office"]),

  row("Viewer", "person", signedIn, unsigned),
  row("Viewer", "hats", withHat, rest(withHat)),
  row(
    "Viewer",
    "upcomingMandates",
    ["auditor before the mandate"],
    rest(["auditor before the mandate"]),
  ),
  row("Person", "id name email", signedIn, unsigned),
  row(
    "Hat",
    "id kind name roles library supportOrganisation certificationBody",
    withHat,
    rest(withHat),
  ),
  row("Hat", "mandate", withMandateInForce, rest(withMandateInForce)),
  row(
    "MandateHat",
    "id organisationId libraryName submissionId norm submittedAt opensAt closesAt",
    withMandate,
    rest(withMandate),
  ),
  row("InvitationSeen", "organisationName name email roles open inviterLeft", everyRight),

  row("Members", "memberships fittingRoles canManage", everyMember),
  row("Members", "invitations", administrators),
  row("Membership", "personId name roles since endedAt version", everyMember),
  row("Invitation", "id email name roles invitedAt expiresAt undeliverableAt", administrators),
  row("RolesChanged", "membership", administrators),
  row("MembershipConflict", "current", administrators),
  row("Member", "personId name", [...ownLibrary, ...administratorsElsewhere, "office"]),
  row("Organisation", "id name", [...ownLibrary, "adviser", ...administratorsElsewhere], unshown),

  library("LibraryProfile", "vobMember runsIdo locations version canChange"),
  row("ProfileChanged", "profile", coordinating, administratorsElsewhere),
  row("ProfileConflict", "current", coordinating, administratorsElsewhere),

  library(
    "SelfEvaluation",
    "organisation cycle norm norms passages canComment openThreads beginning",
  ),
  library(
    "Cycle",
    "id edition certificateExpiresOn announcedQuarter auditOn submitBefore editionEndsBeforeAudit",
  ),
  library(
    "NormEvaluation",
    "code title question wording indicators questions workStates passages plan discussions assignee evidence",
  ),
  library(
    "AssessmentQuestion",
    "code title statement guidance derived slots workState assignee passages evidence",
  ),
  library("Slot", "code label"),
  library(
    "IndicatorEvaluation",
    "code statement guidance placeholder answer passages plan evidence",
  ),
  library(
    "IndicatorAnswer",
    "id verdict neeLabel explanation version workState assignee changedAt changedBy canAnswer",
  ),
  row("IndicatorAnswered", "answer", answering, administratorsElsewhere),
  row("IndicatorAnswerConflict", "current", answering, administratorsElsewhere),
  library("Passage", "id field body version changedAt changedBy canWrite"),
  row("PassageWritten", "passage", answering, administratorsElsewhere),
  row("PassageConflict", "current", answering, administratorsElsewhere),
  library("Plan", "id owner dueOn version"),
  row("PlanSet", "plan", answering, administratorsElsewhere),
  row("PlanConflict", "current", answering, administratorsElsewhere),
  library("Discussion", "id withKind withWhom heldOn version"),
  row("DiscussionWritten", "discussion", answering, administratorsElsewhere),
  row("DiscussionConflict", "current", answering, administratorsElsewhere),
  row("HistoryPage", "entries nextBefore", ownLibrary, administratorsElsewhere),
  row("HistoryPage", "canRestore", [...ownLibrary, ...administratorsElsewhere]),
  library("HistoryEntry", "id by openedAt writtenAt version verdict neeLabel body"),
  row("EvidencePage", "items nextAfter", ownLibrary, administratorsElsewhere),
  row("EvidencePage", "total", [...ownLibrary, ...administratorsElsewhere]),
  library(
    "Evidence",
    "id kind title url aboutFrom aboutTo sharing personalDataNote version addedAt addedBy changedAt changedBy removedAt files uses canEdit documentKinds",
  ),
  library("EvidenceFile", "id current versions"),
  library(
    "FileVersion",
    "id name size state refusedFor mediaType preview sha256 uploadedAt uploadedBy",
  ),
  library(
    "EvidenceUse",
    "id evidence cycleId part norm slot page version addedAt addedBy canWrite",
  ),
  row("EvidenceWritten", "evidence", answering, administratorsElsewhere),
  row("EvidenceConflict", "current", answering, administratorsElsewhere),
  row("EvidenceChanged", "evidence", answering, administratorsElsewhere),
  row("EvidenceChangeConflict", "current", answering, administratorsElsewhere),
  row("EvidenceUseWritten", "use", answering, administratorsElsewhere),
  row("EvidenceUseConflict", "current", answering, administratorsElsewhere),
  library(
    "Work",
    "id part kind norm text state assignee dueOn touchedAt plan threads canAssign canSetState",
  ),
  library("SearchResult", "hits counts texts"),
  row("SearchResult", "people", [...ownLibrary, ...administratorsElsewhere]),
  library("SearchHit", "id kind targetId norm part field snippet files at by"),
  library("NormTextHit", "part norm snippet"),
  library("MarkedText", "text marks"),
  library("SearchCount", "kind count"),
  library("CommentThread", "id part comments resolvedAt resolvedBy"),
  library("Comment", "id author at body mentions changedAt removedAt canChange"),
  shown("WorkStateCount", "state count"),

  row("ActivityPage", "entries nextBefore", ownLibrary, administratorsElsewhere),
  library("Activity", "id at by what part changes"),
  library("Change", "field from to"),

  library("OversightPage", "grants preview norms canChange"),
  library("Oversight", "id supportOrganisation level grantedAt grantedBy withdrawnAt"),
  row("OverseenPage", "libraries norms nextAfter", ["adviser"], unshown),
  row("OverseenPage", "total", advisers),
  shown(
    "OverseenLibrary",
    "organisation norms certificateExpiresOn announcedQuarter auditOn submitBefore late lastActiveOn",
  ),
  shown("OverseenNorm", "code toDo inProgress readyToRead done submittedOn"),
  shown("NormTitle", "code title"),

  submitted("Submission", "id submittedAt libraryName norm sha256 document reading"),
  library("WrittenSince", "facts cycle about unmet discussions parts"),
  library("SubmittedSince", "submissionId since"),
  library(
    "SubmissionPreview",
    "hindrance written unwritten ambitions discussions documents undone openThreads",
  ),
  library("PreviewedDocument", "id title parts going filesLeftBehind"),
  library("OpenThread", "id part norm from at waitsForMe"),
  library("Beginning", "ambitions profileChanged colleagues"),
  submitted("Reading", "version libraryName edition profile cycle passages norms"),
  submitted("ProfileReading", "vobMember runsIdo locations"),
  submitted("CycleReading", "certificateExpiresOn announcedQuarter auditOn"),
  submitted(
    "NormReading",
    "code title question wording passages plan evidence discussions indicators questions",
  ),
  submitted(
    "IndicatorReading",
    "code statement verdict explanation neeLabel passages plan evidence",
  ),
  submitted("QuestionReading", "code title statement derived passages evidence"),
  submitted("PassageReading", "field body"),
  submitted("PlanReading", "owner dueOn"),
  submitted("EvidenceReading", "kind title url aboutFrom aboutTo slot page files"),
  submitted("FileReading", "id name mediaType size sha256"),
  submitted("DiscussionReading", "withKind withWhom heldOn"),
  row("SubmissionNotice", "submissionId organisationId libraryName norm submittedAt mandates", [
    "office",
  ]),
  row("PlanningPage", "lines nextAfter total", ["office"]),
  row("PlanningLine", "libraryId libraryName norm versions", ["office"]),
  row("Mandate", "id auditor opensAt closesAt withdrawnAt conflict", ["office"]),

  row("AccessLogPage", "entries nextBefore", logReaders, administratorsElsewhere),
  row(
    "AccessLogEntry",
    "id at readerName readerOrganisation via opened openedFile",
    logReaders,
    administratorsElsewhere,
  ),
];
