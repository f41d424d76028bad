import { Readable } from "node:stream";
import { buffer } from "node:stream/consumers";
import { describe, expect, test } from "vitest";
import { officeDocument, samples, zip } from "../../../test/support/samples.ts";
import { findMediaType } from "./content-type.ts";
import { Intake } from "./intake.ts";
import { nameOfType, previewOf } from "./media-types.ts";

/** As the server does: the bytes come in pieces, and are read back afterwards. */
async function typeOf(bytes: Buffer, piece = 7): Promise<string | null> {
  const pieces = Array.from({ length: Math.ceil(bytes.length / piece) }, (_, place) =>
    bytes.subarray(place * piece, (place + 1) * piece),
  );
  const intake = new Intake(bytes.length);
  const passed = await buffer(Readable.from(pieces).pipe(intake));
  expect(passed.equals(bytes)).toBe(true);
  return findMediaType(intake.noticed, async ({ start, end }) =>
    Readable.from([bytes.subarray(start, end + 1)]),
  );
}

const office = "application/vnd.openxmlformats-officedocument";

describe("the type of a file", () => {
  test.each([
    ["a PDF", samples.pdf, "application/pdf"],
    ["a Word document", samples.docx, `${office}.wordprocessingml.document`],
    ["an OpenDocument text", samples.odt, "application/vnd.oasis.opendocument.text"],
    ["a PNG", samples.png, "image/png"],
    ["a GIF", samples.gif, "image/gif"],
    ["a JPEG", samples.jpeg, "image/jpeg"],
    ["text", samples.text, "text/plain; charset=utf-8"],
    ["text with a mark in front", Buffer.from("\uFEFFpartner;rol\n"), "text/plain; charset=utf-8"],
    [
      "a table that Excel saved",
      Buffer.from("partner;caf\xe9 \x80 12", "latin1"),
      "text/plain; charset=windows-1252",
    ],
    ["a table that Excel calls Unicode", samples.utf16, "text/plain; charset=utf-16le"],
    ["the same the other way round", samples.utf16be, "text/plain; charset=utf-16be"],
    ["a PDF with something in front", samples.latePdf, "application/pdf"],
    [
      "a PDF with bytes of no kind in front",
      Buffer.concat([Buffer.from([0, 1, 2]), samples.latePdf]),
      "application/pdf",
    ],
    ["a bitmap", samples.bmp, "image/bmp"],
    [
      "text about PDFs",
      Buffer.from("Een PDF begint met %PDF-1.7, zie de handleiding."),
      "text/plain; charset=utf-8",
    ],
    [
      "text that begins with a remark",
      Buffer.from("<!-- kladversie -->\nNotulen"),
      "text/plain; charset=utf-8",
    ],
    [
      "text that begins with an open remark",
      Buffer.from("<!-- nog af te maken"),
      "text/plain; charset=utf-8",
    ],
    [
      "text about a style",
      Buffer.from("<style van Rembrandt, en anderen"),
      "text/plain; charset=utf-8",
    ],
    [
      "text that begins like a bitmap",
      Buffer.from("BM-overleg, verslag"),
      "text/plain; charset=utf-8",
    ],
    [
      "text about a <script>",
      Buffer.from("Zie <script> in de handleiding."),
      "text/plain; charset=utf-8",
    ],
  ])("is found in its content: %s", async (_, bytes, expected) => {
    expect(await typeOf(bytes)).toBe(expected);
  });

  test("is found in a large document with what says so at its end", async () => {
    const photos = {
      "word/media/foto.png": Buffer.alloc(30_000_000, 7),
      "word/document.xml": "<a/>",
    };
    const large = officeDocument(`${office}.wordprocessingml.document.main+xml`, photos);
    expect(await typeOf(large, 65_536)).toBe(`${office}.wordprocessingml.document`);
  });

  test.each([
    ["a program", samples.exe],
    ["a page", samples.html],
    ["a page after a comment", Buffer.from("\n <!-- x --><html>")],
    ["a drawing with a script", samples.svg],
    ["a style", Buffer.from("<style type=text/css>body{}</style>")],
    ["a page in another character set", Buffer.from("\uFEFF<html><script>1</script>", "utf16le")],
    ["a page that isn't closed", Buffer.from("<html onclick=alert(1) ")],
    [
      "bytes after the mark of UTF-16",
      Buffer.concat([Buffer.from("fffe", "hex"), Buffer.alloc(9, 1)]),
    ],
    ["XML", samples.xml],
    ["an archive", samples.zip],
    ["a document with macros", samples.docm],
    ["bytes of no kind", Buffer.from([0x01, 0x02, 0x03, 0x00, 0xff])],
    ["a script for the shell", Buffer.from("#!/bin/sh\n\x07rm -rf /\n")],
    ["an archive that says that it is an e-book", zip({ mimetype: "application/epub+zip" })],
  ])("is not taken: %s", async (_, bytes) => {
    expect(await typeOf(bytes)).toBeNull();
  });
});

describe("bytes that came", () => {
  test.each([
    ["fewer", 11],
    ["more", 5],
  ])("that are %s than announced end with UPLOAD_INCOMPLETE", async (_, announced) => {
    const sent = Readable.from([Buffer.from("tien "), Buffer.from("bytes")]);
    await expect(buffer(sent.pipe(new Intake(announced)))).rejects.toMatchObject({
      extensions: { code: "UPLOAD_INCOMPLETE" },
    });
  });

  test("have the hash that anybody can work out", async () => {
    const intake = new Intake(3);
    await buffer(Readable.from([Buffer.from("a"), Buffer.from("bc")]).pipe(intake));
    expect(intake.digest()).toBe(
      "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad",
    );
  });
});

describe("a name", () => {
  test.each([
    ["verslag.pdf", "application/pdf", "verslag.pdf"],
    ["Verslag.PDF", "application/pdf", "Verslag.PDF"],
    ["verslag.exe", "application/pdf", "verslag.exe.pdf"],
    ["verslag", "application/pdf", "verslag.pdf"],
    ["pagina.html", "text/plain; charset=utf-8", "pagina.html.txt"],
    ["lijst.csv", "text/plain; charset=windows-1252", "lijst.csv"],
    ["foto.jpeg", "image/jpeg", "foto.jpeg"],
    ["mail.msg", "application/x-cfb", "mail.msg"],
    ["affiche.pub", "application/x-cfb", "affiche.pub"],
    ["planning.MPP", "application/x-cfb", "planning.MPP"],
    ["foto.jfif", "image/jpeg", "foto.jfif"],
    ["IMG_1.HIF", "image/heic", "IMG_1.HIF"],
    ["installeren.msi", "application/x-cfb", "installeren.msi.doc"],
  ])("%s of %s is offered as %s", (name, mediaType, offered) => {
    expect(nameOfType(name, mediaType)).toBe(offered);
  });

  test("says nothing of what a page may show; the type does", () => {
    expect(previewOf("application/pdf")).toBe("pdf");
    expect(previewOf("image/png")).toBe("image");
    expect(previewOf("text/plain; charset=utf-8")).toBe("text");
    for (const kept of ["image/tiff", "image/svg+xml", "text/html", "application/x-cfb"])
      expect(previewOf(kept)).toBeNull();
  });
});
