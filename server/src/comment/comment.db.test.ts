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
  "id part resolvedAt resolvedBy { name } comments { author { name } body mentions { name } changedAt removedAt canChange }";

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

const change = (by: Member, input: Record<string, unknown>) =>
  server.ask(
    server.as(by),
    `mutation ($input: ChangeCommentInput!) { changeComment(input: $input) { ${fields} } }`,
    { input: { organisationId: library.id, id: id(1), mentions: [], ...input } },
  );

const remove = (by: Member, removed: boolean) =>
  server.ask(
    server.as(by),
    `mutation ($input: RemoveCommentInput!) { removeComment(input: $input) { ${fields} } }`,
    { input: { organisationId: library.id, id: id(1), removed } },
  );

interface Thread {
  readonly id: string;
}

/** Threads beside 4.2, as somebody sees them. */
async function threadsOf(by: Member): Promise<string[]> {
  const document = `{ work(organisationId: "${library.id}", norm: "4") { part threads { id } } }`;
  const { data } = await server.ask(server.as(by), document);
  const parts = data.work as { part: string; threads: Thread[] }[];
  const others = parts.filter(({ part, threads }) => part !== "4.2" && threads.length > 0);
  expect(others).toEqual([]);
  return parts.flatMap(({ threads }) => threads.map((thread) => thread.id));
}

async function waitingFor(member: Member): Promise<string[]> {
  const document = `{ threadsForMe(organisationId: "${library.id}") { id } }`;
  const { data } = await server.ask(server.as(member), document);
  return (data.threadsForMe as Thread[]).map((thread) => thread.id);
}

const mails = () =>
  world.asAdmin((query) =>
    query<{ to: string; page: string }>(
      `select payload -> 'payload' ->> 'to' as to, payload #>> '{payload,values,page}' as page
       from graphile_worker._private_jobs where payload ->> 'organisationId' = $1`,
      [library.id],
    ),
  );
const mailed = async () => (await mails()).map(({ to }) => ({ to }));
const kept = () =>
  world.rows<{ body: string; mentions: string[] }>(
    "select body, mentions from toetssteen.comment where organisation_id = $1 order by id",
    [library.id],
  );

const leave = (member: Member) =>
  world.rows(
    "update toetssteen.membership set ended_at = now() where organisation_id = $1 and person_id = $2",
    [library.id, member.id],
  );

describe("somebody who left", () => {
  test("stays mentioned where they stood, and blocks no correction", async () => {
    const hanna = await world.member(library, "colleague");
    await comment(noor, { mentions: [sanne.id] });
    await leave(sanne);
    const { data } = await change(noor, { body: "Klopt dit nu?", mentions: [sanne.id, hanna.id] });
    const names = data.changeComment.comments[0].mentions.map((one: { name: string }) => one.name);
    expect(names.toSorted()).toEqual([sanne.name, hanna.name].toSorted());
    expect((await mailed()).map(({ to }) => to)).toEqual([
      `${sanne.id}@example.org`,
      `${hanna.id}@example.org`,
    ]);
  });

  test("is not mentioned anew: the refusal says who left, and nothing is written", async () => {
    await leave(sanne);
    const { errors } = await comment(noor, { mentions: [sanne.id] });
    expect(errors[0]?.extensions).toMatchObject({
      code: "INVALID_INPUT",
      issues: [{ path: "mentions", left: sanne.name }],
    });
    expect(await kept()).toEqual([]);
  });

  test("does not turn a comment that is sent once more into another one", async () => {
    const first = await comment(noor, { mentions: [sanne.id] });
    await leave(sanne);
    expect((await comment(noor, { mentions: [sanne.id] })).data.addComment.id).toBe(
      first.data.addComment.id,
    );
    expect(await mailed()).toEqual([{ to: `${sanne.id}@example.org` }]);
  });
});

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
    expect((await resolve(sanne, true)).data.resolveThread).toEqual(closed.data.resolveThread);
    expect((await resolve(noor, true)).data.resolveThread).toMatchObject({
      resolvedAt: closed.data.resolveThread.resolvedAt,
      resolvedBy: { name: sanne.name },
    });
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

  test("has a mail lead to its thread", async () => {
    await comment(noor, {});
    await comment(noor, { id: id(2), threadId: id(1), mentions: [sanne.id] });
    expect((await mails()).map(({ page }) => page)).toEqual([
      `/o/${library.id}/zelfevaluatie/4#opmerking-${id(1)}`,
    ]);
  });

  test("stays as it was when another is sent under its id", async () => {
    await comment(noor, {});
    expect((await comment(noor, { body: "Iets anders." })).code).toBe("ID_TAKEN");
    expect((await comment(sanne, {})).code).toBe("ID_TAKEN");
    expect(await kept()).toEqual([{ body: "Klopt dit?", mentions: [] }]);
  });

  test("is changed by its author, which mails those it did not mention before", async () => {
    const hanna = await world.member(library, "administrator");
    await comment(noor, { mentions: [sanne.id] });
    const { data } = await change(noor, { body: "Klopt dit nu?", mentions: [sanne.id, hanna.id] });
    expect(data.changeComment.comments[0]).toMatchObject({
      body: "Klopt dit nu?",
      changedAt: expect.any(String),
      canChange: true,
    });
    expect(await mailed()).toEqual([
      { to: `${sanne.id}@example.org` },
      { to: `${hanna.id}@example.org` },
    ]);
  });

  test("is changed or taken back by nobody else", async () => {
    await comment(noor, {});
    const administrator = await world.member(library, "administrator");
    expect((await change(administrator, { body: "Nee." })).code).toBe("FORBIDDEN");
    expect((await remove(administrator, true)).code).toBe("FORBIDDEN");
    expect(await kept()).toEqual([{ body: "Klopt dit?", mentions: [] }]);
    expect(await threadsOf(noor)).toEqual([id(1)]);
  });

  test("that is taken back says nothing any more, and can be said again", async () => {
    await comment(noor, { mentions: [sanne.id] });
    await comment(sanne, { id: id(2), threadId: id(1), body: "Ja." });
    const { data } = await remove(noor, true);
    expect(data.removeComment.comments).toMatchObject([
      { body: "", mentions: [], removedAt: expect.any(String) },
      { body: "Ja.", removedAt: null },
    ]);
    const again = await remove(noor, false);
    expect(again.data.removeComment.comments[0]).toMatchObject({
      body: "Klopt dit?",
      mentions: [{ name: sanne.name }],
      removedAt: null,
    });
  });

  test("that is put back mails who was mentioned meanwhile, and nobody twice", async () => {
    const hanna = await world.member(library, "colleague");
    await comment(noor, { mentions: [sanne.id] });
    await remove(noor, true);
    await change(noor, { body: "Klopt dit?", mentions: [sanne.id, hanna.id] });
    expect(await mailed()).toEqual([{ to: `${sanne.id}@example.org` }]);
    await remove(noor, false);
    await remove(noor, false);
    await change(noor, { body: "Klopt dit wel?", mentions: [sanne.id, hanna.id] });
    expect(await mailed()).toEqual([
      { to: `${sanne.id}@example.org` },
      { to: `${hanna.id}@example.org` },
    ]);
  });

  test("takes its thread along when it is the only one in it", async () => {
    await comment(noor, {});
    await remove(noor, true);
    expect(await threadsOf(sanne)).toEqual([]);
    await remove(noor, false);
    expect(await threadsOf(sanne)).toEqual([id(1)]);
  });

  test("waits for whom it mentions until its thread is closed", async () => {
    await comment(noor, {});
    expect(await waitingFor(sanne)).toEqual([]);
    await comment(noor, { id: id(2), threadId: id(1), mentions: [sanne.id] });
    expect(await waitingFor(sanne)).toEqual([id(1)]);
    expect(await waitingFor(noor)).toEqual([]);
    await resolve(noor, true);
    expect(await waitingFor(sanne)).toEqual([]);
  });

  test("mentions nobody of outside, and is then not written", async () => {
    const stranger = await world.member(await world.library(), "colleague");
    const { errors } = await comment(noor, { mentions: [stranger.id] });
    expect(errors[0]?.extensions).toMatchObject({
      code: "INVALID_INPUT",
      issues: [{ path: "mentions" }],
    });
    expect(await kept()).toEqual([]);
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
