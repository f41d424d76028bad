import { strFromU8, unzipSync } from "fflate";
import type { ReadPrint, ReadTable } from "./prints.ts";

export interface ReadWord extends ReadPrint {
  /** Of each table, how wide its columns are, and how wide the cells of each row. */
  readonly widths: readonly {
    readonly grid: readonly number[];
    readonly rows: readonly (readonly number[])[];
  }[];
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
    tables: tables.map(tableOf),
    widths: tables.map((table) => ({
      grid: numbers(table, /<w:gridCol w:w="(\d+)"/g),
      rows: elements(table, "tr").map((row) => numbers(row, /<w:tcW w:type="dxa" w:w="(\d+)"/g)),
    })),
  };
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
