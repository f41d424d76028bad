import { randomUUID } from "node:crypto";
import { roles } from "@toetssteen/server/rights/kinds";
import type { Leaf } from "./operations.ts";
import { createRowMaker, type Row, type RowMaker } from "./rows.ts";
import type { Member, Organisation, World } from "./scenario.ts";

/** An organisation with a row in every table, and somebody with every role in it. */
export interface FilledTenant extends Organisation {
  readonly member: Member;
  readonly rows: ReadonlyMap<string, Row>;
  /** The other side of its two-sided rows; appointed, so that everybody can find it. */
  readonly partner: Organisation;
  /** The id that this organisation would send in that place: of what it has, or a new one. */
  readonly idFor: (leaf: Leaf) => string;
  /** The id of what it has of that kind. */
  readonly knownId: (leaf: Leaf) => string;
}

export interface TenantMaker {
  readonly maker: RowMaker;
  tenant(): Promise<FilledTenant>;
}

/** Which row an argument names. A new argument that takes an id needs an entry; the tests then say which. */
const named: Readonly<Record<string, readonly [table: string, column: string]>> = {
  "Query.accessLog.before": ["access_log", "id"],
  "Query.activity.before": ["activity", "id"],
  "Query.submission.id": ["submission", "id"],
  "Query.writtenSince.id": ["submission", "id"],
  "InvitationInput.id": ["invitation", "id"],
  "InviteMemberInput.id": ["invitation", "id"],
  "GrantOversightInput.id": ["oversight", "id"],
  "GiveMandateInput.id": ["mandate", "id"],
  "SubmitNormInput.id": ["submission", "id"],
  "WithdrawOversightInput.id": ["oversight", "id"],
  "WithdrawMandateInput.id": ["mandate", "id"],
  "GiveMandateInput.submissionId": ["submission_notice", "submission_id"],
  "GiveMandateInput.libraryId": ["submission_notice", "subject_organisation_id"],
  "GiveMandateInput.auditorId": ["everybody", "id"],
  "GrantOversightInput.supportOrganisationId": ["oversight", "subject_organisation_id"],
  "MemberInput.personId": ["membership", "person_id"],
  "ChangeRolesInput.personId": ["membership", "person_id"],
  "AddCommentInput.id": ["comment", "id"],
  "AddCommentInput.threadId": ["comment", "id"],
  "AddCommentInput.mentions": ["membership", "person_id"],
  "ChangeCommentInput.id": ["comment", "id"],
  "ChangeCommentInput.mentions": ["membership", "person_id"],
  "RemoveCommentInput.id": ["comment", "id"],
  "ResolveThreadInput.id": ["comment", "id"],
  "AssignInput.assigneeId": ["membership", "person_id"],
  "GivenPartInput.assigneeId": ["membership", "person_id"],
  "SetPlanInput.ownerId": ["membership", "person_id"],
  "WriteDiscussionInput.id": ["discussion", "id"],
  "RemoveDiscussionInput.id": ["discussion", "id"],
  "Query.evidence.after": ["evidence", "id"],
  "Query.evidenceItem.id": ["evidence", "id"],
  "EvidenceFilter.sameFileAs": ["evidence_file", "id"],
  "WriteEvidenceInput.id": ["evidence", "id"],
  "RemoveEvidenceInput.id": ["evidence", "id"],
  "WriteEvidenceUseInput.id": ["evidence_use", "id"],
  "WriteEvidenceUseInput.evidenceId": ["evidence", "id"],
  "RemoveEvidenceUseInput.id": ["evidence_use", "id"],
  "ChangedEvidence.id": ["evidence", "id"],
  "RemoveEvidenceItemsInput.ids": ["evidence", "id"],
  "AddedEvidenceUse.id": ["evidence_use", "id"],
  "AddedEvidenceUse.evidenceId": ["evidence", "id"],
  "RemoveEvidenceUsesInput.ids": ["evidence_use", "id"],
  "StartUploadInput.id": ["evidence_file", "id"],
  "StartUploadInput.evidenceId": ["evidence", "id"],
  "StartUploadInput.fileId": ["evidence_file", "id"],
  "FinishUploadInput.id": ["evidence_file", "id"],
  "RemoveFileInput.id": ["evidence_file", "id"],
  cycleId: ["cycle", "id"],
  organisationId: ["organisation", "id"],
};

/** @param text what stands in every column that takes any text, and in every name */
export async function createTenantMaker(world: World, text: string): Promise<TenantMaker> {
  const maker = await createRowMaker(world, text);
  const partner = await world.organisation(text);
  await world.rows("insert into toetssteen.appointment values ($1, 'support_organisation')", [
    partner.id,
  ]);
  return {
    maker,
    async tenant() {
      const home = await world.organisation(text);
      const rows = new Map(await maker.fill(home.id, partner.id));
      rows.set("toetssteen.organisation", { id: home.id });
      const person = await world.person(text);
      await world.membership(person, home, roles);
      // A comment is changed only by who wrote it.
      await world.rows("update toetssteen.comment set author_id = $2 where organisation_id = $1", [
        home.id,
        person.id,
      ]);
      rows.set("toetssteen.everybody", { id: person.id });
      const member = { ...person, organisationId: home.id, token: await world.session(person) };
      const knownId = (leaf: Leaf): string => {
        const [table, column] = named[leaf.place] ?? named[leaf.path.at(-1) ?? ""] ?? [];
        const value = table && rows.get(`toetssteen.${table}`)?.[column ?? ""];
        if (typeof value !== "string")
          throw new Error(`Say in test/support/tenant.ts which row ${leaf.place} names.`);
        return value;
      };
      const idFor = (leaf: Leaf) => (leaf.isNew ? randomUUID() : knownId(leaf));
      return { ...home, member, rows, partner, idFor, knownId };
    },
  };
}
