import { beforeAll, describe, expect, test } from "vitest";
import { openGivenRights } from "../../support/given-rights.ts";
import { ask, asked, openWorld, type Library, type Member } from "../../support/scenario.ts";

/** From a secret to who asks: each function that rights come from looks it up by itself. */
const world = await openWorld();
const given = await openGivenRights(world);

let library: Library;
let noor: Member;
beforeAll(async () => {
  library = await world.library();
  noor = await world.member(library, "quality_coordinator");
});

describe("tenancy.person()", () => {
  const person = async (token: string) =>
    (
      await ask<{ id: string | null }>(
        world.scopes,
        asked({ ...noor, token }, "read"),
        "select tenancy.person() as id",
      )
    )[0]?.id;

  test("is who has a session that hasn't run out", async () => {
    expect(await person(noor.token)).toBe(noor.id);
    await world.session(noor);
    expect(await person(noor.token)).toBe(noor.id);
    expect(await person(await world.session(noor, { expired: true }))).toBe(null);
    expect(await person("a token of nobody's")).toBe(null);
  });

  test("is nobody when the secret isn't said to be a session's", async () => {
    const find = (kind: string) =>
      world.asAdmin(async (query) => {
        await query("select set_config('app.principal', $1, true)", [`${kind}:${noor.token}`]);
        return query("select tenancy.person() as id");
      });
    expect(await find("session")).toEqual([{ id: noor.id }]);
    expect(await find("webhook")).toEqual([{ id: null }]);
  });
});

describe("tenancy.standing(), tenancy.reads(), tenancy.reads_one() and tenancy.writes()", () => {
  /** Which of them give anything to whoever says this. */
  const giving = (principal: string, hat: string, mandate = "", of = noor) =>
    world.asAdmin(async (query) => {
      await query(
        `select set_config('app.principal', $1, true), set_config('app.hat', $2, true), set_config('app.mandate', $3, true),
           set_config('app.subject', $4, true)`,
        [principal, hat, mandate, library.id],
      );
      if (mandate !== "")
        await query(
          `insert into toetssteen.access_log (organisation_id, id, reader_id, reader_name, reader_organisation_id,
             reader_organisation_name, via, right_id, opened)
           values ($1, uuidv7(), $2, '', $3, '', 'mandate', $4, 'submission')`,
          [library.id, of.id, of.organisationId, mandate],
        );
      const [found] = await query<Record<string, boolean>>(
        `select exists (select from tenancy.standing()) as standing, exists (select from tenancy.reads('answers')) as reads,
           exists (select from tenancy.reads_one('submission')) as one, exists (select from tenancy.writes('answers')) as writes`,
      );
      return Object.keys(found!).filter((name) => found![name]);
    });

  test("give nothing to a session that has run out, nor to a secret that isn't said to be one", async () => {
    const body = await world.organisation();
    const auditor = await world.member(body, "auditor");
    const submission = { library, id: await given.submission(library, noor, body) };
    const mandate = await given.mandate(submission, auditor);
    for (const { who, hat, under, open } of [
      { who: noor, hat: library.id, under: "", open: ["standing", "reads", "writes"] },
      { who: auditor, hat: "", under: mandate, open: ["standing", "one"] },
    ]) {
      expect(await giving(`session:${who.token}`, hat, under, who)).toEqual(open);
      expect(await giving(`webhook:${who.token}`, hat, under, who)).toEqual([]);
      const expired = await world.session(who, { expired: true });
      expect(await giving(`session:${expired}`, hat, under, who)).toEqual([]);
    }
  });
});
