import type { Work } from "../jobs/catalogue.ts";
import type { Delivery } from "./message.ts";
import { render } from "./render.ts";

/** The task `mail`. A mail whose link no longer works isn't sent any more. */
export function sendMail(
  delivery: Delivery,
  origin: { publicUrl: string; mailFrom: string },
): Work<"mail"> {
  return async ({ id, askedAt, payload }) => {
    if ("expiresAt" in payload.values && Date.parse(payload.values.expiresAt) <= Date.now()) return;
    await delivery.send({
      id: `${askedAt.getTime().toString(36)}-${id}`,
      from: origin.mailFrom,
      to: payload.to,
      locale: payload.locale,
      at: askedAt,
      ...render(payload, origin.publicUrl),
    });
  };
}
