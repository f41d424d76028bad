import { everyRight, ownLibrary, type Right } from "../../roles/right-by-field.table.ts";
import { samples } from "../../support/samples.ts";
import { openDesk, type Desk } from "../files/desk.ts";
import { addresses, names, payloads, type Payload } from "../files/payloads.ts";
import type { Area, Range } from "../range.ts";
import type { Reply } from "../remote.ts";
import type { Verdict } from "../tally.ts";

/** Files that run, grow or lie; names that lead elsewhere; senders who stop halfway or have no business there. */
export const uploads: Area = {
  name: "uploads",
  async run(range) {
    const desk = openDesk(range);
    const before = new Set(await desk.kept());
    for (const payload of payloads(range.size === "full" ? 300_000_000 : 20_000_000))
      await range.tally.attempt("uploads", payload.what, () => sent(desk, payload));
    await called(range, desk);
    await addressed(range, desk);
    await announced(range, desk);
    await brokenOff(range, desk);
    await read(range, desk);
    await range.tally.attempt("uploads", "what was kept, and where", async () => {
      const strange = (await desk.kept()).filter((path) => !before.has(path) && !own.test(path));
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

async function sent(desk: Desk, { bytes, name, isTaken }: Payload): Promise<Verdict> {
  const evidenceId = await desk.item();
  const id = await desk.begin(evidenceId, bytes.length, name);
  if (id === null) return { unlike: "it could not be begun" };
  const reply = await desk.put(desk.coordinator, id, bytes);
  if (reply.status === 415) {
    if (isTaken === true) return { unlike: "it was refused" };
    const finished = await desk.finish(id);
    return finished === null ? { unlike: "it was refused, and finished all the same" } : "refused";
  }
  if (reply.status !== 200 || isTaken === false) return { unlike: `${reply.status} ${reply.text}` };
  const finished = await desk.finish(id);
  if (finished !== null) return { unlike: `it was taken, and not finished: ${finished}` };
  for (const more of ["", "&download"]) {
    const got = await desk.read(desk.coordinator, id, more);
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

async function called({ tally }: Range, desk: Desk): Promise<void> {
  for (const sent of names)
    await tally.attempt("uploads", `the name ${JSON.stringify(sent)}`, async () => {
      const id = await desk.begin(await desk.item(), samples.pdf.length, sent);
      if (id === null) return "refused";
      await desk.put(desk.coordinator, id, samples.pdf);
      await desk.finish(id);
      const got = await desk.read(desk.coordinator, id, "&download");
      const why = got.status === 200 ? harm(got) : `it reads as ${got.status}`;
      if (why !== null) return { unlike: why };
      const name = offeredName(got);
      return /[/\\\p{Cc}\p{Cf}]/u.test(name) || !name.endsWith(".pdf")
        ? { unlike: `it is offered as ${JSON.stringify(name)}` }
        : "allowed";
    });
}

async function addressed({ house, tally }: Range, desk: Desk): Promise<void> {
  for (const id of addresses) {
    const verdict = ({ status, text }: Reply): Verdict =>
      status >= 400 && status < 500 ? "refused" : { unlike: `${status} ${text.slice(0, 200)}` };
    await tally.attempt("uploads", `sending to ${id}`, async () =>
      verdict(await desk.put(desk.coordinator, id, samples.pdf)),
    );
    await tally.attempt("uploads", `reading ${id}`, async () =>
      verdict(await desk.read(desk.coordinator, id)),
    );
    await tally.attempt("uploads", `reading at organisation ${id}`, async () => {
      const { cookie = "", hat = "" } = desk.coordinator;
      const path = `/files/${id}/${house.ids.file}?hat=${hat}`;
      return verdict(await house.server.send({ path, headers: { cookie } }));
    });
  }
}

/** Sizes that are none, and bytes that are fewer or more than was said. */
async function announced({ tally }: Range, desk: Desk): Promise<void> {
  for (const size of [0, -1, 104_857_601, 2 ** 31 - 1])
    await tally.attempt("uploads", `${size} bytes announced`, async () =>
      (await desk.begin(await desk.item(), size)) === null ? "refused" : { unlike: "it was begun" },
    );
  const { pdf } = samples;
  await tally.attempt("uploads", "as many bytes as announced, streamed", async () => {
    const id = await desk.begin(await desk.item(), pdf.length);
    const status = await desk.stream(id ?? "", pdf);
    return status === 200 ? "allowed" : { unlike: `${status}` };
  });
  const wrong = { none: Buffer.alloc(0), fewer: pdf.subarray(1), more: Buffer.concat([pdf, pdf]) };
  for (const [what, bytes] of Object.entries(wrong))
    await tally.attempt("uploads", `${what} bytes than announced`, async () => {
      const id = await desk.begin(await desk.item(), pdf.length);
      const reply = await desk.put(desk.coordinator, id ?? "", bytes);
      return reply.text.includes("UPLOAD_INCOMPLETE") && (await desk.finish(id ?? "")) !== null
        ? "refused"
        : { unlike: `${reply.status} ${reply.text}` };
    });
  for (const [what, bytes] of Object.entries(wrong))
    await tally.attempt("uploads", `${what} bytes than announced, streamed`, async () => {
      const id = await desk.begin(await desk.item(), pdf.length);
      const status = await desk.stream(id ?? "", bytes);
      return status === 409 && (await desk.finish(id ?? "")) !== null
        ? "refused"
        : { unlike: `${status}` };
    });
}

/** The largest there may be, cut halfway: nothing stays, and sent again it is whole. */
async function brokenOff({ tally, size }: Range, desk: Desk): Promise<void> {
  const bytes = Buffer.alloc(size === "full" ? 104_857_600 : 4_000_000, "partners ");
  const before = await desk.kept();
  const id = await desk.begin(await desk.item(), bytes.length, "lang.txt");
  await tally.attempt("uploads", `${bytes.length} bytes cut halfway`, async () => {
    await desk.cut(id ?? "", bytes);
    const gone = await eventually(async () => (await desk.kept()).length === before.length);
    if (!gone) return { unlike: "half a file stays" };
    return (await desk.finish(id ?? "")) === null ? { unlike: "half a file counts" } : "refused";
  });
  await tally.attempt("uploads", `${bytes.length} bytes, sent again`, async () => {
    const { status, text } = await desk.put(desk.coordinator, id ?? "", bytes);
    if (status !== 200) return { unlike: `${status} ${text}` };
    return (await desk.finish(id ?? "")) === null ? "allowed" : { unlike: "it is not finished" };
  });
}

/** Who sends and who reads: an upload is its library's, and so are the bytes. */
async function read({ house, tally }: Range, desk: Desk): Promise<void> {
  const inside = (right: Right) => ownLibrary.some((own) => own === right);
  const bytes = Buffer.from("%PDF-1.7\n% kanarie-library-evidence_file.bytes\n%%EOF\n");
  const files = {
    internal: await desk.upload(await desk.item("INTERNAL"), bytes),
    shared: await desk.upload(await desk.item("SHARED"), bytes),
  };
  const begun = await desk.begin(await desk.item(), bytes.length);
  for (const right of everyRight) {
    const { caller } = house.standings[right];
    for (const [kind, id] of Object.entries(files))
      await tally.attempt("uploads", `${right}: reading a file that is ${kind}`, async () => {
        const { status } = await desk.read(caller, id);
        if (inside(right)) return status === 200 ? "allowed" : { unlike: `it reads as ${status}` };
        return status >= 400 && status < 500 ? "refused" : { unlike: `it reads as ${status}` };
      });
    if (inside(right)) continue;
    await tally.attempt("uploads", `${right}: sending to an upload of the library`, async () => {
      const { status, text } = await desk.put(caller, begun ?? "", bytes);
      return [401, 403, 404].includes(status) ? "refused" : { unlike: `${status} ${text}` };
    });
  }
  await tally.attempt("uploads", "another website sends to an upload", async () => {
    const origin = { origin: "https://elders.example" };
    const { text } = await desk.put(desk.coordinator, begun ?? "", bytes, origin);
    return text.includes("FOREIGN_ORIGIN") ? "refused" : { unlike: text };
  });
}

/** Looks again until it is so, for a while. */
async function eventually(isSo: () => Promise<boolean>): Promise<boolean> {
  for (const end = performance.now() + 20_000; performance.now() < end;)
    if (await isSo()) return true;
  return false;
}
