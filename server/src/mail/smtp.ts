import { createTransport, type NodemailerError } from "nodemailer";
import { compose, type Delivery } from "./message.ts";

/** What went wrong at the mail server, without the addresses that servers repeat: it ends up in logs and the queue. */
export class MailNotSent extends Error {
  override readonly name = "MailNotSent";
}

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
  return {
    async send(message) {
      try {
        await transport.sendMail(compose(message));
      } catch (error) {
        throw new MailNotSent(withoutAddresses(error));
      }
    },
    close: () => transport.close(),
  };
}

function withoutAddresses(error: unknown): string {
  const { message, response, code } = error as NodemailerError;
  const said = [message, response, code].filter((part) => part !== undefined);
  return said.join(" · ").replaceAll(/[^\s<>"']+@[^\s<>"']+/g, "…@…");
}
