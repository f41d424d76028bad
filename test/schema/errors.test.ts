import { readdirSync, readFileSync } from "node:fs";
import { join, sep } from "node:path";
import { errors, type ErrorCode, type Severity } from "@toetssteen/contract";
import { describe, expect, test } from "vitest";

const root = join(import.meta.dirname, "../..");
const codes = Object.keys(errors) as ErrorCode[];

interface Explained {
  readonly code: string;
  readonly severity: string;
  readonly status: number;
  readonly when: string;
  readonly remedy: string;
  /** Folders below `server/src`. */
  readonly folders: readonly string[];
  readonly anywhere: boolean;
}

/** The rows of `docs/errors.md`, each with the heading that it stands under. */
function explained(): Explained[] {
  const page = readFileSync(join(root, "docs/errors.md"), "utf8");
  return page.split(/^## /m).flatMap((section) => {
    const severity = /^\w+/.exec(section)?.[0].toLowerCase() ?? "";
    return [...section.matchAll(/^\| `([A-Z_]+)` \|(.*)\|$/gm)].map(([, code = "", rest = ""]) => {
      const [status = "", when = "", remedy = "", thrown = ""] = rest
        .split("|")
        .map((cell) => cell.trim());
      const folders = [...thrown.matchAll(/`([^`]+)`/g)].map(([, folder = ""]) => folder);
      const anywhere = thrown.includes("any concept");
      return { code, severity, status: Number(status), when, remedy, folders, anywhere };
    });
  });
}

const sources = readdirSync(join(root, "server/src"), { recursive: true, encoding: "utf8" })
  .filter((file) => file.endsWith(".ts") && !file.endsWith(".test.ts"))
  .map((file) => ({ file, text: readFileSync(join(root, "server/src", file), "utf8") }));

/** The folders with code that names an error. */
function foldersThat(code: string): string[] {
  const naming = sources.filter(({ text }) => text.includes(`"${code}"`));
  return [...new Set(naming.map(({ file }) => file.split(sep)[0] ?? ""))];
}

const rows = explained();

test("every error is explained once, and every explanation is of an error", () => {
  expect(rows.map(({ code }) => code).toSorted()).toEqual(codes.toSorted());
});

describe.each(rows.map((row) => [row.code, row] as const))("%s", (code, row) => {
  test("is explained with the status and severity that it has", () => {
    const { status, severity } = errors[code as ErrorCode];
    expect(row).toMatchObject({ status, severity });
  });

  test("says when it comes and what helps", () => {
    expect(row.when.length).toBeGreaterThan(10);
    expect(row.remedy.length).toBeGreaterThan(3);
  });

  test("is thrown where the page says so, and nowhere else", () => {
    const found = foldersThat(code);
    if (row.anywhere) expect(found).toEqual(expect.arrayContaining([...row.folders]));
    else expect(found.toSorted()).toEqual(row.folders.toSorted());
  });
});

describe.each(codes)("the text of %s", (code) => {
  const { nl, en } = errors[code];

  test("is there in Dutch and in English", () => {
    for (const text of [nl, en]) expect(text).toMatch(/^[A-Z].{10,}[.?]$/);
    expect(en).not.toBe(nl);
  });

  test("names no code, field or status", () => {
    for (const text of [nl, en]) expect(text).not.toMatch(/[A-Z]{3,}|_|\b[45]\d\d\b/);
  });
});

test("every severity is there, so that a page can count on the three", () => {
  const known: Record<Severity, true> = { refused: true, retry: true, fault: true };
  const used = new Set(codes.map((code) => errors[code].severity));
  expect([...used].toSorted()).toEqual(Object.keys(known).toSorted());
});
