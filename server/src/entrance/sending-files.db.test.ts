import { once } from "node:events";
import http from "node:http";
import type { AddressInfo } from "node:net";
import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import { openServer } from "../../../test/support/app.ts";
import { openFiles, pdf, sha256 } from "../../../test/support/files.ts";
import { succeeded } from "../../../test/support/readers.ts";
import { samples } from "../../../test/support/samples.ts";
import { openWorld, type Library, type Member } from "../../../test/support/scenario.ts";

/** Whatever goes wrong while a file is sent, what is kept is whole, and sending it again works. */
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

describe("what goes wrong while sending", () => {
  test("fewer or more bytes than announced are not kept, and sending again whole is", async () => {
    const bytes = pdf();
    const id = await start(bytes);
    for (const wrong of [bytes.subarray(1), Buffer.concat([bytes, bytes]), Buffer.alloc(0)])
      expect((await files.put(as(), id, wrong)).code).toBe("UPLOAD_INCOMPLETE");
    expect(await files.kept()).toEqual([]);
    expect((await files.finish(noor, id)).code).toBe("UPLOAD_INCOMPLETE");
    expect((await files.put(as(), id, bytes)).status).toBe(200);
    expect((await files.finish(noor, id)).code).toBeNull();
  });

  test("bytes that are not those that were meant are not finished", async () => {
    const [id, meant] = [await start(pdf("een")), pdf("twe")];
    await files.put(as(), id, pdf("een"));
    expect((await files.finish(noor, id, sha256(meant))).code).toBe("UPLOAD_INCOMPLETE");
    expect((await files.put(as(), id, meant)).status).toBe(200);
    expect((await files.finish(noor, id, sha256(meant))).code).toBeNull();
    expect((await readBack(id)).bytes.equals(meant)).toBe(true);
    expect(await files.kept()).toHaveLength(1);
  });

  test("two who send at once don't mix: what is kept is whole, and once", async () => {
    const sent = Array.from({ length: 6 }, (_, n) => pdf(`${n}`.repeat(100_000)));
    const id = await start(sent[0]!);
    const answers = await Promise.all(sent.map((bytes) => files.put(as(), id, bytes)));
    expect(answers.map(({ status }) => status)).toEqual(sent.map(() => 200));
    succeeded(await files.finish(noor, id));
    const { bytes } = await readBack(id);
    expect(sent.some((one) => one.equals(bytes))).toBe(true);
    expect(await files.kept()).toHaveLength(1);
  });

  test("who sends once more after it was finished is told, and nothing changes", async () => {
    const id = await files.upload(noor, item, pdf("een"));
    expect((await files.put(as(), id, pdf("twe"))).code).toBe("UPLOAD_CLOSED");
    expect((await readBack(id)).bytes.equals(pdf("een"))).toBe(true);
    expect(await files.kept()).toHaveLength(1);
  });

  test.each(Object.entries({ exe: samples.exe, html: samples.html, svg: samples.svg }))(
    "a file that is %s by its content is not kept, whatever it is called",
    async (_, bytes) => {
      const id = await start(bytes, { name: "verslag.pdf" });
      expect(await files.put(as(), id, bytes)).toMatchObject({
        status: 415,
        code: "FILE_NOT_ALLOWED",
      });
      expect((await files.put(as(), id, bytes)).code).toBe("FILE_NOT_ALLOWED");
      expect((await files.finish(noor, id)).code).not.toBeNull();
      expect((await files.read(noor, item)).files).toEqual([]);
      expect(await files.kept()).toEqual([]);
    },
  );

  test("of a document whose only file is refused nothing stays, nor where it would stand", async () => {
    await world.rows(
      `insert into toetssteen.evidence_use (organisation_id, id, evidence_id, cycle_id, part, page, added_by)
       select $1, uuidv7(), $2, $3, '4.1', '', $4`,
      [library.id, item, library.cycleId, noor.id],
    );
    const [first, second] = [await start(samples.exe), await start(samples.exe)];
    expect((await files.put(as(), first, samples.exe)).code).toBe("FILE_NOT_ALLOWED");
    expect((await files.read(noor, item)).removedAt).toBeNull();
    expect((await files.put(as(), second, samples.exe)).code).toBe("FILE_NOT_ALLOWED");
    expect((await files.read(noor, item)).removedAt).not.toBeNull();
  });

  test("a document that has a file stays when another is refused", async () => {
    await files.upload(noor, item, pdf("een"));
    const id = await start(samples.exe);
    expect((await files.put(as(), id, samples.exe)).code).toBe("FILE_NOT_ALLOWED");
    expect((await files.read(noor, item)).removedAt).toBeNull();
  });

  test("text that is called a PDF is told so, and kept under its own name it is taken", async () => {
    await files.upload(noor, item, samples.utf16, { name: "partners.csv" });
    const id = await start(samples.text, { name: "notulen.pdf" });
    expect(await files.put(as(), id, samples.text)).toMatchObject({
      status: 415,
      code: "FILE_MISNAMED",
    });
    expect(await files.kept()).toHaveLength(1);
    expect((await files.read(noor, item)).files).toMatchObject([
      { current: { name: "partners.csv", mediaType: "text/plain; charset=utf-16le" } },
    ]);
  });

  describe("over a network", () => {
    let port: number;
    beforeAll(async () => {
      await server.app.fastify.listen({ port: 0, host: "127.0.0.1" });
      port = (server.app.fastify.server.address() as AddressInfo).port;
    });
    const send = (id: string, length: number) => {
      const { cookie = "", hat = "" } = as();
      return http.request({
        port,
        method: "PUT",
        path: `/files/${id}`,
        headers: { cookie, "x-hat": hat, "content-length": length },
      });
    };

    test("a connection that is cut leaves nothing half, and the next one succeeds", async () => {
      const bytes = pdf("x".repeat(1_000_000));
      const id = await start(bytes);
      const request = send(id, bytes.length);
      const broken = new Promise((resolve) => request.once("error", resolve));
      request.write(bytes.subarray(0, 400_000));
      await expect.poll(() => files.kept()).toHaveLength(1);
      request.destroy();
      await broken;
      await expect.poll(() => files.kept()).toEqual([]);
      expect((await files.finish(noor, id)).code).toBe("UPLOAD_INCOMPLETE");
      expect((await files.put(as(), id, bytes)).status).toBe(200);
    });

    test("fewer bytes than announced are refused too where nobody said how many come", async () => {
      const id = await start(pdf());
      const { cookie = "", hat = "" } = as();
      const headers = { cookie, "x-hat": hat, "transfer-encoding": "chunked" };
      const request = http.request({ port, method: "PUT", path: `/files/${id}`, headers });
      request.end("%PDF");
      const [response] = (await once(request, "response")) as [http.IncomingMessage];
      expect(response.statusCode).toBe(409);
      response.resume();
      expect(await files.kept()).toEqual([]);
      expect((await files.put(as(), id, pdf())).status).toBe(200);
    });

    test("who sends too much hears so, and not that the connection broke", async () => {
      const id = await start(pdf());
      const request = send(id, 3_000_000);
      request.end(Buffer.alloc(3_000_000));
      const response = await new Promise<http.IncomingMessage>((resolve, reject) => {
        request.once("response", resolve);
        request.once("error", reject);
      });
      expect(response.statusCode).toBe(409);
      response.resume();
    });
  });
});
