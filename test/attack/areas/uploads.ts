import { everyRight, ownLibrary, type Right } from "../../roles/right-by-field.table.ts";
import { samples } from "../../support/samples.ts";
import { openFileClient, type FileClient } from "../files/file-client.ts";
import { addresses, names, payloads, type Payload } from "../files/payloads.ts";
import type { Area, Range } from "../range.ts";
import type { Reply } from "../remote.ts";
import type { Verdict } from "../tally.ts";

/** Files that run, grow or lie; names that lead elsewhere; senders who stop halfway or have no business there. */
export const uploads: Area = {
  name: "uploads",
  async run(range) {
    const files = openFileClient(range);
    const before = new Set(await files.kept());
    for (const payload of payloads(range.size === "full" ? 300_000_000 : 20_000_000))
      await range.tally.attempt("uploads", payload.what, () => sent(files, payload));
    await called(range, files);
    await addressed(range, files);
    await announced(range, files);
    await brokenOff(range, files);
    await read(range, files);
    await range.tally.attempt("uploads", "what was kept, and where", async () => {
      const strange = (await files.kept()).filter((path) => !before.has(path) && !own.test(path));
      return strange.length > 0 ? { unlike: `there is also ${strange.join(", ")}` } : "refused";
    });
  },
};

const uuid = "[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}";
/** An object of an organisation. */
const own = new RegExp(`^files/${uuid}/${uuid}$`);

/** What may be shown in a page; everything else is a download. */
const shown = /^(application\/pdf|image\/(png|jpeg|gif|webp)|text\/plain; charset=[a-z0-9-]+)$/;

/** Null where it can do no harm in our origin, else why it can. */
function harm({ headers }: Reply): string | null {
  const policy = String(headers["content-security-policy"]);
  const kept = String(headers["content-disposition"]).startsWith("attachment");
  if (headers["x-content-type-options"] !== "nosniff") return "its type may be guessed";
  if (!policy.startsWith("default-src 'none'")) return `its policy is ${policy}`;
  if (/script|unsafe-eval/.test(policy)) return "its policy lets scripts run";
  if (!kept && !shown.test(String(headers["content-type"])))
    return `it is shown as ${headers["content-type"]}`;
  if (headers["set-cookie"] !== undefined) return "its name set a cookie";
  return null;
}

async function sent(files: FileClient, { bytes, name, isTaken }: Payload): Promise<Verdict> {
  const evidenceId = await files.item();
  const id = await files.begin(evidenceId, bytes.length, name);
  if (id === null) return { unlike: "it could not be begun" };
  const reply = await files.put(files.coordinator, id, bytes);
  if (reply.status === 415) {
    if (isTaken === true) return { unlike: "it was refused" };
    const finished = await files.finish(id);
    return finished === null ? { unlike: "it was refused, and finished all the same" } : "refused";
  }
  if (reply.status !== 200 || isTaken === false) return { unlike: `${reply.status} ${reply.text}` };
  const finished = await files.finish(id);
  if (finished !== null) return { unlike: `it was taken, and not finished: ${finished}` };
  for (const more of ["", "&download"]) {
    const got = await files.read(files.coordinator, id, more);
    const why = got.status === 200 ? harm(got) : `it reads as ${got.status}`;
    if (why !== null) return { unlike: why };
  }
  return "allowed";
}

/** As browsers read it: the extended name, where there is one. */
function offeredName({ headers }: Reply): string {
  const offered = String(headers["content-disposition"]);
  const extended = /filename\*=UTF-8''(.+)$/.exec(offered)?.[1];
  return extended === undefined
    ? (/filename="?(.*?)"?$/.exec(offered)?.[1] ?? "")
    : decodeURIComponent(extended);
}

async function called({ tally }: Range, files: FileClient): Promise<void> {
  for (const sent of names)
    await tally.attempt("uploads", `the name ${JSON.stringify(sent)}`, async () => {
      const id = await files.begin(await files.item(), samples.pdf.length, sent);
      if (id === null) return "refused";
      await files.put(files.coordinator, id, samples.pdf);
      await files.finish(id);
      const got = await files.read(files.coordinator, id, "&download");
      const why = got.status === 200 ? harm(got) : `it reads as ${got.status}`;
      if (why !== null) return { unlike: why };
      const name = offeredName(got);
      return /[/\\\p{Cc}\p{Cf}]/u.test(name) || !name.endsWith(".pdf")
        ? { unlike: `it is offered as ${JSON.stringify(name)}` }
        : "allowed";
    });
}

async function addressed({ fixture, tally }: Range, files: FileClient): Promise<void> {
  for (const id of addresses) {
    const verdict = ({ status, text }: Reply): Verdict =>
      status >= 400 && status < 500 ? "refused" : { unlike: `${status} ${text.slice(0, 200)}` };
    await tally.attempt("uploads", `sending to ${id}`, async () =>
      verdict(await files.put(files.coordinator, id, samples.pdf)),
    );
    await tally.attempt("uploads", `reading ${id}`, async () =>
      verdict(await files.read(files.coordinator, id)),
    );
    await tally.attempt("uploads", `reading at organisation ${id}`, async () => {
      const { cookie = "", hat = "" } = files.coordinator;
      const path = `/files/${id}/${fixture.ids.file}?hat=${hat}`;
      return verdict(await fixture.server.send({ path, headers: { cookie } }));
    });
  }
}

/** Sizes that are none, and bytes that are fewer or more than was said. */
async function announced({ tally }: Range, files: FileClient): Promise<void> {
  for (const size of [0, -1, 104_857_601, 2 ** 31 - 1])
    await tally.attempt("uploads", `${size} bytes announced`, async () =>
      (await files.begin(await files.item(), size)) === null
        ? "refused"
        : { unlike: "it was begun" },
    );
  const { pdf } = samples;
  await tally.attempt("uploads", "as many bytes as announced, streamed", async () => {
    const id = await files.begin(await files.item(), pdf.length);
    const status = await files.stream(id ?? "", pdf);
    return status === 200 ? "allowed" : { unlike: `${status}` };
  });
  const wrong = { none: Buffer.alloc(0), fewer: pdf.subarray(1), more: Buffer.concat([pdf, pdf]) };
  for (const [what, bytes] of Object.entries(wrong))
    await tally.attempt("uploads", `${what} bytes than announced`, async () => {
      const id = await files.begin(await files.item(), pdf.length);
      const reply = await files.put(files.coordinator, id ?? "", bytes);
      return reply.text.includes("UPLOAD_INCOMPLETE") && (await files.finish(id ?? "")) !== null
        ? "refused"
        : { unlike: `${reply.status} ${reply.text}` };
    });
  for (const [what, bytes] of Object.entries(wrong))
    await tally.attempt("uploads", `${what} bytes than announced, streamed`, async () => {
      const id = await files.begin(await files.item(), pdf.length);
      const status = await files.stream(id ?? "", bytes);
      return status === 409 && (await files.finish(id ?? "")) !== null
        ? "refused"
        : { unlike: `${status}` };
    });
}

/** The largest there may be, cut halfway: nothing stays, and sent again it is whole. */
async function brokenOff({ tally, size }: Range, files: FileClient): Promise<void> {
  const bytes = Buffer.alloc(size === "full" ? 104_857_600 : 4_000_000, "partners ");
  const before = await files.kept();
  const id = await files.begin(await files.item(), bytes.length, "lang.txt");
  await tally.attempt("uploads", `${bytes.length} bytes cut halfway`, async () => {
    await files.cut(id ?? "", bytes);
    const gone = await eventually(async () => (await files.kept()).length === before.length);
    if (!gone) return { unlike: "half a file stays" };
    return (await files.finish(id ?? "")) === null ? { unlike: "half a file counts" } : "refused";
  });
  await tally.attempt("uploads", `${bytes.length} bytes, sent again`, async () => {
    const { status, text } = await files.put(files.coordinator, id ?? "", bytes);
    if (status !== 200) return { unlike: `${status} ${text}` };
    return (await files.finish(id ?? "")) === null ? "allowed" : { unlike: "it is not finished" };
  });
}

/** Who sends and who reads: an upload is its library's, and so are the bytes. */
async function read({ fixture, tally }: Range, files: FileClient): Promise<void> {
  const inside = (right: Right) => ownLibrary.some((own) => own === right);
  const bytes = Buffer.from("%PDF-1.7\n% kanarie-library-evidence_file.bytes\n%%EOF\n");
  const ids = {
    internal: await files.upload(await files.item("INTERNAL"), bytes),
    shared: await files.upload(await files.item("SHARED"), bytes),
  };
  const begun = await files.begin(await files.item(), bytes.length);
  for (const right of everyRight) {
    const { caller } = fixture.personas[right];
    for (const [kind, id] of Object.entries(ids))
      await tally.attempt("uploads", `${right}: reading a file that is ${kind}`, async () => {
        const { status } = await files.read(caller, id);
        if (inside(right)) return status === 200 ? "allowed" : { unlike: `it reads as ${status}` };
        return status >= 400 && status < 500 ? "refused" : { unlike: `it reads as ${status}` };
      });
    if (inside(right)) continue;
    await tally.attempt("uploads", `${right}: sending to an upload of the library`, async () => {
      const { status, text } = await files.put(caller, begun ?? "", bytes);
      return [401, 403, 404].includes(status) ? "refused" : { unlike: `${status} ${text}` };
    });
  }
  await tally.attempt("uploads", "another website sends to an upload", async () => {
    const origin = { origin: "https://elders.example" };
    const { text } = await files.put(files.coordinator, begun ?? "", bytes, origin);
    return text.includes("FOREIGN_ORIGIN") ? "refused" : { unlike: text };
  });
}

/** Looks again until it is so, for a while. */
async function eventually(isSo: () => Promise<boolean>): Promise<boolean> {
  for (const end = performance.now() + 20_000; performance.now() < end;)
    if (await isSo()) return true;
  return false;
}
