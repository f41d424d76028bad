import type { ClientBase } from "pg";
import { hashPassword } from "./password.ts";

/**
 * People of a demonstration, in the transaction of whoever fills the database. Those with an account share one password,
 * which is hashed once: that takes long on purpose.
 * @param client as the owner
 * @returns ids by e-mail address
 */
export async function insertInventedPeople(
  client: Pick<ClientBase, "query">,
  people: readonly { readonly email: string; readonly name: string; readonly offered?: boolean }[],
  password: string,
): Promise<ReadonlyMap<string, string>> {
  const { rows } = await client.query<{ id: string; email: string }>(
    `insert into identity."user" (name, email, "emailVerified") select name, email, true
     from unnest($1::text[], $2::text[]) as invented (name, email)
     on conflict (email) do update set name = excluded.name returning id, email`,
    [people.map(({ name }) => name), people.map(({ email }) => email)],
  );
  const ids = new Map(rows.map(({ email, id }) => [email, id]));
  const withAccount = people.flatMap(({ email, offered }) => (offered ? [ids.get(email)] : []));
  await client.query(
    `insert into identity.account ("userId", "accountId", "providerId", password)
     select id, id, 'credential', $2 from unnest($1::uuid[]) as id on conflict do nothing`,
    [withAccount, await hashPassword(password)],
  );
  return ids;
}
