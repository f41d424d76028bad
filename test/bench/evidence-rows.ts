import { createHash } from "node:crypto";
import { partsOf, type Edition } from "@toetssteen/norms";
import type { Rows, Value } from "./columns.ts";
import { cycleId, organisationId, rowId } from "./ids.ts";
import { titles } from "./words.ts";

/** Documents beside norm 4 of every library, and how often they are used there. */
const documents = 40;
const uses = 80;
/** What the library with the long list has in all. */
const longList = 2_000;

/** A library's documents; every fifth is a link, every eighth file has an earlier version. */
export function evidenceRows(
  edition: Edition,
  library: number,
  random: () => number,
  anybody: () => string,
): Rows {
  const organisation = organisationId(library);
  const count = library === 0 ? longList : documents;
  const items: Value[][] = [];
  const files: Value[][] = [];
  for (let row = 0; row < count; row += 1) {
    const id = rowId("evidence", library, row);
    const isLink = row % 5 === 4;
    const title = `${titles[row % titles.length]} ${1 + Math.floor(row / titles.length)}`;
    const added = new Date(Date.UTC(2026, 0, 1 + (row % 300), 9, Math.floor(random() * 600)));
    const year = 2022 + (row % 4);
    items.push([
      organisation,
      id,
      isLink ? "link" : "files",
      title,
      isLink ? `https://documenten.bench.example/${row}` : null,
      row % 3 === 0 ? null : `${year}-01-01`,
      row % 3 === 0 ? null : `${year}-12-31`,
      row % 2 === 0 ? "shared" : "internal",
      "",
      added.toISOString(),
      anybody(),
      added.toISOString(),
      anybody(),
    ]);
    if (isLink) continue;
    const versions = row % 8 === 0 ? 2 : 1;
    for (let version = 0; version < versions; version += 1) {
      const file = rowId("file", library, row * 2 + version);
      files.push([
        organisation,
        file,
        id,
        version === 0 ? null : rowId("file", library, row * 2),
        0,
        `${title.toLowerCase().replaceAll(" ", "-")}.pdf`,
        100_000 + row,
        "ready",
        "application/pdf",
        createHash("sha256").update(file).digest("hex"),
        file,
        new Date(added.getTime() + version * 3_600_000).toISOString(),
        anybody(),
      ]);
    }
  }
  return {
    "toetssteen.evidence": items,
    "toetssteen.evidence_file": files,
    "toetssteen.evidence_use": useRows(edition, library, random, anybody, count),
  };
}

function useRows(
  edition: Edition,
  library: number,
  random: () => number,
  anybody: () => string,
  count: number,
): Value[][] {
  const norm = edition.norms.find(({ code }) => code === "4");
  const beside = partsOf(edition).filter((part) => part.norm === norm);
  const elsewhere = partsOf(edition).filter((part) => part.norm !== norm);
  const rows: Value[][] = [];
  const use = (document: number, part: string, slot: string | null) =>
    rows.push([
      organisationId(library),
      rowId("use", library, rows.length),
      rowId("evidence", library, document),
      cycleId(library),
      part,
      slot,
      random() < 0.5 ? "" : `blz. ${1 + Math.floor(random() * 40)}`,
      new Date(Date.UTC(2026, 9, 1 + (rows.length % 50), 10, rows.length)).toISOString(),
      anybody(),
    ]);
  for (let row = 0; row < uses; row += 1) {
    const part = beside[row % beside.length]?.code ?? "4";
    const slots = norm?.questions.find(({ code }) => code === part)?.slots ?? [];
    use(row % documents, part, slots[row % (slots.length + 1)]?.code ?? null);
  }
  for (let document = documents; document < count; document += 1)
    use(document, elsewhere[document % elsewhere.length]?.code ?? "1", null);
  return rows;
}
