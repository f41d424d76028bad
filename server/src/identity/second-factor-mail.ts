import type { Context } from "./context.ts";
import { newPasswordPage, type AccountMail, type Locale } from "./mail.ts";

type Change = Extract<AccountMail, { template: "second-factor-changed" }>["values"]["change"];

/** Behind the reply: a mail that can't be sent undoes nothing. */
export function tellSecondFactorChanged(
  { background, sendMail }: Context,
  person: { name: string; email: string },
  locale: Locale,
  change: Change,
): void {
  const changedAt = new Date().toISOString();
  const values = { name: person.name, change, changedAt, page: newPasswordPage };
  background.start(() =>
    sendMail({ to: person.email, template: "second-factor-changed", locale, values }),
  );
}
