import { createTransport } from "nodemailer";
import { expect, test } from "vitest";
import { compose, type Message } from "./message.ts";

const message: Message = {
  id: "abc-1",
  from: "toetssteen@toetssteen.example",
  to: "noor@waterlinie.example",
  locale: "nl",
  at: new Date("2026-11-03T13:30:00Z"),
  subject: "Kwaliteitscoördinator",
  text: "Hallo Noor,\n",
  html: "<p>Hallo Noor,</p>",
  fragment: "<p>Hallo Noor,</p>",
};

async function composed(change: Partial<Message>) {
  const transport = createTransport({ streamTransport: true, buffer: true, newline: "windows" });
  const { message: bytes, envelope } = await transport.sendMail(compose({ ...message, ...change }));
  const [head = ""] = (bytes as Buffer).toString().split("\r\n\r\n");
  const headers = head.replaceAll(/\r\n[ \t]+/g, " ").split("\r\n");
  expect(headers).toHaveLength(expected.size);
  return { envelope, names: new Set(headers.map((header) => header.split(":")[0])), headers };
}

const expected = new Set([
  "Auto-Submitted",
  "Content-Language",
  "Content-Type",
  "Date",
  "From",
  "MIME-Version",
  "Message-ID",
  "Subject",
  "To",
  "X-Auto-Response-Suppress",
]);

test("a mail goes from us to one person, and says when it was asked for", async () => {
  const { envelope, names, headers } = await composed({});
  expect(envelope).toEqual({ from: message.from, to: [message.to] });
  expect(names).toEqual(expected);
  expect(headers).toContain("From: Toetssteen <toetssteen@toetssteen.example>");
  expect(headers).toContain("To: noor@waterlinie.example");
  expect(headers).toContain("Message-ID: <abc-1@toetssteen.example>");
  expect(headers).toContain("Date: Tue, 03 Nov 2026 13:30:00 +0000");
});

test("nothing in a subject becomes a header or the text", async () => {
  const subject = "Welkom\r\nBcc: iedereen@elders.example\r\n\r\nKoop nu";
  const { envelope, names, headers } = await composed({ subject });
  expect(names).toEqual(expected);
  expect(envelope.to).toEqual([message.to]);
  expect(headers.filter((header) => header.startsWith("Subject: Welkom"))).toHaveLength(1);
});

test.each([
  "noor@waterlinie.example\r\nBcc: iedereen@elders.example",
  "noor@waterlinie.example, iedereen@elders.example",
  "Noor <iedereen@elders.example>, noor@waterlinie.example",
  "noor@waterlinie.example> SIZE=1\r\nRCPT TO:<iedereen@elders.example",
])("%j is not one address, so nothing is composed", (to) => {
  expect(() => compose({ ...message, to })).toThrow(/Invalid email/);
  expect(() => compose({ ...message, from: to })).toThrow(/Invalid email/);
});
