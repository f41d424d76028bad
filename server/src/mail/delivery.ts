import { openOutbox, outboxFolder } from "./outbox.ts";
import type { Delivery } from "./message.ts";
import { openSmtp } from "./smtp.ts";

/**
 * How mail leaves: through SMTP_URL; in a demonstration without it, into a folder that can be read in the browser.
 * @returns null when neither is there: mail then waits
 */
export async function chooseDelivery(settings: {
  smtpUrl: string | undefined;
  demo: boolean;
  dataDir: string;
}): Promise<Delivery | null> {
  if (settings.smtpUrl !== undefined) return openSmtp(settings.smtpUrl);
  return settings.demo ? openOutbox(outboxFolder(settings.dataDir)) : null;
}
