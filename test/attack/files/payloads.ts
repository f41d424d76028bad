import { deflateRawSync } from "node:zlib";
import { samples, zip } from "../../support/samples.ts";

/** Bytes that somebody sends as a document, and whether they may be taken for one. */
export interface Payload {
  readonly what: string;
  readonly bytes: Buffer;
  /** What it is called; a PDF where nothing is said. */
  readonly name?: string;
  /** By content; null where either will do, as long as what is taken does no harm. */
  readonly isTaken: boolean | null;
}

const script = "<script>fetch('/graphql')</script>";
const megabyte = 1_000_000;

/** A zip of which one part is far larger than it looks. @param unpacked its size in bytes */
function bomb(name: string, unpacked: number): Buffer {
  const packed = deflateRawSync(Buffer.alloc(unpacked, " "), { level: 9 });
  const archive = zip({ "[Content_Types].xml": "<Types/>", [name]: packed });
  // The part says of itself that it is packed, and how large it will be.
  for (const [sign, method, size] of [
    ["PK\x03\x04", 8, 22],
    ["PK\x01\x02", 10, 24],
  ] as const) {
    const at = archive.lastIndexOf(Buffer.from(sign, "latin1"));
    archive.writeUInt16LE(8, at + method);
    archive.writeUInt32LE(unpacked, at + size);
  }
  return archive;
}

/** Things that are not what they seem, that run, or that grow. @param large bytes of what a bomb grows to */
export function payloads(large: number): Payload[] {
  const { exe, html, svg, xml, zip: archive, docm, pdf, png, gif, jpeg, text } = samples;
  const utf16 = Buffer.from(`\uFEFF${html.toString()}`, "utf16le");
  const refused: Record<string, Buffer> = {
    "a program": exe,
    "a page": html,
    "a page after a byte order mark": Buffer.from(`\uFEFF${html.toString()}`),
    "a page after empty lines": Buffer.from(`\n\n   \t${html.toString()}`),
    "a page in two bytes a letter": utf16,
    "a page that begins with a comment": Buffer.from(`<!-- x -->${script}`),
    "a drawing with a script": svg,
    "a page as XML": xml,
    "an archive": archive,
    "a document with macros": docm,
    "nothing but zeros": Buffer.alloc(2_000),
    "a bomb": bomb("bom.txt", large),
    "a bomb where its kind is told": bomb("[Content_Types].xml", large),
    "a bomb in a bomb": zip({ "binnen.zip": bomb("bom.txt", large) }),
  };
  const either: Record<string, Buffer> = {
    "a picture that is also a script": Buffer.from(
      "GIF89a/*\x01\x00\x01\x00*/=1;alert(1)",
      "latin1",
    ),
    "a picture with a page behind it": Buffer.concat([png, Buffer.from(script)]),
    "a photo with an archive behind it": Buffer.concat([jpeg, archive]),
    "a picture with a page in its comment": Buffer.concat([gif, Buffer.from(`!\xFE${script}`)]),
    "a PDF with a page before it": Buffer.concat([Buffer.from(`${script}\n`), pdf]),
    "a PDF that runs something when it opens": Buffer.from(
      "%PDF-1.7\n1 0 obj\n<</OpenAction<</S/JavaScript/JS(app.alert\\(1\\))>>>>\nendobj\n%%EOF\n",
    ),
    "a picture of a million by a million": hugePicture(),
    "text that is a script": Buffer.from("fetch('/graphql').then(alert)"),
    "text that is a page further on": Buffer.concat([text, Buffer.from(script)]),
    "a formula for a spreadsheet": Buffer.from("=cmd|'/C calc'!A0;1\n"),
  };
  const taken: Record<string, Buffer> = {
    "a PDF": pdf,
    "a picture": png,
  };
  const all = (some: Record<string, Buffer>, isTaken: boolean | null): Payload[] =>
    Object.entries(some).map(([what, bytes]) => ({ what, bytes, isTaken }));
  // What calls itself a PDF and is text is refused for that; under a name of text its content alone decides.
  const calledText = (some: Payload[]): Payload[] =>
    some.map((one) => ({ ...one, what: `${one.what}, called text`, name: "verslag.txt" }));
  const bad = [...all(refused, false), ...all(either, null)];
  return [
    ...bad,
    ...calledText(bad),
    ...all(taken, true),
    // Text that calls itself a PDF is told that it is none.
    { what: "minutes", bytes: text, name: "notulen.txt", isTaken: true },
    { what: "minutes called a PDF", bytes: text, isTaken: false },
  ];
}

function hugePicture(): Buffer {
  const picture = Buffer.from(samples.png);
  picture.writeUInt32BE(megabyte, 16);
  picture.writeUInt32BE(megabyte, 20);
  return picture;
}

/** Names that lead elsewhere, break a header, or pretend to be something else. */
export const names = [
  "../../../../etc/passwd",
  "..\\..\\windows\\win.ini",
  "/etc/cron.d/x.pdf",
  "C:\\temp\\x.pdf",
  "....//....//x.pdf",
  "%2e%2e%2fx.pdf",
  "x.pdf\r\nset-cookie: session_token=x",
  "x\u0000.pdf",
  "verslag\u202Efdp.exe",
  ".htaccess",
  "CON.pdf",
  'x"; filename="y.html',
  "<img src=x onerror=alert(1)>.pdf",
  `${"x".repeat(199)}\u{1F4D6}.pdf`,
] as const;

/** Ids in an address that lead elsewhere. */
export const addresses = [
  "..%2f..%2fetc%2fpasswd",
  "%2e%2e/%2e%2e/etc/passwd",
  "..%5c..%5cwin.ini",
  "%00",
  "0199a000-0000-7000-8000-000000000001%00.pdf",
  "*",
  "0",
] as const;
