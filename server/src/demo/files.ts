import { deflateSync, crc32 } from "node:zlib";

/** A file of the demonstration, ready to be kept. */
export interface MadeFile {
  readonly mediaType: string;
  readonly bytes: Buffer;
}

/** A small file of the kind that its name says, with these lines in it: a PDF, a picture, or plain text. */
export function makeFile(name: string, lines: readonly string[]): MadeFile {
  if (name.endsWith(".pdf")) return { mediaType: "application/pdf", bytes: makePdf(lines) };
  if (name.endsWith(".png")) return { mediaType: "image/png", bytes: makeBars(lines) };
  return {
    mediaType: "text/plain; charset=utf-8",
    bytes: Buffer.from(`${lines.join("\n")}\n`, "utf8"),
  };
}

/** One page of text, the first line as its heading. PDF's own typeface Helvetica needs no font in the file. */
function makePdf(lines: readonly string[]): Buffer {
  const [title = "", ...rest] = lines;
  const body = rest.flatMap(wrapped);
  const text = [
    "BT /F1 18 Tf 72 760 Td",
    `(${escaped(title)}) Tj`,
    "/F1 11 Tf 16 TL 0 -20 Td",
    ...body.map((line) => `T* (${escaped(line)}) Tj`),
    "ET",
  ].join("\n");
  const objects = [
    "<< /Type /Catalog /Pages 2 0 R /Lang (nl) >>",
    "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
    "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>",
    `<< /Length ${Buffer.byteLength(text, "latin1")} >>\nstream\n${text}\nendstream`,
    "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
    `<< /Title (${escaped(title)}) >>`,
  ];
  let file = "%PDF-1.4\n";
  const places = objects.map((object, index) => {
    const place = Buffer.byteLength(file, "latin1");
    file += `${index + 1} 0 obj\n${object}\nendobj\n`;
    return place;
  });
  const start = Buffer.byteLength(file, "latin1");
  const table = places.map((place) => `${String(place).padStart(10, "0")} 00000 n \n`).join("");
  file += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${table}`;
  file += `trailer\n<< /Size ${objects.length + 1} /Root 1 0 R /Info 6 0 R >>\nstartxref\n${start}\n%%EOF\n`;
  return Buffer.from(file, "latin1");
}

/** Lines that fit the page. */
function wrapped(line: string): string[] {
  const lines: string[] = [];
  let current = "";
  for (const word of line.split(" ")) {
    if (current.length + word.length > 84) {
      lines.push(current);
      current = word;
    } else current = current === "" ? word : `${current} ${word}`;
  }
  return [...lines, current];
}

function escaped(text: string): string {
  return text
    .replaceAll(/[‘’]/g, "'")
    .replaceAll(/[–—]/g, "-")
    .replaceAll("€", "EUR")
    .replaceAll(/[\\()]/g, String.raw`\$&`);
}

/** A bar for each number in the lines, as somebody exports it from a spreadsheet. */
function makeBars(lines: readonly string[]): Buffer {
  const values = lines.flatMap((line) => line.match(/\d+/g) ?? []).map(Number);
  const [width, height] = [480, 240];
  const highest = Math.max(1, ...values);
  const step = Math.floor(width / Math.max(1, values.length));
  const row = (y: number) => {
    const pixels = Buffer.alloc(width * 3, 0xff);
    for (const [index, value] of values.entries())
      if (height - y <= (value / highest) * (height - 20))
        for (let x = index * step + 8; x < (index + 1) * step - 8; x++)
          pixels.set([0x1f, 0x5a, 0x6e], x * 3);
    return Buffer.concat([Buffer.of(0), pixels]);
  };
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 2, 0, 0, 0], 8);
  return Buffer.concat([
    Buffer.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a),
    chunk("IHDR", header),
    chunk("IDAT", deflateSync(Buffer.concat(Array.from({ length: height }, (_, y) => row(y))))),
    chunk("IEND", Buffer.alloc(0)),
  ]);
}

function chunk(name: string, data: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(name, "latin1"), data]);
  const [length, check] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(data.length);
  check.writeUInt32BE(crc32(named));
  return Buffer.concat([length, named, check]);
}
