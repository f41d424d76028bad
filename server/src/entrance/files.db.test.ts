import { randomUUID } from "node:crypto";
import { beforeEach, describe, expect, test } from "vitest";
import { openServer } from "../../../test/support/app.ts";
import { openFiles, pdf, sha256 } from "../../../test/support/files.ts";
import { everythingOf, succeeded } from "../../../test/support/readers.ts";
import { samples } from "../../../test/support/samples.ts";
import { openWorld, type Library, type Member } from "../../../test/support/scenario.ts";

/** Files come in by PUT and go out by GET, both authorised by a row; what is kept is whole. */
const world = await openWorld();
const server = await openServer(world);
let library: Library;
let noor: Member;
let item: string;
const files = openFiles(server, () => library);
beforeEach(async () => {
  library = await world.library();
  noor = await world.member(library, "quality_coordinator");
  item = await files.add(noor);
});

const start = (bytes: Buffer, input?: object) => files.begin(noor, item, bytes, input);
const as = () => server.as(noor);
const readBack = (id: string, query = "") => files.get(as(), library.id, id, query);

describe("a file that is uploaded", () => {
  test("is kept to the byte, and is part of its item once it is finished", async () => {
    const bytes = pdf();
    const id = await start(bytes);
    const sent = await files.put(as(), id, bytes);
    expect([sent.status, JSON.parse(sent.bytes.toString())]).toEqual([
      200,
      { size: bytes.length, sha256: sha256(bytes), mediaType: "application/pdf" },
    ]);
    expect((await files.read(noor, item)).files[0].current).toMatchObject({ state: "UPLOADING" });
    const finished = succeeded(await files.finish(noor, id, sha256(bytes))).data.finishUpload;
    expect(finished).toMatchObject({
      id,
      current: {
        id,
        name: "partners.pdf",
        state: "READY",
        mediaType: "application/pdf",
        preview: "PDF",
      },
    });
    expect(succeeded(await files.finish(noor, id)).data.finishUpload).toEqual(finished);
    expect((await readBack(id)).bytes.equals(bytes)).toBe(true);
    expect(await files.kept()).toHaveLength(1);
  });

  test("is one of several of its item, each with its versions", async () => {
    const first = await files.upload(noor, item, pdf("een"));
    await files.upload(noor, item, samples.png, { name: "foto.png" });
    const later = await files.upload(noor, item, pdf("twee"), { fileId: first, name: "nieuw.pdf" });
    const { files: all } = await files.read(noor, item);
    expect(all).toMatchObject([
      {
        id: first,
        current: { id: later, name: "nieuw.pdf" },
        versions: [{ id: later }, { id: first }],
      },
      { current: { name: "foto.png", preview: "IMAGE" } },
    ]);
    expect((await readBack(first)).bytes.toString()).toContain("een");
    expect((await readBack(later)).bytes.toString()).toContain("twee");
  });

  test("leaves the earlier version in place while a new one is still coming", async () => {
    const first = await files.upload(noor, item, pdf("een"));
    const later = await start(pdf("twee"), { fileId: first });
    expect((await files.read(noor, item)).files).toMatchObject([
      { current: { id: first, state: "READY" }, versions: [{ id: later, state: "UPLOADING" }, {}] },
    ]);
  });

  test("begun twice with one id is begun once, and never for something else", async () => {
    const id = await start(pdf());
    const same = { id, evidenceId: item, size: pdf().length };
    expect((await files.start(noor, same)).code).toBeNull();
    const other = await files.add(noor);
    const before = await everythingOf(world, library.id);
    for (const change of [{ size: 1 }, { name: "anders.pdf" }, { evidenceId: other }])
      expect((await files.start(noor, { ...same, ...change })).code).toBe("ID_TAKEN");
    expect(await everythingOf(world, library.id)).toBe(before);
  });

  test.each([
    ["is empty", { size: 0 }, "size"],
    ["is larger than 100 MB", { size: 104_857_601 }, "size"],
    ["has an endless name", { name: "a".repeat(1_001) }, "name"],
  ])("is refused before a byte is sent when it %s", async (_, input, path_) => {
    const answer = await files.start(noor, { evidenceId: item, ...input });
    expect(answer.errors[0]?.extensions).toMatchObject({
      code: "INVALID_INPUT",
      issues: [{ path: path_ }],
    });
  });

  test("is no part of a link, nor a version of a file elsewhere", async () => {
    const link = await files.add(noor, { kind: "LINK", url: "https://waterlinie.example" });
    const elsewhere = await files.upload(noor, item, pdf());
    const answers = [
      await files.start(noor, { evidenceId: link }),
      await files.start(noor, { evidenceId: await files.add(noor), fileId: elsewhere }),
    ];
    expect(answers.map(({ code }) => code)).toEqual(["INVALID_INPUT", "NOT_FOUND"]);
  });

  test("is removed with its versions, and comes back", async () => {
    const id = await files.upload(noor, item, pdf());
    const remove = (removed: boolean) =>
      server.ask(as(), "mutation ($input: RemoveFileInput!) { removeFile(input: $input) { id } }", {
        input: { organisationId: library.id, id, removed },
      });
    succeeded(await remove(true));
    succeeded(await remove(true));
    expect((await files.read(noor, item)).files).toEqual([]);
    expect((await readBack(id)).code).toBe("NOT_FOUND");
    succeeded(await remove(false));
    expect((await readBack(id)).status).toBe(200);
  });
});

describe("who may send", () => {
  test("is nobody from another website, and nobody without a session", async () => {
    const id = await start(pdf());
    const from = (headers: Record<string, string>) => files.put(as(), id, pdf(), headers);
    expect((await from({ origin: "https://elders.example" })).code).toBe("FOREIGN_ORIGIN");
    expect((await from({ "sec-fetch-site": "cross-site" })).code).toBe("FOREIGN_ORIGIN");
    expect((await files.put({ hat: library.id }, id, pdf())).code).toBe("UNAUTHENTICATED");
    expect((await files.put({ ...as(), hat: "x" }, id, pdf())).code).toBe("INVALID_INPUT");
    expect((await from({ "x-person": library.id })).code).toBe("UNAUTHENTICATED");
    expect(await files.kept()).toEqual([]);
    expect((await from({ origin: "http://127.0.0.1:4000" })).status).toBe(200);
  });

  test("is nobody who may not change the item", async () => {
    const id = await start(pdf());
    const stranger = await world.member(await world.library(), "administrator");
    const sanne = await world.member(library, "colleague");
    const reader = await world.member(library, "reader");
    expect((await files.put(server.as(sanne), id, pdf())).code).toBe("FORBIDDEN");
    expect((await files.put(server.as(reader), id, pdf())).code).toBe("FORBIDDEN");
    expect((await files.put({ ...server.as(stranger), hat: library.id }, id, pdf())).code).toBe(
      "FORBIDDEN",
    );
    const [theirs, nowhere] = [
      await files.put(server.as(stranger), id, pdf()),
      await files.put(server.as(stranger), randomUUID(), pdf()),
    ];
    expect([theirs.code, theirs.bytes.toString()]).toEqual(["NOT_FOUND", nowhere.bytes.toString()]);
    expect(await files.kept()).toEqual([]);
  });
});
