import { strFromU8, unzipSync } from "fflate";
import type { ReadPrint, ReadTable } from "./prints.ts";

export interface ReadWord extends ReadPrint {
  /** Of each table, how wide its columns are, and how wide the cells of each row. */
  readonly widths: readonly {
    readonly grid: readonly number[];
    readonly rows: readonly (readonly number[])[];
  }[];
  /** Characters in any of its files that XML 1.0 forbids: Word opens no document with one. */
  readonly unlawful: readonly string[];
  /** What isn't in a table. */
  readonly paragraphs: readonly ReadParagraph[];
}

export interface ReadParagraph {
  readonly text: string;
  /** How deep it stands in lists; null for what is no item. */
  readonly level: number | null;
  /** How an item is counted, such as "3." for the first; null for what is no item. */
  readonly marker: string | null;
  readonly runs: readonly ReadRun[];
}

export interface ReadRun {
  readonly text: string;
  readonly isBold: boolean;
  readonly isItalic: boolean;
  /** What it opens, if anything. */
  readonly address: string | null;
}

export function readWord(bytes: Uint8Array): ReadWord {
  const files = unzipSync(bytes);
  const part = (name: string) => strFromU8(files[name] ?? new Uint8Array());
  const body = part("word/document.xml");
  const tables = elements(body, "tbl");
  return {
    text: spaced(plain(body.replaceAll(/<\/w:p>|<w:br\/>/g, " "))),
    title: plain(/<dc:title>(.*?)<\/dc:title>/s.exec(part("docProps/core.xml"))?.[1] ?? ""),
    language: /<w:docDefaults>.*?<w:lang w:val="([^"]+)"/s.exec(part("word/styles.xml"))?.[1] ?? "",
    headings: [...body.matchAll(/<w:pStyle w:val="Heading(\d)"/g)].map(([, level]) =>
      Number(level),
    ),
    unlawful: Object.values(files).flatMap((file) => strFromU8(file).match(forbidden) ?? []),
    tables: tables.map(tableOf),
    paragraphs: elements(body.replaceAll(/<w:tbl>.*?<\/w:tbl>/gs, ""), "p").map((paragraph) =>
      paragraphOf(paragraph, part("word/numbering.xml"), part("word/_rels/document.xml.rels")),
    ),
    widths: tables.map((table) => ({
      grid: numbers(table, /<w:gridCol w:w="(\d+)"/g),
      rows: elements(table, "tr").map((row) => numbers(row, /<w:tcW w:type="dxa" w:w="(\d+)"/g)),
    })),
  };
}

const forbidden = /[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu;

function paragraphOf(xml: string, numbering: string, relations: string): ReadParagraph {
  const [, level, id] = /<w:ilvl w:val="(\d)"\/><w:numId w:val="(\d+)"/.exec(xml) ?? [];
  const runs = xml.split(/(<w:hyperlink .*?<\/w:hyperlink>)/s).flatMap((piece) => {
    const link = /<w:hyperlink [^>]*r:id="([^"]+)"/.exec(piece)?.[1];
    const address = link === undefined ? null : addressOf(link, relations);
    return elements(piece, "r").map((run) => ({
      text: plain(run.replaceAll("<w:br/>", "\n")),
      isBold: run.includes("<w:b/>"),
      isItalic: run.includes("<w:i/>"),
      address,
    }));
  });
  return {
    text: runs.map(({ text }) => text).join(""),
    level: level === undefined ? null : Number(level),
    marker: id === undefined ? null : markerOf(id, numbering),
    runs,
  };
}

function addressOf(id: string, relations: string): string | null {
  const relation = relations.match(/<Relationship [^>]*>/g)?.find((one) => one.includes(`"${id}"`));
  const target = /Target="([^"]*)"/.exec(relation ?? "")?.[1];
  return target === undefined ? null : plain(target);
}

function markerOf(id: string, numbering: string): string | null {
  const number = elements(numbering, "num").find((one) => one.includes(`w:numId="${id}"`));
  const kept = /<w:abstractNumId w:val="(\d+)"/.exec(number ?? "")?.[1];
  const list = elements(numbering, "abstractNum").find((one) =>
    one.includes(`w:abstractNumId="${kept}"`),
  );
  const text = /<w:lvlText w:val="([^"]*)"/.exec(list ?? "")?.[1] ?? null;
  const start = /<w:start w:val="(\d+)"/.exec(list ?? "")?.[1] ?? "";
  return text?.replace(/%\d/, start) ?? null;
}

function tableOf(table: string): ReadTable {
  return elements(table, "tr").map((row) =>
    elements(row, "tc").map((cell) => ({
      text: spaced(plain(cell.replaceAll(/<\/w:p>|<w:br\/>/g, " "))).trim(),
      isHead: row.includes("<w:tblHeader/>"),
    })),
  );
}

function elements(xml: string, name: string): string[] {
  return xml.match(new RegExp(`<w:${name}>.*?</w:${name}>|<w:${name} .*?</w:${name}>`, "gs")) ?? [];
}

function numbers(xml: string, each: RegExp): number[] {
  return [...xml.matchAll(each)].map(([, digits]) => Number(digits));
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
