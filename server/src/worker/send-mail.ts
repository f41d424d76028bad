import type { Work } from "../jobs/catalogue.ts";
import type { Mail } from "../mail/mail.ts";
import type { Delivery } from "../mail/message.ts";
import { render } from "../mail/render.ts";
import { MailboxUnknown } from "../mail/smtp.ts";

/** What became of an attempt to send a mail: `late` is one whose link no longer works, `failed` is tried again. */
export type MailOutcome = "sent" | "late" | "unknown" | "failed";

/** Who wants to know what became of mail. */
export interface MailWatch {
  count(outcome: MailOutcome): void;
  /** The address doesn't exist: whoever asked for the mail should see it, for no attempt follows. */
  unknown(mail: Mail): Promise<void>;
}

/** The task `mail`. A mail whose link no longer works isn't sent any more. */
export function sendMail(
  delivery: Pick<Delivery, "send">,
  origin: { publicUrl: string; mailFrom: string },
  watch: MailWatch,
): Work<"mail"> {
  return async ({ id, askedAt, payload }) => {
    if ("expiresAt" in payload.values && Date.parse(payload.values.expiresAt) <= Date.now())
      return watch.count("late");
    try {
      await delivery.send({
        id: `${askedAt.getTime().toString(36)}-${id}`,
        from: origin.mailFrom,
        to: payload.to,
        locale: payload.locale,
        at: askedAt,
        ...render(payload, origin.publicUrl),
      });
      watch.count("sent");
    } catch (error) {
      if (!(error instanceof MailboxUnknown)) {
        watch.count("failed");
        throw error;
      }
      await watch.unknown(payload);
      watch.count("unknown");
    }
  };
}
