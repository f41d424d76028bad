import type { Query } from "./database.ts";
import { OperatorError } from "./refusal.ts";

interface Account {
  readonly id: string;
  readonly name: string;
  readonly secondFactor: boolean;
  readonly blocked: boolean;
}

/** Locks it for the rest of the command. @throws {OperatorError} */
export async function findAccountOrThrow(query: Query, email: string): Promise<Account> {
  const [account] = await query<Account>(
    `select id, name, "twoFactorEnabled" as "secondFactor", "blockedAt" is not null as blocked
     from identity."user" where email = $1 for update`,
    [email],
  );
  if (!account) throw new OperatorError(`ADRES: er is geen account met ${email}.`);
  return account;
}

/** Also of whoever stands between the two steps of signing in, or has a link to a new password. @returns how many sessions */
export async function endSessionsOf(query: Query, id: string): Promise<number> {
  await query("delete from identity.verification where value = $1", [id]);
  const ended = await query(`delete from identity.session where "userId" = $1 returning 1`, [id]);
  return ended.length;
}

/** What the person wrote stays, under their name; roles stay too, for the day that the account is free again. */
export async function blockAccount(query: Query, email: string): Promise<string[]> {
  const { id, name, blocked } = await findAccountOrThrow(query, email);
  if (blocked) throw new OperatorError(`ADRES: ${email} is al geblokkeerd; er is niets veranderd.`);
  await query(`update identity."user" set "blockedAt" = now(), "updatedAt" = now() where id = $1`, [
    id,
  ]);
  const ended = await endSessionsOf(query, id);
  return [
    `${name} (${email}) kan niet meer inloggen; beëindigde sessies: ${ended}.`,
    "Wat deze persoon schreef, blijft staan. Rollen blijven ook: de beheerder van een organisatie beëindigt die.",
  ];
}

export async function unblockAccount(query: Query, email: string): Promise<string[]> {
  const { id, name, blocked } = await findAccountOrThrow(query, email);
  if (!blocked)
    throw new OperatorError(`ADRES: ${email} is niet geblokkeerd; er is niets veranderd.`);
  await query(`update identity."user" set "blockedAt" = null, "updatedAt" = now() where id = $1`, [
    id,
  ]);
  return [`${name} (${email}) kan weer inloggen, met hetzelfde wachtwoord.`];
}

export async function endSessions(query: Query, email: string): Promise<string[]> {
  const { id, name } = await findAccountOrThrow(query, email);
  const ended = await endSessionsOf(query, id);
  return [`${name} (${email}) is overal uitgelogd; beëindigde sessies: ${ended}.`];
}
