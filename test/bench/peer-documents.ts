const member = (relation: string) => `membershipByOrganisationIdAnd${relation} { personId name }`;
const files = "currentFilesList { rowId firstId state }";
const work = `part state ${member("AssigneeId")}`;
const answer = `indicator verdict neeLabel explanation version changedAt ${member("ChangedBy")}`;
const comment = `rowId at body changedAt removedAt mentionedList { personId name } ${member("AuthorId")}`;

const spoken = `rowId part at removedAt mentions ${member("AuthorId")}`;

/** What PostGraphile is asked, in the schema that it makes of our tables: the same as our pages ask. */
export const peerDocuments = {
  page: `query Page($organisationId: UUID!, $parts: [String]!, $norm: String!, $norms: [String]!) {
    cycle: benchOpenCycle(ofOrganisation: $organisationId) {
      rowId
      answers: answersOfList(ofParts: $parts) { ${answer} }
      passages: passagesOfList(ofParts: $parts) { part field body version changedAt ${member("ChangedBy")} }
      plans: plansOfList(ofParts: $parts) { part dueOn version ${member("OwnerId")} }
      discussions: discussionsOfList(ofParts: $norms) { rowId withKind withWhom heldOn version }
      work: workOfList(ofParts: $parts) { ${work} dueOn }
      uses: usesOfList(ofParts: $parts) {
        rowId part slot page version
        evidenceByOrganisationIdAndEvidenceId { rowId kind title sharing ${files} }
      }
      threads: threadsOfList(ofParts: $parts) {
        part resolvedAt ${member("ResolvedBy")} ${comment}
        more: commentsByOrganisationIdAndThreadIdList { ${comment} }
      }
    }
    norm: benchNormByCode(code: $norm) {
      code title question
      indicators: benchIndicatorsByNormList { code statement guidance placeholder }
      questions: benchQuestionsByNormList { code title statement slots: benchSlotsByQuestionList { code label } }
    }
  }`,
  home: `query Home($organisationId: UUID!) {
    cycle: benchOpenCycle(ofOrganisation: $organisationId) {
      rowId certificateExpiresOn announcedQuarter auditOn
      organisationByOrganisationId { rowId name }
      answers: indicatorAnswersByOrganisationIdAndCycleIdList { indicator verdict }
      work: progressesByOrganisationIdAndCycleIdList { ${work} dueOn }
      plans: plansByOrganisationIdAndCycleIdList { part dueOn ${member("OwnerId")} }
      beginning { ambitions profileChanged colleagues }
      openThreads: openThreadsList { ${spoken} more: commentsByOrganisationIdAndThreadIdList { ${spoken} } }
      submissions: submittedList { rowId norm submittedAt }
    }
    norms: allBenchNormsList { code title indicators: benchIndicatorsByNormList { code } }
  }`,
  evidence: `query Evidence($organisationId: UUID!, $first: Int!) {
    total: benchEvidenceCount(ofOrganisation: $organisationId)
    items: benchEvidencePageList(ofOrganisation: $organisationId, most: $first) {
      rowId kind title sharing aboutFrom aboutTo addedAt removedAt ${files} uses: currentUsesList { rowId part page }
    }
  }`,
  members: `mutation Members($input: BenchOpenMembersInput!) {
    benchOpenMembers(input: $input) { result { total hasMore libraries } }
  }`,
  search: `query Search($organisationId: UUID!, $words: [String]!) {
    hits: benchSearchList(ofOrganisation: $organisationId, ofWords: $words, most: 50) {
      kind rowId targetId part field pieces(words: $words) at total byWhom
    }
  }`,
  answer: `mutation Answer($input: BenchAnswerIndicatorInput!) {
    benchAnswerIndicator(input: $input) { result { written answer { ${answer} } work { ${work} } } }
  }`,
} as const;
