import { afterEach, expect, test } from "vitest";
import { openMailServer } from "../../../test/support/mail-server.ts";
import type { Message } from "./message.ts";
import { openSmtp } from "./smtp.ts";

const message: Message = {
  id: "abc-1",
  from: "toetssteen@toetssteen.example",
  to: "noor@waterlinie.example",
  locale: "nl",
  at: new Date("2026-11-03T13:30:00Z"),
  subject: "Kies een nieuw wachtwoord",
  text: "Hallo Noor,\n",
  html: "<p>Hallo Noor,</p>",
  fragment: "<p>Hallo Noor,</p>",
};

const ends: (() => void)[] = [];
afterEach(() => {
  for (const end of ends.splice(0)) end();
});

async function mailServer(refusals: Readonly<Record<string, string>> = {}) {
  const server = await openMailServer(refusals);
  ends.push(() => server.close());
  const delivery = openSmtp(server.url);
  ends.push(() => delivery.close());
  return { delivery, commands: server.commands, texts: server.texts };
}

test("a mail reaches the mail server, for one person, with its text and its HTML", async () => {
  const { delivery, commands, texts } = await mailServer();
  await delivery.send(message);
  expect(commands.filter((command) => /^(MAIL|RCPT)/.test(command))).toEqual([
    "MAIL FROM:<toetssteen@toetssteen.example>",
    "RCPT TO:<noor@waterlinie.example>",
  ]);
  expect(texts).toHaveLength(1);
  expect(texts[0]).toContain("Subject: Kies een nieuw wachtwoord");
  expect(texts[0]).toContain("Hallo Noor,");
  expect(texts[0]).toContain("<p>Hallo Noor,</p>");
});

test("a mail that the server refuses has failed, and the reason names nobody", async () => {
  const refusal = "550 5.1.1 <noor@waterlinie.example>: no such person";
  const { delivery, texts } = await mailServer({ "RCPT TO": refusal });
  await expect(delivery.send(message)).rejects.toMatchObject({
    name: "MailboxUnknown",
    message: expect.stringContaining("550 5.1.1 <…@…>: no such person"),
  });
  expect(texts).toEqual([]);
});

test.each([
  ["RCPT TO", "550 no mailbox here by that name", "MailboxUnknown"],
  ["RCPT TO", "553 5.1.3 bad address", "MailboxUnknown"],
  ["RCPT TO", "550 5.7.1 relaying denied", "MailNotSent"],
  ["RCPT TO", "450 4.2.1 mailbox busy", "MailNotSent"],
  ["MAIL FROM", "550 5.1.8 sender refused", "MailNotSent"],
  ["DATA", "554 5.6.0 what it says is refused", "MailNotSent"],
])("%s answered with %s is a %s", async (command, said, name) => {
  const { delivery } = await mailServer({ [command]: said });
  await expect(delivery.send(message)).rejects.toMatchObject({ name });
});

test("while the mail server is away a mail fails, and is taken by the next attempt", async () => {
  const away = openSmtp("smtp://127.0.0.1:1");
  ends.push(() => away.close());
  await expect(away.send(message)).rejects.toMatchObject({
    name: "MailNotSent",
    message: expect.stringContaining("ECONNREFUSED"),
  });
  const busy = await mailServer({ "MAIL FROM": "451 4.3.0 come back later" });
  await expect(busy.delivery.send(message)).rejects.toMatchObject({ name: "MailNotSent" });
});
