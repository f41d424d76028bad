import { randomUUID } from "node:crypto";
import type { Api } from "../support/app.ts";
import { shelf, uploaded } from "./fixture-evidence.ts";
import { invite, texts } from "./fixture-rows.ts";
import type { Fixture } from "./fixture.ts";
import { ownLibrary, type Right } from "./right-by-field.table.ts";

/**
 * The variables of a field document, so that whoever may ask finds something: what a mutation makes is there already
 * wherever asking again changes nothing.
 */
export type Inputs = (right: Right, path: readonly string[], variable: string) => Promise<unknown>;

export function inputsFor(fixture: Fixture<Api>): Inputs {
  const { world, library, ids } = fixture;
  const invited = new Map<Right, string>();
  const given = new Map<Right, string>();
  const commented = new Map<Right, string>();
  const begun = new Map<Right, string>();
  const sent = new Map<Right, string>();
  const idOf = (of: Map<Right, string>, right: Right) => {
    const id = of.get(right) ?? randomUUID();
    of.set(right, id);
    return id;
  };

  const versionOf = async (table: string, where: string, values: readonly string[]) => {
    const [row] = await world.rows<{ version: number }>(
      `select version from toetssteen.${table} where ${where}`,
      values,
    );
    return row?.version ?? 1;
  };

  const acceptable = async (right: Right): Promise<string> => {
    const { person } = fixture.personas[right];
    const token = randomUUID();
    if (!person || belongsNowhere.has(right)) return token;
    const elsewhere = await world.organisation();
    const manager = await world.member(elsewhere, "administrator");
    const email = `${person.id}@example.org`;
    await invite(world, elsewhere, manager, "administrator", { id: randomUUID(), token, email });
    return token;
  };

  const stale = (path: readonly string[]) => path.some((field) => /Conflict\./.test(field));

  const inputOf = async (right: Right, path: readonly string[]): Promise<object> => {
    const { about } = fixture.personas[right];
    const organisationId = about.organisation.id;
    switch (path[0]) {
      case "Mutation.answerIndicator": {
        const version = await versionOf(
          "indicator_answer",
          "organisation_id = $1 and indicator = '4.1'",
          [library.id],
        );
        return {
          organisationId,
          cycleId: library.cycleId,
          indicator: "4.1",
          verdict: "JA",
          neeLabel: "NOT_YET",
          explanation: `Van ${right}.`,
          baseVersion: stale(path) ? 999 : version,
        };
      }
      case "Mutation.writePassage": {
        const version = await versionOf("passage", "organisation_id = $1 and part = '4.1'", [
          library.id,
        ]);
        const baseVersion = stale(path) ? 999 : version;
        return {
          organisationId,
          cycleId: library.cycleId,
          part: "4.1",
          field: "REASON",
          body: `Van ${right}.`,
          baseVersion,
        };
      }
      case "Mutation.setPlan": {
        const version = await versionOf("plan", "organisation_id = $1 and part = '4.1'", [
          library.id,
        ]);
        const baseVersion = stale(path) ? 999 : version;
        const dueOn = `20${String(60 + (version % 30))}-01-01`;
        return {
          organisationId,
          cycleId: library.cycleId,
          part: "4.1",
          ownerId: fixture.owner.id,
          dueOn,
          baseVersion,
        };
      }
      case "Mutation.writeDiscussion": {
        const version = await versionOf("discussion", "organisation_id = $1 and id = $2", [
          library.id,
          texts.discussion,
        ]);
        const baseVersion = stale(path) ? 999 : version;
        return {
          organisationId,
          id: texts.discussion,
          cycleId: library.cycleId,
          norm: "4",
          withKind: "PARTNER",
          withWhom: `Van ${right}.`,
          heldOn: "2098-02-01",
          baseVersion,
        };
      }
      case "Mutation.removeDiscussion":
        return { organisationId, id: texts.discussion, removed: false };
      case "Mutation.writeEvidence": {
        const version = await versionOf("evidence", "organisation_id = $1 and id = $2", [
          library.id,
          shelf.item,
        ]);
        return {
          organisationId,
          id: shelf.item,
          kind: "FILES",
          title: `Van ${right}`,
          aboutFrom: "2098-01-01",
          aboutTo: "2098-12-31",
          sharing: "SHARED",
          personalDataNote: "Geen.",
          baseVersion: stale(path) ? 999 : version,
        };
      }
      case "Mutation.removeEvidence":
        return { organisationId, id: shelf.item, removed: false };
      case "Mutation.writeEvidenceUse": {
        const version = await versionOf("evidence_use", "organisation_id = $1 and id = $2", [
          library.id,
          shelf.use,
        ]);
        return {
          organisationId,
          id: shelf.use,
          evidenceId: shelf.item,
          cycleId: library.cycleId,
          part: "4.1",
          page: `Van ${right}`,
          baseVersion: stale(path) ? 999 : version,
        };
      }
      case "Mutation.removeEvidenceUse":
        return { organisationId, id: shelf.use, removed: false };
      case "Mutation.changeEvidence": {
        const becomes = { sharing: "SHARED", aboutFrom: "2098-01-01", aboutTo: "2098-12-31" };
        // What stands is what it becomes, or is neither.
        const other = stale(path) ? "2097-01-01" : becomes.aboutFrom;
        const was = { ...becomes, aboutFrom: stale(path) ? "2096-01-01" : becomes.aboutFrom };
        return {
          organisationId,
          items: [{ id: shelf.item, was, becomes: { ...becomes, aboutFrom: other } }],
        };
      }
      case "Mutation.removeEvidenceItems":
        return { organisationId, ids: [shelf.item], removed: false };
      case "Mutation.addEvidenceUses":
        return {
          organisationId,
          cycleId: library.cycleId,
          uses: [
            {
              id: randomUUID(),
              evidenceId: shelf.item,
              part: "4.1",
              page: "Bladzijde 4",
              slot: null,
            },
          ],
        };
      case "Mutation.removeEvidenceUses":
        return { organisationId, ids: [shelf.use], removed: false };
      case "Mutation.startUpload":
        return {
          organisationId,
          id: idOf(begun, right),
          evidenceId: shelf.item,
          fileId: null,
          name: "partners.pdf",
          size: 12,
        };
      case "Mutation.finishUpload": {
        const id = idOf(sent, right);
        const { person } = fixture.personas[right];
        if (person && about.organisation.id === library.id && byLibrary.has(right))
          await uploaded(world, library, person, id);
        return { organisationId, id };
      }
      case "Mutation.removeFile":
        return { organisationId, id: shelf.file, removed: false };
      case "Mutation.setWorkState":
        return { organisationId, cycleId: library.cycleId, part: "4.1", state: "IN_PROGRESS" };
      case "Mutation.setWorkStates":
        return {
          organisationId,
          cycleId: library.cycleId,
          parts: [{ part: "4.1", state: "IN_PROGRESS" }],
        };
      case "Mutation.assignParts":
        return {
          organisationId,
          cycleId: library.cycleId,
          parts: [{ part: "4.V3", assigneeId: fixture.owner.id }],
        };
      case "Mutation.assign":
        return {
          organisationId,
          cycleId: library.cycleId,
          part: "4.V3",
          assigneeId: fixture.owner.id,
        };
      case "Mutation.addComment":
        return {
          organisationId,
          id: idOf(commented, right),
          cycleId: library.cycleId,
          part: "4.1",
          threadId: texts.thread,
          body: `Van ${right}.`,
          mentions: [],
        };
      case "Mutation.changeComment":
        return {
          organisationId,
          id: idOf(commented, right),
          body: `Van ${right}.`,
          mentions: [],
        };
      case "Mutation.removeComment":
        return { organisationId, id: idOf(commented, right), removed: false };
      case "Mutation.resolveThread":
        return { organisationId, id: texts.thread, resolved: true };
      case "Mutation.changeProfile":
        return {
          organisationId,
          vobMember: true,
          runsIdo: true,
          locations: stale(path) ? 5 : 4,
          baseVersion: stale(path) ? 999 : 1,
        };
      case "Mutation.changeRoles": {
        const personId = about.stays.id;
        const version = await versionOf("membership", "organisation_id = $1 and person_id = $2", [
          organisationId,
          personId,
        ]);
        return {
          organisationId,
          personId,
          roles: [about.role.toUpperCase()],
          baseVersion: stale(path) ? 999 : version,
        };
      }
      case "Mutation.endMembership":
        return { organisationId, personId: about.left.id };
      case "Mutation.restoreMembership":
        return { organisationId, personId: about.stays.id };
      case "Mutation.inviteMember": {
        const id = idOf(invited, right);
        const roles = [about.role.toUpperCase()];
        return { organisationId, id, email: `${id}@example.org`, name: "Nieuw", roles };
      }
      case "Mutation.changeName":
        return { name: "Anna Nieuwland" };
      case "Mutation.withdrawInvitation":
        return { organisationId, id: about.invitation.withdrawn };
      case "Mutation.grantOversight":
        return {
          organisationId,
          id: ids.oversight,
          supportOrganisationId: (organisationId === library.id ? fixture.support : fixture.lonely)
            .id,
          level: "PROGRESS",
        };
      case "Mutation.withdrawOversight":
        return { organisationId, id: ids.withdrawnOversight };
      case "Mutation.submitNorm":
        return { organisationId, id: ids.submission, cycleId: library.cycleId, norm: "4" };
      case "Mutation.giveMandate":
        return {
          organisationId,
          id: idOf(given, right),
          libraryId: library.id,
          submissionId: ids.submission,
          auditorId: fixture.spareAuditor.id,
          opensAt: "2090-01-01T00:00:00Z",
          closesAt: "2091-01-01T00:00:00Z",
        };
      case "Mutation.withdrawMandate":
        return { organisationId, id: ids.withdrawnMandate };
      default:
        throw new Error(`Say in mutation-inputs.ts what ${path[0]} takes.`);
    }
  };

  return async (right, path, variable) => {
    switch (variable) {
      case "organisationId":
        return fixture.personas[right].about.organisation.id;
      case "id":
        return path[0] === "Query.evidenceItem" ? shelf.removedLink : ids.submission;
      case "cycleId":
        return library.cycleId;
      case "part":
        return "4.1";
      case "norm":
        // Nothing was written since the one of norm 7, so that something holds it back.
        return path.includes("SubmissionPreview.hindrance") ? "7" : "4";
      case "first":
        // Of documents only the one with files has all of its fields.
        return path[0] === "Query.search" ? 50 : 1;
      case "text":
        // Stands in a text of every kind.
        return "t";
      case "token":
        return path[0] === "Mutation.acceptInvitation"
          ? acceptable(right)
          : fixture.invitationToken;
      case "input":
        return inputOf(right, path);
      default:
        throw new Error(`Say in mutation-inputs.ts what to pass for ${variable} of ${path[0]}.`);
    }
  };
}

const byLibrary = new Set<Right>(ownLibrary);
const belongsNowhere = new Set<Right>([
  "member who was removed",
  "auditor who left the certification body",
]);
