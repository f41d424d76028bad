import { appendFile, mkdir, readFile, rename, writeFile } from "node:fs/promises";
import path from "node:path";
import { createTransport } from "nodemailer";
import { z } from "zod";
import { compose, type Delivery } from "./message.ts";

/** One mail in the outbox. */
const entry = z.object({
  id: z.string().regex(/^[a-z0-9-]+$/),
  at: z.iso.datetime(),
  from: z.string(),
  to: z.string(),
  locale: z.enum(["nl", "en"]),
  subject: z.string(),
  text: z.string(),
  /** The inside of its HTML; made by us, with everything in it escaped. */
  fragment: z.string(),
});
export type OutboxEntry = z.output<typeof entry>;

export function outboxFolder(dataDir: string): string {
  return path.join(dataDir, "outbox");
}

/** Keeps every mail as a file that mail programs open, and a line about it in the index. */
export async function openOutbox(folder: string): Promise<Delivery> {
  // Mail holds links that open accounts.
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const transport = createTransport({ streamTransport: true, buffer: true, newline: "windows" });
  return {
    async send(message) {
      const { message: bytes } = await transport.sendMail(compose(message));
      if (!Buffer.isBuffer(bytes)) throw new TypeError("The mail was not composed as a whole.");
      const file = messageFile(folder, message.id);
      await writeFile(`${file}.part`, bytes, { mode: 0o600 });
      await rename(`${file}.part`, file);
      const line = JSON.stringify(entry.parse({ ...message, at: message.at.toISOString() }));
      await appendFile(indexFile(folder), `${line}\n`, { mode: 0o600 });
    },
    async check() {
      await mkdir(folder, { recursive: true });
    },
    close: () => transport.close(),
  };
}

/** What lies in the outbox, latest first. A mail that was tried twice is there once. */
export async function readOutbox(folder: string): Promise<OutboxEntry[]> {
  const index = await readFile(indexFile(folder), "utf8").catch((error: NodeJS.ErrnoException) => {
    if (error.code === "ENOENT") return "";
    throw error;
  });
  const entries = new Map(
    index
      .split("\n")
      .flatMap(readLine)
      .map((read) => [read.id, read]),
  );
  return [...entries.values()].toReversed();
}

/** The mail as a mail program reads it, or null. */
export async function findMessage(folder: string, id: string): Promise<Buffer | null> {
  if (!entry.shape.id.safeParse(id).success) return null;
  return readFile(messageFile(folder, id)).catch((error: NodeJS.ErrnoException) => {
    if (error.code === "ENOENT") return null;
    throw error;
  });
}

/** A line that a crash cut off is no mail: its job runs again and writes it whole. */
function readLine(line: string): OutboxEntry[] {
  try {
    return [entry.parse(JSON.parse(line))];
  } catch {
    return [];
  }
}

function messageFile(folder: string, id: string): string {
  return path.join(folder, `${id}.eml`);
}

function indexFile(folder: string): string {
  return path.join(folder, "index.ndjson");
}
