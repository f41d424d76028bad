/**
 * The second factor as better-auth's plugin keeps it: `secret` encrypted under the session secret, `"backupCodes"` a
 * JSON list of keyed digests (`recovery-codes.ts`). And whoever gets a new password is also asked for it again where
 * they stood between the two steps of signing in, and other links to a new password stop working.
 */
export const secondFactor = `
  alter table "user" add "twoFactorEnabled" boolean not null default false;

  create table "twoFactor" (
    id uuid primary key default uuidv7(),
    "userId" uuid not null references "user" (id) on delete cascade,
    secret text not null,
    "backupCodes" text not null check ("backupCodes" is json array),
    verified boolean not null default false,
    "failedVerificationCount" integer not null default 0,
    "lockedUntil" timestamptz
  );
  create unique index "twoFactor_userId_idx" on "twoFactor" ("userId");
  create index "twoFactor_secret_idx" on "twoFactor" (secret);
  grant select, insert, update, delete on "twoFactor" to toetssteen_identity;

  create or replace function end_sessions() returns trigger language plpgsql set search_path = '' as $$
  begin
    delete from identity.session where "userId" = new."userId";
    delete from identity.verification where value = new."userId"::text;
    return null;
  end $$;
`;
