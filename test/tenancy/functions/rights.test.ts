import { kinds, opens, type Right } from "@toetssteen/server/rights/kinds";
import type { ScopeOptions } from "@toetssteen/server/tenancy/scope";
import { beforeAll, describe, expect, test } from "vitest";
import { openGivenRights } from "../../support/given-rights.ts";
import { createRowMaker, type Row } from "../../support/rows.ts";
import {
  ask,
  asked,
  openWorld,
  type Library,
  type Member,
  type Organisation,
} from "../../support/scenario.ts";

/** Who has which right, condition by condition: each case differs from one that has it in just one thing. */
const world = await openWorld();
const given = await openGivenRights(world);

let library: Library;
let elsewhere: Library;
let noor: Member;
beforeAll(async () => {
  [library, elsewhere] = [await world.library(), await world.library()];
  noor = await world.member(library, "quality_coordinator");
});

/** Policies ask the functions that go the shortest way; what they say is what the rights are. */
const agreement = `
  select k.kind, q.* from unnest($1::text[]) k (kind), lateral (values
    ('reads', array(select tenancy.reads(k.kind)::text order by 1),
      array(select distinct r.organisation_id::text from tenancy.rights() r where r.kind = k.kind and r.subject_id is null order by 1)),
    ('reads_one', array(select o::text from tenancy.reads_one(k.kind) o order by 1),
      array(select distinct (r.organisation_id, r.subject_id)::text from tenancy.rights() r
        where r.kind = k.kind and r.subject_id is not null order by 1)),
    ('writes', array(select tenancy.writes(k.kind)::text order by 1),
      array(select distinct r.organisation_id::text from tenancy.rights() r where r.kind = k.kind and r.writes order by 1))
  ) q (called, says, by_rights) where says <> by_rights`;

const rightsUnder = async (options: ScopeOptions): Promise<string[]> => {
  expect(await ask(world.scopes, options, agreement, [kinds])).toEqual([]);
  const rows = await ask<{
    of: string;
    via: string;
    kind: string;
    writes: boolean;
    one: string | null;
  }>(
    world.scopes,
    options,
    `select organisation_id as of, via, kind, writes, subject_id as one from tenancy.rights()`,
  );
  return rows
    .map(
      ({ of, via, kind, writes, one }) =>
        `${of} ${via} ${writes ? "writes" : "reads"} ${kind} ${one ?? ""}`,
    )
    .toSorted();
};
/** What a right opens at an organisation, by the list of kinds. */
const opened = (at: Organisation, right: Right, one = ""): string[] =>
  opens[right].reads.map(
    (kind) =>
      `${at.id} ${right} ${opens[right].writes.includes(kind) ? "writes" : "reads"} ${kind} ${one}`,
  );

describe("tenancy.standing(), tenancy.rights(), tenancy.reads(), tenancy.reads_one() and tenancy.writes() of a member", () => {
  test("are those of the member's own roles, at the organisation under the hat", async () => {
    const member = await world.member(library, "colleague", "director");
    await world.membership(member, elsewhere, ["administrator"]);
    const expected = [...opened(library, "colleague"), ...opened(library, "director")];
    expect(await rightsUnder(asked(member, "read"))).toEqual(expected.toSorted());
    const both = { subjects: [library.id, elsewhere.id] };
    expect(await rightsUnder(asked(member, "read", both))).toEqual(expected.toSorted());
    expect(await rightsUnder(asked(member, "read", { ...both, hat: elsewhere.id }))).toEqual(
      opened(elsewhere, "administrator").toSorted(),
    );
  });

  test("are none without the organisation among the subjects, or for whom has left", async () => {
    const member = await world.member(library, "administrator");
    expect(await rightsUnder(asked(member, "read", { subjects: [elsewhere.id] }))).toEqual([]);
    expect(await rightsUnder(asked(member, "read", { subjects: [] }))).toEqual([]);
    await world.rows("update toetssteen.membership set ended_at = now() where person_id = $1", [
      member.id,
    ]);
    expect(await rightsUnder(asked(member, "read"))).toEqual([]);
  });

  test("open the kinds that are asked about, and writing where they write", async () => {
    const reader = await world.member(library, "reader");
    const of = async (call: string) =>
      (
        await ask<{ id: string }>(
          world.scopes,
          asked(reader, "read"),
          `select * from ${call} as ids (id)`,
        )
      ).map(({ id }) => id);
    expect(await of("tenancy.reads('answers')")).toEqual([library.id]);
    expect(await of("tenancy.reads('log')")).toEqual([]);
    expect(await of("(select organisation_id from tenancy.reads_one('answers'))")).toEqual([]);
    expect(await of("tenancy.writes('answers')")).toEqual([]);
    const colleague = await world.member(library, "colleague");
    const writes = (kind: string) =>
      ask(world.scopes, asked(colleague, "read"), "select tenancy.writes($1) as id", [kind]);
    expect(await writes("answers")).toEqual([{ id: library.id }]);
    expect(await writes("members")).toEqual([]);
  });
});

describe("tenancy.standing(), tenancy.rights() and tenancy.reads() by oversight", () => {
  let support: Organisation;
  let adviser: Member;
  const under = (by: Member, other: Partial<ScopeOptions> = {}) =>
    rightsUnder(asked(by, "read", { hat: support.id, subjects: [library.id], ...other }));
  beforeAll(async () => {
    support = await world.organisation();
    adviser = await world.member(support, "adviser");
    await given.oversight(library, noor, support);
  });

  test("are an adviser's, to the libraries that are named and let the hat look", async () => {
    expect(await under(adviser)).toEqual(opened(library, "oversight:progress").toSorted());
    expect(await under(adviser, { subjects: [elsewhere.id] })).toEqual([]);
    expect(await under(adviser, { subjects: [] })).toEqual([]);
  });

  test("are nobody's who isn't adviser there now, under that hat", async () => {
    expect(await under(await world.member(support, "administrator"))).toEqual([]);
    expect(await under(await world.member(elsewhere, "adviser"))).toEqual([]);
    expect(await under(adviser, { hat: elsewhere.id })).toEqual([]);
    expect(await under(adviser, { hat: null })).toEqual([]);
    const other = await world.organisation();
    expect(await under(await world.member(other, "adviser"), { hat: other.id })).toEqual([]);
    const left = await world.member(support, "adviser");
    await world.rows("update toetssteen.membership set ended_at = now() where person_id = $1", [
      left.id,
    ]);
    expect(await under(left)).toEqual([]);
  });

  test("end when the oversight is withdrawn", async () => {
    const withdrawn = await world.library();
    const by = await world.member(withdrawn, "administrator");
    await given.oversight(withdrawn, by, support, { withdrawn_at: new Date() });
    expect(await under(adviser, { subjects: [withdrawn.id] })).toEqual([]);
  });
});

describe("tenancy.standing(), tenancy.rights(), tenancy.reads() and tenancy.reads_one() by mandate", () => {
  let body: Organisation;
  let auditor: Member;
  let submission: { id: string; library: Library };
  const under = (by: Member, hat: string, other: Partial<ScopeOptions> = {}) =>
    rightsUnder(asked(by, "read", { hat, subjects: [library.id], ...other }));
  const day = 86_400_000;
  const from = (days: number) => new Date(Date.now() + days * day);
  beforeAll(async () => {
    body = await world.organisation();
    auditor = await world.member(body, "auditor");
    submission = { library, id: await given.submission(library, noor, body) };
  });

  test("are the auditor's to one submission, while the mandate runs and is the hat", async () => {
    const mandate = await given.mandate(submission, auditor);
    expect(await under(auditor, mandate)).toEqual(opened(library, "mandate", submission.id));
    expect(await under(auditor, mandate, { subjects: [elsewhere.id] })).toEqual([]);
    expect(await under(auditor, mandate, { subjects: [] })).toEqual([]);
    expect(await under(auditor, body.id)).toEqual([]);
    const ones = (kind: string) =>
      ask(
        world.scopes,
        asked(auditor, "read", { hat: mandate, subjects: [library.id] }),
        "select * from tenancy.reads_one($1)",
        [kind],
      );
    expect(await ones("submission")).toEqual([
      { organisation_id: library.id, subject_id: submission.id },
    ]);
    expect(await ones("answers")).toEqual([]);
  });

  test.each<[string, () => Row]>([
    ["has not begun", () => ({ opens_at: from(1) })],
    ["is over", () => ({ closes_at: from(-1) })],
    ["was withdrawn", () => ({ withdrawn_at: from(-1) })],
  ])("are none when it %s", async (_what, state) => {
    expect(await under(auditor, await given.mandate(submission, auditor, state()))).toEqual([]);
  });

  test("are nobody's but the auditor's, and not when that is no auditor there any more", async () => {
    const mandate = await given.mandate(submission, auditor);
    expect(await under(await world.member(body, "auditor"), mandate)).toEqual([]);
    const moved = await world.member(body, "auditor");
    const theirs = await given.mandate(submission, moved);
    expect(await under(moved, theirs)).toHaveLength(1);
    const now = (state: string) =>
      world.rows(`update toetssteen.membership set ${state} where person_id = $1`, [moved.id]);
    await world.membership(moved, elsewhere, ["auditor"]);
    await world.rows(
      "update toetssteen.membership set roles = '{office}' where person_id = $1 and organisation_id = $2",
      [moved.id, body.id],
    );
    expect(await under(moved, theirs)).toEqual([]);
    await now("roles = '{auditor}', ended_at = null");
    expect(await under(moved, theirs)).toHaveLength(1);
    await world.rows(
      "update toetssteen.membership set ended_at = now() where person_id = $1 and organisation_id = $2",
      [moved.id, body.id],
    );
    expect(await under(moved, theirs)).toEqual([]);
  });

  test("open one row of toetssteen.submission and its rows of toetssteen.submission_file, never all that the library has", async () => {
    const mandate = await given.mandate(submission, auditor);
    const maker = await createRowMaker(world);
    const file = { schema: "toetssteen", name: "submission_file" };
    for (const id of [submission.id, await given.submission(library, noor, body)])
      await maker.insert(
        file,
        await maker.rowFor(file, { organisation_id: library.id, submission_id: id }),
      );
    const options = asked(auditor, "read", { hat: mandate, subjects: [library.id] });
    const seen = (sql: string) => ask<{ id: string }>(world.scopes, options, sql);
    expect(await seen("select tenancy.reads('submission')")).toEqual([]);
    const one = [{ id: submission.id }];
    expect(await seen("select id from toetssteen.submission")).toEqual(one);
    expect(await seen("select submission_id as id from toetssteen.submission_file")).toEqual(one);
  });
});
