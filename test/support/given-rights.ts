import { randomUUID } from "node:crypto";
import { createRowMaker, type Row } from "./rows.ts";
import type { Library, Member, Organisation, World } from "./scenario.ts";

/** What gives somebody outside a library a right to it, as rows; past the services that would make them. */
export interface GivenRights {
  /** @returns the id of an oversight in force, unless `more` says otherwise */
  oversight(library: Library, by: Member, support: Organisation, more?: Row): Promise<string>;
  /** A submission, and the notice of it to a certification body. @returns the submission's id */
  submission(library: Library, by: Member, body: Organisation): Promise<string>;
  /** @returns the id of a mandate in force, unless `more` says otherwise */
  mandate(
    submission: { id: string; library: Library },
    auditor: Member,
    more?: Row,
  ): Promise<string>;
}

const table = (name: string) => ({ schema: "toetssteen", name });

export async function openGivenRights(world: World): Promise<GivenRights> {
  const maker = await createRowMaker(world);
  const add = async (name: string, row: Row) => {
    // Ids go in first, so that what they point to isn't made anew.
    const ids = Object.entries(row).filter(
      (entry): entry is [string, string] => typeof entry[1] === "string",
    );
    const full = { ...(await maker.rowFor(table(name), Object.fromEntries(ids))), ...row };
    await maker.insert(table(name), full);
  };
  const appoint = (id: string, as: string) =>
    world.rows("insert into toetssteen.appointment values ($1, $2) on conflict do nothing", [
      id,
      as,
    ]);
  return {
    async oversight(library, by, support, more = {}) {
      const id = randomUUID();
      await appoint(support.id, "support_organisation");
      await add("oversight", {
        organisation_id: library.id,
        subject_organisation_id: support.id,
        id,
        granted_by: by.id,
        ...more,
      });
      return id;
    },
    async submission(library, by, body) {
      const id = randomUUID();
      await appoint(body.id, "certification_body");
      const of = {
        organisation_id: library.id,
        id,
        cycle_id: library.cycleId,
        submitted_by: by.id,
      };
      await add("submission", of);
      const notice = { organisation_id: body.id, subject_organisation_id: library.id };
      await add("submission_notice", { ...notice, submission_id: id });
      return id;
    },
    async mandate(submission, auditor, { id = randomUUID(), ...more } = {}) {
      await add("mandate", {
        organisation_id: auditor.organisationId,
        subject_organisation_id: submission.library.id,
        id,
        submission_id: submission.id,
        auditor_id: auditor.id,
        given_by: auditor.id,
        ...more,
      });
      return String(id);
    },
  };
}
