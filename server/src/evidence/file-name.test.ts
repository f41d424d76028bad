import { describe, expect, test } from "vitest";
import { cleanFileName } from "./file-name.ts";

describe("the name of a file", () => {
  test.each([
    ["Verslag 2026.pdf", "Verslag 2026.pdf"],
    ["één café.docx", "één café.docx"],
    ["../../etc/passwd", "passwd"],
    ["C:\\Users\\noor\\verslag.pdf", "verslag.pdf"],
    ["map/", "bestand"],
    ["..", "bestand"],
    ["", "bestand"],
    [".htaccess", "htaccess"],
    ["verslag.pdf. . ", "verslag.pdf"],
    ['a<b>:"c|?*.pdf', "a_b___c___.pdf"],
    ["verslag\u0000.pdf\r\nX-Header: 1", "verslag.pdfX-Header_ 1"],
    ["verslag\u202Efdp.exe", "verslagfdp.exe"],
    ["e\u0301e\u0301n.pdf", "één.pdf"],
    ["CON.pdf", "_CON.pdf"],
    ["\uD800.pdf", "\uFFFD.pdf"],
  ])("%j is kept as %j", (sent, kept) => {
    expect(cleanFileName(sent)).toBe(kept);
  });

  test("that is endless is cut before its ending", () => {
    expect(cleanFileName(`${"a".repeat(300)}.pdf`)).toBe(`${"a".repeat(196)}.pdf`);
    expect(cleanFileName(`${"😀".repeat(150)}.pdf`)).toBe(`${"😀".repeat(98)}.pdf`);
  });

  test("is one that the database and every system take, whatever was sent", () => {
    // Every character there is, with the dangerous ones often among them.
    const dangerous = ["/", "\\", ".", " ", "\u0000", "\u202E", "\uD800", "a", "."];
    for (let code = 0; code < 0x11000; code += 7) {
      const odd = String.fromCodePoint(code, code + 3);
      const sent = Array.from(
        { length: 9 },
        (_, place) => dangerous[(code * place + place) % 9],
      ).join(odd);
      const kept = cleanFileName(sent);
      expect(kept.length).toBeGreaterThan(0);
      expect(kept.length).toBeLessThanOrEqual(200);
      expect(kept).toMatch(/^[^/\\<>:"|?*\p{Cc}\p{Cs}]+$/u);
      expect(kept).not.toMatch(/^[. ]|[. ]$/);
      expect(cleanFileName(kept)).toBe(kept);
    }
  });
});
