import { crc32 } from "node:zlib";

/** A zip archive with these files in it, in this order and as they are. */
export function zip(files: Readonly<Record<string, string | Buffer>>): Buffer {
  const entries: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const [name, content] of Object.entries(files)) {
    const bytes = Buffer.from(content);
    const common = Buffer.alloc(26);
    common.writeUInt16LE(20, 0);
    common.writeUInt32LE(crc32(bytes), 10);
    common.writeUInt32LE(bytes.length, 14);
    common.writeUInt32LE(bytes.length, 18);
    common.writeUInt16LE(Buffer.byteLength(name), 22);
    const entry = Buffer.concat([Buffer.from("PK\x03\x04"), common, Buffer.from(name), bytes]);
    const place = Buffer.alloc(14);
    place.writeUInt32LE(offset, 10);
    directory.push(
      Buffer.concat([Buffer.from("PK\x01\x02\x14\x00"), common, place, Buffer.from(name)]),
    );
    entries.push(entry);
    offset += entry.length;
  }
  const central = Buffer.concat(directory);
  const end = Buffer.alloc(18);
  end.writeUInt16LE(entries.length, 4);
  end.writeUInt16LE(entries.length, 6);
  end.writeUInt32LE(central.length, 8);
  end.writeUInt32LE(offset, 12);
  return Buffer.concat([...entries, central, Buffer.from("PK\x05\x06"), end]);
}

/** An Office document. @param main content type of its main part */
export function officeDocument(main: string, more: Record<string, string | Buffer> = {}): Buffer {
  const types = `<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override PartName="/word/document.xml" ContentType="${main}"/></Types>`;
  // Where some office suites put it: behind everything else.
  return zip({ "_rels/.rels": "<a/>", ...more, "[Content_Types].xml": types });
}

const wordprocessing = "application/vnd.openxmlformats-officedocument.wordprocessingml";

export const samples = {
  pdf: Buffer.from("%PDF-1.7\n1 0 obj\n<<>>\nendobj\n%%EOF\n"),
  docx: officeDocument(`${wordprocessing}.document.main+xml`, { "word/document.xml": "<a/>" }),
  docm: officeDocument("application/vnd.ms-word.document.macroEnabled.main+xml", {
    "word/document.xml": "<a/>",
    "word/vbaProject.bin": "x",
  }),
  odt: zip({ mimetype: "application/vnd.oasis.opendocument.text", "content.xml": "<a/>" }),
  zip: zip({ "lees mij.txt": "tekst" }),
  png: Buffer.from(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==",
    "base64",
  ),
  gif: Buffer.from("R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7", "base64"),
  jpeg: Buffer.from("FFD8FFE000104A46494600010100000100010000FFD9", "hex"),
  exe: Buffer.concat([Buffer.from("MZ\x90\x00\x03\x00"), Buffer.alloc(200)]),
  html: Buffer.from("<!DOCTYPE html><script>alert(document.cookie)</script>"),
  svg: Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>'),
  xml: Buffer.from('<?xml version="1.0"?><html xmlns="http://www.w3.org/1999/xhtml"/>'),
  utf16: Buffer.from("\uFEFFpartner\trol\r\ncafé\tgastheer\r\n", "utf16le"),
  utf16be: Buffer.from("\uFEFFpartner\trol\r\n", "utf16le").swap16(),
  latePdf: Buffer.from("\r\nTEXTmdos%PDF-1.4\n1 0 obj\n<<>>\nendobj\nstartxref\n0\n%%EOF\n"),
  bmp: Buffer.concat([
    Buffer.from(
      "424D3A0000000000000036000000280000000100000001000000010018000000000004000000",
      "hex",
    ),
    Buffer.alloc(20),
  ]),
  text: Buffer.from("Notulen van 3 november.\nAanwezig: café De Één.\n"),
} as const;
