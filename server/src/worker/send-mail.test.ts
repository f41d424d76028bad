import { expect, test } from "vitest";
import type { Job } from "../jobs/catalogue.ts";
import type { Message } from "../mail/message.ts";
import { sendMail, type MailOutcome } from "./send-mail.ts";
import { MailboxUnknown, MailNotSent } from "../mail/smtp.ts";

const origin = { publicUrl: "https://toetssteen.example", mailFrom: "post@toetssteen.example" };

function reset(expiresAt: Date): Job<"mail"> {
  return {
    id: "7",
    askedAt: new Date("2026-11-03T13:30:00Z"),
    organisationId: null,
    personId: null,
    payload: {
      template: "password-reset",
      to: "noor@waterlinie.example",
      locale: "en",
      values: { name: "Noor", page: "/wachtwoord/abc", expiresAt: expiresAt.toISOString() },
    },
  };
}

const nobodyWatches = { count() {}, unknown: async () => {} };

async function sent(job: Job<"mail">, attempts = 1): Promise<Message[]> {
  const messages: Message[] = [];
  const work = sendMail(
    { send: async (message) => void messages.push(message) },
    origin,
    nobodyWatches,
  );
  for (let attempt = 0; attempt < attempts; attempt++) await work(job);
  return messages;
}

test("a mail goes out as its template says, from the address that is set", async () => {
  const [message] = await sent(reset(new Date(Date.now() + 60_000)));
  expect(message).toMatchObject({
    from: origin.mailFrom,
    to: "noor@waterlinie.example",
    locale: "en",
    subject: "Choose a new password for Toetssteen",
    text: expect.stringContaining("https://toetssteen.example/wachtwoord/abc"),
  });
});

test("every attempt at one mail carries the same id and date, so that a second copy is known as one", async () => {
  const [first, second] = await sent(reset(new Date(Date.now() + 60_000)), 2);
  expect(second).toMatchObject({ id: first?.id, at: first?.at });
});

test("a mail whose link no longer works is not sent any more", async () => {
  expect(await sent(reset(new Date(Date.now() - 1)))).toEqual([]);
});

test("an address that doesn't exist ends the job and is told; whatever may pass is tried again", async () => {
  const outcomes: MailOutcome[] = [];
  const told: string[] = [];
  const attempt = (error: Error | null) =>
    sendMail(
      {
        send: async () => {
          if (error) throw error;
        },
      },
      origin,
      {
        count: (outcome) => outcomes.push(outcome),
        unknown: async ({ to }) => void told.push(to),
      },
    )(reset(new Date(Date.now() + 60_000)));
  await attempt(new MailboxUnknown("550 5.1.1 no such person"));
  expect(told).toEqual(["noor@waterlinie.example"]);
  await expect(attempt(new MailNotSent("451 4.3.0 later"))).rejects.toThrow("451");
  await attempt(null);
  expect([outcomes, told.length]).toEqual([["unknown", "failed", "sent"], 1]);
});
