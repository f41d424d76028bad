import { getDocumentProxy } from "unpdf";
import type { ReadPrint, ReadTable } from "./prints.ts";

/** What is marked in a PDF for software that reads it aloud. */
export interface Tag {
  readonly role: string;
  /** All that stands in it, with single spaces. */
  readonly text: string;
  readonly children: readonly Tag[];
}

export interface ReadPdf extends ReadPrint {
  readonly isTagged: boolean;
  /** Part of PDF/UA that it claims. */
  readonly universal: string | null;
  /** Its bookmarks on top. */
  readonly bookmarks: readonly string[];
  readonly pages: number;
  /** What its links open, in order. */
  readonly links: readonly string[];
  /** Each piece that was set at once, and the typeface it is set in. */
  readonly faces: Readonly<Record<string, string>>;
  /** Page after page. */
  readonly tags: readonly Tag[];
}

/** As the library for PDF gives it: a tag, or what it marks. */
interface Node {
  readonly role?: string;
  readonly type?: string;
  readonly id?: string;
  readonly children?: readonly Node[];
}

export async function readPdf(bytes: Uint8Array): Promise<ReadPdf> {
  const pdf = await getDocumentProxy(new Uint8Array(bytes));
  const { info, metadata } = await pdf.getMetadata();
  const { Title: title, Language: language } = info as { Title: string; Language: string };
  const texts: string[] = [];
  const tags: Tag[] = [];
  const links: string[] = [];
  const faces: Record<string, string> = {};
  for (let number = 1; number <= pdf.numPages; number += 1) {
    const page = await pdf.getPage(number);
    const { items } = await page.getTextContent({ includeMarkedContent: true });
    const marked = new Map<string, string>();
    const fonts: (readonly [piece: string, font: string])[] = [];
    const open: (string | undefined)[] = [];
    for (const item of items)
      if ("str" in item) {
        const text = `${item.str}${item.hasEOL ? " " : ""}`;
        texts.push(text);
        fonts.push([item.str, item.fontName]);
        const id = open.findLast((one) => one !== undefined);
        if (id !== undefined) marked.set(id, (marked.get(id) ?? "") + text);
      } else if (item.type === "endMarkedContent") open.pop();
      else open.push("id" in item ? (item.id ?? undefined) : undefined);
    // The names are known once the page was gone through as if it were drawn.
    await page.getOperatorList();
    for (const [piece, font] of fonts)
      if (page.commonObjs.has(font)) faces[piece] = nameOf(page.commonObjs.get(font));
    for (const { url } of (await page.getAnnotations()) as { url?: string }[])
      if (url !== undefined) links.push(url);
    const root = (await page.getStructTree()) as Node | null;
    if (root) tags.push(tagOf(root, marked));
  }
  return {
    text: spaced(texts.join("")),
    title,
    language,
    headings: all(tags, /^H[1-6]$/).map(({ role }) => Number(role.slice(1))),
    tables: all(tags, /^Table$/).map(tableOf),
    isTagged: (await pdf.getMarkInfo())?.Marked === true,
    universal:
      (metadata as { get(name: string): string | null } | null)?.get("pdfuaid:part") ?? null,
    bookmarks: ((await pdf.getOutline()) ?? []).map((mark) => (mark as { title: string }).title),
    pages: pdf.numPages,
    links,
    faces,
    tags,
  };
}

/** Tags of a kind, in order, wherever they stand. */
export function all(tags: readonly Tag[], role: RegExp): Tag[] {
  return tags.flatMap((tag) => [...(role.test(tag.role) ? [tag] : []), ...all(tag.children, role)]);
}

/** As the document has it, without the letters that say it is a part of a typeface. */
function nameOf(font: unknown): string {
  return String((font as { name?: string }).name).replace(/^[A-Z]{6}\+/, "");
}

function tagOf(node: Node, marked: ReadonlyMap<string, string>): Tag {
  const below = node.children ?? [];
  return {
    role: node.role ?? "",
    text: spaced(below.map((one) => textOf(one, marked)).join("")).trim(),
    children: below.filter(({ role }) => role !== undefined).map((one) => tagOf(one, marked)),
  };
}

function textOf(node: Node, marked: ReadonlyMap<string, string>): string {
  if (node.type === "content") return marked.get(node.id ?? "") ?? "";
  return (node.children ?? []).map((one) => textOf(one, marked)).join("");
}

function tableOf(table: Tag): ReadTable {
  return all([table], /^TR$/).map(({ children }) =>
    children.map(({ role, text }) => ({ text, isHead: role === "TH" })),
  );
}

const spaced = (text: string) => text.replaceAll(/\s+/g, " ");
