import { strFromU8, unzipSync } from "fflate";
import { getDocumentProxy } from "unpdf";
import type { Server } from "./app.ts";
import type { Caller } from "./app.ts";

/** What a document says, and what software that reads it aloud is told. */
export interface ReadPrint {
  /** All of its text, with single spaces. */
  readonly text: string;
  readonly title: string;
  readonly language: string;
  /** Levels of its headings, in order. */
  readonly headings: readonly number[];
}

export interface ReadPdf extends ReadPrint {
  readonly isTagged: boolean;
  /** Part of PDF/UA that it claims. */
  readonly universal: string | null;
  /** Its bookmarks on top. */
  readonly bookmarks: readonly string[];
  readonly pages: number;
}

export interface PrintAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, unknown>>;
  readonly bytes: Uint8Array;
  /** Of what refused; null with a document. */
  readonly code: string | null;
}

/** @param path below /prints */
export async function getPrint(server: Server, by: Caller, path: string): Promise<PrintAnswer> {
  const reply = await server.app.fastify.inject({
    method: "GET",
    url: `/prints/${path}`,
    headers: {
      ...(by.cookie !== undefined && { cookie: by.cookie }),
      ...(by.hat !== undefined && { "x-hat": by.hat }),
    },
  });
  const isText = String(reply.headers["content-type"]).startsWith("application/json");
  return {
    status: reply.statusCode,
    headers: reply.headers,
    bytes: new Uint8Array(reply.rawPayload),
    code: isText ? (JSON.parse(reply.body) as { code: string }).code : null,
  };
}

interface Tag {
  readonly role?: string;
  readonly children?: readonly Tag[];
}

export async function readPdf(bytes: Uint8Array): Promise<ReadPdf> {
  const pdf = await getDocumentProxy(new Uint8Array(bytes));
  const { info, metadata } = await pdf.getMetadata();
  const { Title: title, Language: language } = info as { Title: string; Language: string };
  const texts: string[] = [];
  const headings: number[] = [];
  const look = ({ role = "", children = [] }: Tag) => {
    const [, level] = /^H([1-6])$/.exec(role) ?? [];
    if (level !== undefined) headings.push(Number(level));
    for (const child of children) look(child);
  };
  for (let number = 1; number <= pdf.numPages; number += 1) {
    const page = await pdf.getPage(number);
    const { items } = await page.getTextContent();
    for (const item of items) if ("str" in item) texts.push(item.str, item.hasEOL ? " " : "");
    look(((await page.getStructTree()) ?? {}) as Tag);
  }
  return {
    text: spaced(texts.join("")),
    title,
    language,
    headings,
    isTagged: (await pdf.getMarkInfo())?.Marked === true,
    universal:
      (metadata as { get(name: string): string | null } | null)?.get("pdfuaid:part") ?? null,
    bookmarks: ((await pdf.getOutline()) ?? []).map((mark) => (mark as { title: string }).title),
    pages: pdf.numPages,
  };
}

export function readWord(bytes: Uint8Array): ReadPrint {
  const files = unzipSync(bytes);
  const part = (name: string) => strFromU8(files[name] ?? new Uint8Array());
  const body = part("word/document.xml");
  return {
    text: spaced(plain(body.replaceAll(/<\/w:p>|<w:br\/>/g, " "))),
    title: plain(/<dc:title>(.*?)<\/dc:title>/.exec(part("docProps/core.xml"))?.[1] ?? ""),
    language: /<w:docDefaults>.*?<w:lang w:val="([^"]+)"/s.exec(part("word/styles.xml"))?.[1] ?? "",
    headings: [...body.matchAll(/<w:pStyle w:val="Heading(\d)"/g)].map(([, level]) =>
      Number(level),
    ),
  };
}

function plain(xml: string): string {
  return xml
    .replaceAll(/<[^>]+>/g, "")
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&quot;", '"')
    .replaceAll("&apos;", "'")
    .replaceAll("&amp;", "&");
}

const spaced = (text: string) => text.replaceAll(/\s+/g, " ");
