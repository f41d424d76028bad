import type { SendMailOptions } from "nodemailer";
import type { Rendered } from "./render.ts";
import { address } from "./values.ts";

/** A mail with its envelope, ready to go. */
export interface Message extends Rendered {
  /** The same for every attempt at one mail: who gets it twice can tell that it is one. */
  readonly id: string;
  readonly from: string;
  readonly to: string;
  readonly locale: "nl" | "en";
  readonly at: Date;
}

/** A way to get messages to people. */
export interface Delivery {
  /** @throws when it can't be sent now; to be tried again later */
  send(message: Message): Promise<void>;
  /** @throws when mail couldn't be sent now */
  check(): Promise<void>;
  close(): void;
}

/**
 * The message for nodemailer, which reads even an envelope's address as a list.
 * @throws {ZodError} when `from` or `to` is anything but one address
 */
export function compose({
  id,
  locale,
  at,
  subject,
  text,
  html,
  ...message
}: Message): SendMailOptions {
  const from = address.parse(message.from);
  const to = address.parse(message.to);
  return {
    messageId: `<${id}@${from.slice(from.lastIndexOf("@") + 1)}>`,
    date: at,
    from: { name: "Toetssteen", address: from },
    to: { name: "", address: to },
    envelope: { from, to: [to] },
    subject,
    text,
    html,
    headers: {
      "Content-Language": locale,
      // Keeps absence messages from answering an address that nobody reads.
      "Auto-Submitted": "auto-generated",
      "X-Auto-Response-Suppress": "All",
    },
    disableFileAccess: true,
    disableUrlAccess: true,
  };
}
