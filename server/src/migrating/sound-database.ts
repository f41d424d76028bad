import { StartError } from "../start-error.ts";
import type { Query } from "../persistence/query.ts";

/** How a database is made that takes every name and sorts it as people expect. */
export const createDatabase =
  "create database toetssteen template template0 encoding 'UTF8' locale 'C.UTF-8' locale_provider icu icu_locale 'und'";

const oldestServer = 18;

/**
 * What can't be changed once something is in the database.
 *
 * @throws {StartError} when its PostgreSQL is too old, its encoding isn't UTF-8, or it sorts by the numbers of letters
 */
export async function requireSoundDatabase(query: Query): Promise<void> {
  const [found] = await query<{
    name: string;
    version: number;
    encoding: string;
    provider: string;
    locale: string;
  }>(
    `select datname as name, current_setting('server_version_num')::int / 10000 as version,
       pg_encoding_to_char(encoding) as encoding, datlocprovider::text as provider, coalesce(datlocale, datcollate) as locale
     from pg_database where datname = current_database()`,
  );
  if (!found) return;
  const { name, version, encoding, provider, locale } = found;
  if (version < oldestServer)
    throw new StartError(
      `DATABASE_ADMIN_URL leads to PostgreSQL ${version}, and ${oldestServer} or newer is needed`,
    );
  if (encoding !== "UTF8")
    throw new StartError(
      `database ${name} has encoding ${encoding}, which doesn't take every name: make it anew with: ${createDatabase}`,
    );
  // As libc's "C" does: capitals before small letters, letters with accents after all.
  if (provider !== "i" && /^(C|POSIX)(\.|$)/i.test(locale))
    throw new StartError(
      `database ${name} sorts names by the numbers of their letters (${locale}): make it anew with: ${createDatabase}`,
    );
}
