import { newPasswordPage } from "../identity/mail.ts";
import { endSessionsOf, findAccountOrThrow } from "./account.ts";
import type { Query } from "./database.ts";
import { enqueueMail } from "./mail.ts";
import { OperatorError } from "./refusal.ts";

/**
 * Takes away the second step of signing in of somebody who lost phone and recovery codes. Whoever is signed in or
 * halfway there is signed out, as whoever took the phone may be; and the person hears of it by mail.
 */
export async function dropSecondFactor(query: Query, email: string): Promise<string[]> {
  const person = await findAccountOrThrow(query, email);
  if (!person.secondFactor)
    throw new OperatorError(
      `ADRES: ${email} logt al in zonder tweede stap; er is niets veranderd.`,
    );
  await query(`delete from identity."twoFactor" where "userId" = $1`, [person.id]);
  await query(
    `update identity."user" set "twoFactorEnabled" = false, "updatedAt" = now() where id = $1`,
    [person.id],
  );
  await query("delete from identity.verification where value = $1", [person.id]);
  const ended = await endSessionsOf(query, person.id);
  await enqueueMail(query, null, {
    to: email,
    template: "second-factor-changed",
    locale: "nl",
    values: {
      name: person.name,
      change: "taken-away",
      changedAt: new Date().toISOString(),
      page: newPasswordPage,
    },
  });
  return [
    `${person.name} (${email}) logt nu in met alleen het wachtwoord; beëindigde sessies: ${ended}.`,
    "Er gaat een mail naar dit adres. Laat de tweede stap meteen weer aanzetten.",
  ];
}
