/**
 * better-auth's tables as it names them (`migration.db.test.ts` asks it whether anything is missing), and two of ours.
 * `throttle` holds digests only: no names, mail addresses or network addresses.
 */
export const accounts = `
  create table "user" (
    id uuid primary key default uuidv7(),
    name text not null,
    email text not null unique check (email = lower(email)),
    "emailVerified" boolean not null default false,
    image text,
    "createdAt" timestamptz not null default now(),
    "updatedAt" timestamptz not null default now()
  );

  create table session (
    id uuid primary key default uuidv7(),
    token text not null unique,
    "userId" uuid not null references "user" (id) on delete cascade,
    "expiresAt" timestamptz not null,
    "createdAt" timestamptz not null default now(),
    "updatedAt" timestamptz not null default now(),
    "ipAddress" text,
    "userAgent" text
  );
  create index "session_userId_idx" on session ("userId");
  create index "session_expiresAt_idx" on session ("expiresAt");

  create table account (
    id uuid primary key default uuidv7(),
    "userId" uuid not null references "user" (id) on delete cascade,
    "providerId" text not null,
    "accountId" text not null,
    password text,
    "accessToken" text,
    "refreshToken" text,
    "idToken" text,
    "accessTokenExpiresAt" timestamptz,
    "refreshTokenExpiresAt" timestamptz,
    scope text,
    "createdAt" timestamptz not null default now(),
    "updatedAt" timestamptz not null default now(),
    unique ("providerId", "accountId")
  );
  create index "account_userId_idx" on account ("userId");

  -- A new password ends every session, whichever way it came; who changed it themselves gets a new one afterwards.
  create function end_sessions() returns trigger language plpgsql set search_path = '' as $$
  begin
    delete from identity.session where "userId" = new."userId";
    return null;
  end $$;
  revoke execute on function end_sessions() from public;
  create trigger end_sessions after update of password on account for each row
    when (old.password is distinct from new.password) execute function end_sessions();

  create table verification (
    id uuid primary key default uuidv7(),
    identifier text not null,
    value text not null,
    "expiresAt" timestamptz not null,
    "createdAt" timestamptz not null default now(),
    "updatedAt" timestamptz not null default now()
  );
  create index "verification_identifier_idx" on verification (identifier);

  create table throttle (
    key text primary key,
    count integer not null,
    until timestamptz not null
  );
  create index throttle_until_idx on throttle (until);

  grant usage on schema identity to toetssteen_identity, toetssteen_resolver;
  grant select, insert, update, delete on "user", session, account, verification, throttle to toetssteen_identity;
  grant select (token, "userId", "expiresAt") on session to toetssteen_resolver;
  grant select (id, name, email) on "user" to toetssteen_resolver;
`;
