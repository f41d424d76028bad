import { beforeEach, describe, expect, test } from "vitest";
import { openServer, type Answer } from "../../../test/support/app.ts";
import { openWorld, type Library, type Member } from "../../../test/support/scenario.ts";

const world = await openWorld();
const server = await openServer(world);

let library: Library;
let noor: Member;
let sanne: Member;
beforeEach(async () => {
  library = await world.library();
  noor = await world.member(library, "quality_coordinator");
  sanne = await world.member(library, "colleague");
});

const id = (number: number) => `0199a000-0000-7000-8000-0000000c000${number}`;
const fields =
  "id part resolvedAt resolvedBy { name } comments { author { name } body mentions { name } }";

function comment(by: Member, input: Record<string, unknown>): Promise<Answer> {
  const place = {
    organisationId: library.id,
    cycleId: library.cycleId,
    id: id(1),
    part: "4.2",
    mentions: [],
  };
  return server.ask(
    server.as(by),
    `mutation ($input: AddCommentInput!) { addComment(input: $input) { ${fields} } }`,
    {
      input: { ...place, body: "Klopt dit?", ...input },
    },
  );
}

const resolve = (by: Member, resolved: boolean) =>
  server.ask(
    server.as(by),
    `mutation ($input: ResolveThreadInput!) { resolveThread(input: $input) { ${fields} } }`,
    {
      input: { organisationId: library.id, id: id(1), resolved },
    },
  );

const mailed = () =>
  world.asAdmin((query) =>
    query<{ to: string }>(
      `select payload -> 'payload' ->> 'to' as to from graphile_worker._private_jobs
       where payload ->> 'organisationId' = $1`,
      [library.id],
    ),
  );

describe("a thread of comments", () => {
  test("goes on from its first one, in the order in which they came", async () => {
    await comment(noor, {});
    const { data } = await comment(sanne, { id: id(2), threadId: id(1), body: "Ja." });
    expect(data.addComment).toMatchObject({
      id: id(1),
      part: "4.2",
      comments: [
        { author: { name: noor.name }, body: "Klopt dit?" },
        { author: { name: sanne.name }, body: "Ja." },
      ],
    });
  });

  test("is closed and opened again, each once", async () => {
    await comment(noor, {});
    const closed = await resolve(sanne, true);
    expect(closed.data.resolveThread.resolvedBy).toEqual({ name: sanne.name });
    expect((await resolve(noor, true)).data.resolveThread).toEqual(closed.data.resolveThread);
    expect((await resolve(noor, false)).data.resolveThread).toMatchObject({
      resolvedAt: null,
      resolvedBy: null,
    });
  });

  test("stays with its part", async () => {
    await comment(noor, {});
    expect((await comment(sanne, { id: id(2), threadId: id(1), part: "4.1" })).code).toBe(
      "NOT_FOUND",
    );
    expect((await comment(sanne, { id: id(2), threadId: id(3) })).code).toBe("NOT_FOUND");
  });
});

describe("a comment", () => {
  test("mails whom it mentions, once, and not its author", async () => {
    const mentions = [sanne.id, noor.id, sanne.id];
    const first = await comment(noor, { mentions });
    expect(first.data.addComment.comments[0].mentions).toEqual([{ name: sanne.name }]);
    await comment(noor, { mentions });
    expect(await mailed()).toEqual([{ to: `${sanne.id}@example.org` }]);
  });

  test("mentions nobody of outside, and is then not written", async () => {
    const stranger = await world.member(await world.library(), "colleague");
    const { errors } = await comment(noor, { mentions: [stranger.id] });
    expect(errors[0]?.extensions).toMatchObject({
      code: "INVALID_INPUT",
      issues: [{ path: "mentions" }],
    });
    expect(
      await world.rows("select from toetssteen.comment where organisation_id = $1", [library.id]),
    ).toEqual([]);
    expect(await mailed()).toEqual([]);
  });

  test("is written by the director, and not by a reader", async () => {
    expect((await comment(await world.member(library, "reader"), {})).code).toBe("FORBIDDEN");
    expect((await comment(await world.member(library, "director"), {})).code).toBeNull();
  });

  test.each([
    ["without words", { body: " \n " }, "body"],
    ["longer than a page", { body: "a".repeat(4_001) }, "body"],
  ])("%s is refused by its field", async (_, input, path) => {
    expect((await comment(noor, input)).errors[0]?.extensions).toMatchObject({
      code: "INVALID_INPUT",
      issues: [{ path }],
    });
  });
});
