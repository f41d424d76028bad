import { once } from "node:events";
import { createServer, type Server, type Socket } from "node:net";
import { afterEach, expect, test } from "vitest";
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

/** A mail server that takes everything, but for the commands that it is told to refuse. */
async function mailServer(refusals: Readonly<Record<string, string>> = {}) {
  const commands: string[] = [];
  const texts: string[] = [];
  const sockets = new Set<Socket>();
  const server: Server = createServer((socket) => {
    sockets.add(socket);
    let body: string | undefined;
    let rest = "";
    socket.write("220 mail.example ESMTP\r\n");
    socket.setEncoding("utf8").on("data", (chunk: string) => {
      const lines = (rest + chunk).split("\r\n");
      rest = lines.pop() ?? "";
      for (const line of lines) {
        if (body !== undefined) {
          if (line !== ".") body += `${line}\n`;
          else {
            texts.push(body);
            body = undefined;
            socket.write("250 taken\r\n");
          }
          continue;
        }
        commands.push(line);
        const refusal = Object.entries(refusals).find(([command]) => line.startsWith(command));
        if (refusal) socket.write(`${refusal[1]}\r\n`);
        else if (line === "DATA") {
          body = "";
          socket.write("354 go on\r\n");
        } else socket.write("250 fine\r\n");
      }
    });
    socket.on("error", () => {});
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  ends.push(() => {
    for (const socket of sockets) socket.destroy();
    server.close();
  });
  const { port } = server.address() as { port: number };
  const delivery = openSmtp(`smtp://127.0.0.1:${port}`);
  ends.push(() => delivery.close());
  return { delivery, commands, texts };
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
    name: "MailNotSent",
    message: expect.stringContaining("550 5.1.1 <…@…>: no such person"),
  });
  expect(texts).toEqual([]);
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
