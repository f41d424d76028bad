import { randomUUID } from "node:crypto";
import { beforeEach, describe, expect, test } from "vitest";
import { openServer, type Caller } from "../../../test/support/app.ts";
import { openFiles, pdf } from "../../../test/support/files.ts";
import { openReaders, succeeded } from "../../../test/support/readers.ts";
import { samples } from "../../../test/support/samples.ts";
import {
  openWorld,
  type Library,
  type Member,
  type Organisation,
} from "../../../test/support/scenario.ts";

/** A file is read by who has a row of it: its own people, and an auditor whose mandate covers the submission it went with. */
const world = await openWorld();
const server = await openServer(world);
const readers = openReaders(world, server);
let library: Library;
let noor: Member;
let item: string;
const files = openFiles(server, () => library);
beforeEach(async () => {
  library = await world.library();
  noor = await world.member(library, "quality_coordinator");
  item = await files.add(noor);
});
const readBack = (id: string, query = "", headers = {}) =>
  files.get({ cookie: server.as(noor).cookie }, library.id, id, query, headers);

describe("what a browser is told about a file", () => {
  test.each([
    ["a PDF", pdf(), "verslag.pdf", "application/pdf", "inline", false],
    ["an image", samples.png, "foto.png", "image/png", "inline", true],
    ["text", samples.text, "notulen.txt", "text/plain; charset=utf-8", "inline", true],
    [
      "text that is called a page",
      samples.text,
      "a.html",
      "text/plain; charset=utf-8",
      "inline",
      true,
    ],
    [
      "a document",
      samples.odt,
      "plan.odt",
      "application/vnd.oasis.opendocument.text",
      "attachment",
      true,
    ],
  ] as const)("runs nothing of it as ours: %s", async (_, bytes, name, type, shown, sandboxed) => {
    const id = await files.upload(noor, item, bytes, { name });
    const { status, headers } = await readBack(id);
    expect([status, headers["content-type"], headers["x-content-type-options"]]).toEqual([
      200,
      type,
      "nosniff",
    ]);
    expect(headers["content-disposition"]).toMatch(new RegExp(`^${shown}; filename=`));
    expect(headers["content-disposition"]).not.toMatch(/\.html"?$/);
    const policy = String(headers["content-security-policy"]);
    expect(policy).toMatch(/^default-src 'none';/);
    expect(policy).not.toMatch(/script-src|allow-scripts|allow-same-origin/);
    expect(policy.split("; ").includes("sandbox")).toBe(sandboxed);
    expect(headers["cache-control"]).toBe("private, no-store");
    expect(headers["cross-origin-resource-policy"]).toBe("same-origin");
  });

  test("takes a picture that is also a page for a picture", async () => {
    const polyglot = Buffer.concat([samples.gif, samples.html]);
    const id = await files.upload(noor, item, polyglot, { name: "foto.html" });
    const { headers } = await readBack(id);
    expect([headers["content-type"], headers["content-disposition"]]).toEqual([
      "image/gif",
      "inline; filename=foto.html.gif",
    ]);
  });

  test("keeps a download a download, by a name of any letters", async () => {
    const id = await files.upload(noor, item, pdf(), { name: 'Één "plan"\r\nX: 1.pdf' });
    const { headers } = await readBack(id, "?download");
    expect(headers["content-disposition"]).toMatch(
      /^attachment; filename="[ -~]+"; filename\*=UTF-8''%C3%89%C3%A9n%20_plan_X_%201\.pdf$/,
    );
    expect(headers["x"]).toBeUndefined();
  });
});

describe("a piece of a file", () => {
  test("is sent when one is asked for, and all of it when what is asked is unclear", async () => {
    const bytes = pdf("x".repeat(1_000));
    const id = await files.upload(noor, item, bytes);
    const ask = (range: string) => readBack(id, "", { range });
    const piece = await ask("bytes=10-19");
    expect([piece.status, piece.headers["content-range"], piece.headers["content-length"]]).toEqual(
      [206, `bytes 10-19/${bytes.length}`, "10"],
    );
    expect(piece.bytes.equals(bytes.subarray(10, 20))).toBe(true);
    expect((await ask("bytes=-5")).bytes.equals(bytes.subarray(-5))).toBe(true);
    expect(await ask(`bytes=${bytes.length}-`)).toMatchObject({
      status: 416,
      headers: { "content-range": `bytes */${bytes.length}` },
    });
    for (const unclear of ["bytes=9-1", "lines=1-2", "bytes=0-1,5-6", "x"])
      expect(await ask(unclear)).toMatchObject({ status: 200 });
  });
});

describe("a file of another library", () => {
  test("is as if it were not there, whatever is named as hat", async () => {
    const id = await files.upload(noor, item, pdf());
    const stranger = await world.member(await world.library(), "administrator");
    const { cookie } = server.as(stranger);
    const absent = randomUUID();
    for (const [organisation, query] of [
      [library.id, ""],
      [library.id, `?hat=${library.id}`],
      [library.id, `?hat=${stranger.organisationId}`],
      [stranger.organisationId, ""],
      [stranger.organisationId, `?hat=${library.id}`],
    ] as const) {
      const there = await files.get({ cookie }, organisation, id, query);
      const nowhere = await files.get({ cookie }, organisation, absent, query);
      expect(["FORBIDDEN", "NOT_FOUND"]).toContain(there.code);
      expect(there.bytes.toString()).toBe(nowhere.bytes.toString());
    }
    expect((await files.get({}, library.id, id)).code).toBe("UNAUTHENTICATED");
    expect((await readBack("../x")).status).toBe(404);
    expect((await readBack("x")).code).toBe("INVALID_INPUT");
    expect((await readBack(id)).status).toBe(200);
  });

  test("is not reached by an adviser whom the library shows its progress", async () => {
    const id = await files.upload(noor, item, pdf());
    const support = await readers.supportOrganisation();
    const adviser = await world.member(support, "adviser");
    await readers.oversight(library, noor, support);
    const answer = await files.get(server.as(adviser), library.id, id, `?hat=${support.id}`);
    expect(answer.code).toBe("FORBIDDEN");
  });
});

describe("an auditor", () => {
  let body: Organisation;
  let office: Member;
  let auditor: Member;
  let submissionId: string;
  let submitted: string;
  let internal: string;
  beforeEach(async () => {
    body = await readers.certificationBody();
    office = await world.member(body, "office");
    auditor = await world.member(body, "auditor");
    submitted = await files.upload(noor, item, pdf("ingediend"));
    internal = await files.upload(noor, item, pdf("intern"));
    await readers.answerAll(noor, library);
    submissionId = await readers.submit(noor, library);
    await bind(submissionId, submitted);
  });
  const bind = (submission: string, id: string) =>
    world.rows(
      `insert into toetssteen.submission_file (organisation_id, submission_id, file_id, name, size, media_type, sha256, object_id)
       select organisation_id, $2, id, name, size, media_type, sha256, object_id from toetssteen.evidence_file
       where organisation_id = $1 and id = $3 on conflict do nothing`,
      [library.id, submission, id],
    );
  const mandate = (times = {}) =>
    readers.mandate(body, office, auditor, { library, submissionId }, times);
  const read = (hat: string, id: string, by: Caller = server.as(auditor)) =>
    files.get({ cookie: by.cookie }, library.id, id, `?hat=${hat}`);
  const log = () =>
    world.rows<{ opened: string; via: string; right_id: string }>(
      "select opened, via, right_id from toetssteen.access_log where organisation_id = $1 order by at",
      [library.id],
    );

  test("reads what went along with the submission, and the library sees that they did", async () => {
    const { id: hat } = await mandate();
    const answer = await read(hat, submitted);
    expect([answer.status, answer.bytes.toString()]).toEqual([200, pdf("ingediend").toString()]);
    expect(await log()).toEqual([{ opened: `file:${submitted}`, via: "mandate", right_id: hat }]);
    const shown = succeeded(
      await server.ask(
        server.as(noor),
        "query ($of: ID!) { accessLog(organisationId: $of) { entries { opened openedFile } } }",
        { of: library.id },
      ),
    );
    expect(shown.data.accessLog.entries).toEqual([
      { opened: `file:${submitted}`, openedFile: "partners.pdf" },
    ]);
  });

  test("gets all of it at once, so that reading it once is one line in the log", async () => {
    const { id: hat } = await mandate();
    const answer = await files.get(
      { cookie: server.as(auditor).cookie },
      library.id,
      submitted,
      `?hat=${hat}`,
      { range: "bytes=0-1" },
    );
    expect([answer.status, answer.headers["accept-ranges"]]).toEqual([200, "none"]);
    expect(await log()).toHaveLength(1);
  });

  test("reads nothing else of the library, and what they didn't get is in no log", async () => {
    const { id: hat } = await mandate();
    const other = await readers.submit(noor, library);
    await bind(other, internal);
    for (const id of [internal, randomUUID()]) {
      const answer = await read(hat, id);
      expect([answer.status, answer.code]).toEqual([404, "NOT_FOUND"]);
    }
    expect(await log()).toEqual([]);
  });

  test("reads it also when the library has removed it since", async () => {
    const { id: hat } = await mandate();
    succeeded(await files.remove(noor, item));
    expect((await read(hat, submitted)).status).toBe(200);
    expect((await read(hat, internal)).code).toBe("NOT_FOUND");
  });

  test.each([
    ["before the mandate", { opens: "1 hour" }],
    ["after it", { closes: "-1 second" }],
    ["once it was withdrawn", { withdrawn: true }],
  ])("reads nothing %s", async (_, times) => {
    const { id: hat } = await mandate(times);
    expect(await read(hat, submitted)).toMatchObject({ status: 403, code: "FORBIDDEN" });
    expect(await log()).toEqual([]);
  });

  test("reads nothing under the mandate of another, nor by their own organisation", async () => {
    const { id: hat } = await mandate();
    const other = await world.member(body, "auditor");
    expect((await read(hat, submitted, server.as(other))).code).toBe("FORBIDDEN");
    expect((await read(body.id, submitted)).code).toBe("FORBIDDEN");
    expect((await read(hat, submitted, {})).code).toBe("UNAUTHENTICATED");
    expect(await log()).toEqual([]);
  });

  test("reads nothing any more from the moment that the mandate is withdrawn", async () => {
    const { id: hat } = await mandate();
    expect((await read(hat, submitted)).status).toBe(200);
    await world.rows("update toetssteen.mandate set withdrawn_at = now() where id = $1", [hat]);
    expect((await read(hat, submitted)).code).toBe("FORBIDDEN");
  });
});
