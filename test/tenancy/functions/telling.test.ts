import { randomUUID } from "node:crypto";
import { beforeEach, describe, expect, test } from "vitest";
import { openGivenRights } from "../../support/given-rights.ts";
import {
  asked,
  openWorld,
  type Library,
  type Member,
  type Organisation,
  type Query,
} from "../../support/scenario.ts";
import { addressOf, openWaitingJobs } from "../../support/waiting-jobs.ts";

/** Who is told of what another organisation did, and who isn't; each case differs from another in just one thing. */
const world = await openWorld();
const given = await openGivenRights(world);
const { waiting, addressed } = openWaitingJobs(world);

let library: Library;
let noor: Member;
beforeEach(async () => {
  await world.rows("delete from graphile_worker._private_jobs");
  library = await world.library();
  noor = await world.member(library, "administrator", "quality_coordinator");
});

/** What somebody would put into the queue who could write every row; undone. */
const underHat = (by: Member, at: Organisation, work: (query: Query) => Promise<unknown>) =>
  world.asAdmin(async (query) => {
    await query(
      "select set_config('app.principal', 'session:' || $1, true), set_config('app.hat', $2, true), set_config('app.subject', $2, true)",
      [by.token, at.id],
    );
    await work(query);
    return query("select payload from graphile_worker._private_jobs");
  });

describe("tenancy.tell_of_oversight()", () => {
  let support: Organisation;
  let told: Member[];
  beforeEach(async () => {
    support = await world.organisation();
    told = [
      await world.member(support, "adviser"),
      await world.member(support, "administrator"),
      await world.member(library, "administrator"),
    ];
    await world.member(support, "office");
    await world.member(library, "director");
    await world.member(await world.organisation(), "adviser", "administrator");
    for (const at of [support, library]) {
      const left = await world.member(at, "administrator");
      await world.rows("update toetssteen.membership set ended_at = now() where person_id = $1", [
        left.id,
      ]);
    }
  });
  const grant = `insert into toetssteen.oversight (organisation_id, id, subject_organisation_id, level, granted_by, granted_at, withdrawn_at)
    values ($1, $2, $3, 'progress', $4, case when $5 then now() else '2020-01-01' end, case when $6 then now() end)`;
  const tell = async (
    by: Member,
    {
      now = true,
      withdrawn = false,
      of = noor,
      about,
    }: { now?: boolean; withdrawn?: boolean; of?: Member; about?: string } = {},
  ) => {
    const id = randomUUID();
    await world.scopes.inScope(asked(by, "write"), async (scope) => {
      // As the owner would: who may grant is not what is asked here.
      await scope.sql("", grant, [library.id, id, support.id, of.id, now, withdrawn]);
      await scope.sql("", "select tenancy.tell_of_oversight($1)", [about ?? id]);
      return { value: undefined, keep: true };
    });
    return addressed();
  };

  test("tells who may look from now on, and the library's other administrators", async () => {
    await world.membership(noor, await world.library(), ["reader"]);
    expect(await tell(noor)).toEqual(told.map(addressOf).toSorted());
    const about = {
      libraryName: library.name,
      supportOrganisationName: support.name,
      grantedBy: noor.name,
    };
    const letters = (await waiting()).map(({ payload }) => payload.payload);
    const [adviser, , administrator] = told.map((each) =>
      letters.find(({ to }) => to === addressOf(each)),
    );
    expect(adviser).toMatchObject({
      template: "oversight-received",
      values: { ...about, page: `/o/${support.id}/leden` },
    });
    expect(administrator).toMatchObject({
      template: "oversight-granted",
      values: { ...about, page: `/o/${library.id}/meekijken` },
    });
  });

  test.each([
    ["was granted before", { now: false }],
    ["is withdrawn", { withdrawn: true }],
    ["isn't there", { about: randomUUID() }],
  ])("tells nobody of one that %s", async (_what, state) => {
    expect(await tell(noor, state)).toEqual([]);
  });

  test("tells nobody of another library's under this one's hat, though the same person granted both", async () => {
    const elsewhere = await world.library();
    await world.membership(noor, elsewhere, ["administrator"]);
    const id = randomUUID();
    const told = await underHat(noor, library, async (query) => {
      await query(grant, [elsewhere.id, id, support.id, noor.id, true, false]);
      return query("select tenancy.tell_of_oversight($1)", [id]);
    });
    expect(told).toEqual([]);
  });

  test("tells nobody of what another granted", async () => {
    expect(await tell(noor, { of: told[2]! })).toEqual([]);
  });
});

describe("tenancy.tell_of_submission()", () => {
  let body: Organisation;
  let office: Member;
  beforeEach(async () => {
    body = await world.organisation();
    office = await world.member(body, "office");
    await world.member(body, "auditor");
    await world.member(await world.organisation(), "office");
    const left = await world.member(body, "office");
    await world.rows("update toetssteen.membership set ended_at = now() where person_id = $1", [
      left.id,
    ]);
  });
  const notice = `insert into toetssteen.submission_notice
      (organisation_id, subject_organisation_id, submission_id, library_name, norm, submitted_at)
    values ($1, $2, $3, 'Zeegras', '4', case when $4 then now() else '2020-01-01' end)`;
  /** Makes the notice in the transaction that tells of it, unless it is of another day. */
  const tell = async (by: Member, at: Library, now = true, about?: string) => {
    const id = await given.submission(at, noor, await world.organisation());
    await world.scopes.inScope(
      asked(by, "write", { hat: at.id, subjects: [at.id] }),
      async (scope) => {
        await scope.sql("", notice, [body.id, at.id, id, now]);
        await scope.sql("", "select tenancy.tell_of_submission($1)", [about ?? id]);
        return { value: undefined, keep: true };
      },
    );
    return addressed();
  };

  test("tells the offices of the certification bodies that have its notice, by whom", async () => {
    await world.member(library, "reader");
    await world.membership(noor, await world.library(), ["reader"]);
    expect(await tell(noor, library)).toEqual([addressOf(office)]);
    const values = { libraryName: "Zeegras", submittedBy: noor.name };
    expect(await waiting()).toMatchObject([{ payload: { payload: { values } } }]);
  });

  test("tells nobody of one that was made before, or isn't there", async () => {
    expect(await tell(noor, library, false)).toEqual([]);
    expect(await tell(noor, library, true, randomUUID())).toEqual([]);
  });

  test("tells nobody of another library's under this one's hat, though the same person is in both", async () => {
    const elsewhere = await world.library();
    await world.membership(noor, elsewhere, ["quality_coordinator"]);
    const id = await given.submission(elsewhere, noor, await world.organisation());
    const told = await underHat(noor, library, async (query) => {
      await query(notice, [body.id, elsewhere.id, id, true]);
      return query("select tenancy.tell_of_submission($1)", [id]);
    });
    expect(told).toEqual([]);
  });
});
