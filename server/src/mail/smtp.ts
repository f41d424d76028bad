import { createTransport, type NodemailerError } from "nodemailer";
import { compose, type Delivery } from "./message.ts";

/** What went wrong at the mail server, without the addresses that servers repeat: it ends up in logs and the queue. */
export class MailNotSent extends Error {
  override readonly name: string = "MailNotSent";
}

/** The mail server knows that there is no such mailbox: another attempt ends the same. */
export class MailboxUnknown extends MailNotSent {
  override readonly name = "MailboxUnknown";
}

/** How long an answer of the mail server to being looked at holds. */
const checkedEveryMs = 60_000;

/** Over SMTP, encrypted where the server offers it; `?requireTLS=true` in the URL refuses one that doesn't. */
export function openSmtp(url: string): Delivery {
  const transport = createTransport({
    url,
    pool: true,
    maxConnections: 2,
    connectionTimeout: 20_000,
    greetingTimeout: 20_000,
    socketTimeout: 60_000,
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  let checked = { at: 0, answered: Promise.resolve(true) as Promise<unknown> };
  return {
    async send(message) {
      try {
        await transport.sendMail(compose(message));
      } catch (error) {
        const reason = withoutAddresses(error);
        throw refusedForGood(error) ? new MailboxUnknown(reason) : new MailNotSent(reason);
      }
    },
    async check() {
      // A connection of its own, so it isn't made at every look.
      if (Date.now() - checked.at > checkedEveryMs)
        checked = { at: Date.now(), answered: transport.verify() };
      await checked.answered;
    },
    close: () => transport.close(),
  };
}

/**
 * Whether the server refused this one recipient by what it is. A refusal by a rule (5.7.x: no relaying, a block list) is
 * about us, and passes once an operator has put it right.
 * @see https://www.rfc-editor.org/rfc/rfc3463
 */
function refusedForGood(error: unknown): boolean {
  const { command, responseCode = 0, response = "" } = error as NodemailerError;
  const byRule = /^\d{3}[ -]5\.7\./.test(response);
  return command === "RCPT TO" && responseCode >= 500 && responseCode < 600 && !byRule;
}

function withoutAddresses(error: unknown): string {
  const { message, response, code } = error as NodemailerError;
  const said = [message, response, code].filter((part) => part !== undefined);
  return said.join(" · ").replaceAll(/[^\s<>"']+@[^\s<>"']+/g, "…@…");
}
