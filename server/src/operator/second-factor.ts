import { newPasswordPage } from "../identity/mail.ts";
import type { CommandNamed } from "./command.ts";
import type { Query } from "./database.ts";
import { enqueueMail } from "./mail.ts";
import { OperatorError } from "./refusal.ts";

/**
 * Takes away the second step of signing in of somebody who lost phone and recovery codes. Whoever is signed in or
 * halfway there is signed out, as whoever took the phone may be; and the person hears of it by mail.
 */
export async function dropSecondFactor(
  query: Query,
  { email }: CommandNamed<"account drop-second-factor">,
): Promise<string[]> {
  const [person] = await query<{ id: string; name: string; on: boolean }>(
    `select id, name, "twoFactorEnabled" as on from identity."user" where email = $1 for update`,
    [email],
  );
  if (!person) throw new OperatorError(`ADRES: er is geen account met ${email}.`);
  if (!person.on)
    throw new OperatorError(
      `ADRES: ${email} logt al in zonder tweede stap; er is niets veranderd.`,
    );
  await query(`delete from identity."twoFactor" where "userId" = $1`, [person.id]);
  await query(
    `update identity."user" set "twoFactorEnabled" = false, "updatedAt" = now() where id = $1`,
    [person.id],
  );
  await query("delete from identity.verification where value = $1", [person.id]);
  const ended = await query(`delete from identity.session where "userId" = $1 returning 1`, [
    person.id,
  ]);
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
    `${person.name} (${email}) logt nu in met alleen het wachtwoord; beëindigde sessies: ${ended.length}.`,
    "Er gaat een mail naar dit adres. Laat de tweede stap meteen weer aanzetten.",
  ];
}
