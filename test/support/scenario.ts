import { randomBytes, randomUUID } from "node:crypto";
import type { Role } from "@toetssteen/server/rights/kinds";
import type { ScopeOptions, Scopes } from "@toetssteen/server/tenancy/scope";
import { createSource } from "@toetssteen/server/register/source";
import { createScopes } from "@toetssteen/server/tenancy/scope";
import pg from "pg";
import { createTestDatabase, type TestDatabase } from "./cluster.ts";
import { afterwards } from "./run.ts";

/** Runs one statement. */
export type Query = <Row = Record<string, unknown>>(
  sql: string,
  values?: readonly unknown[],
) => Promise<Row[]>;

export interface Person {
  readonly id: string;
  readonly name: string;
}

export interface Organisation {
  readonly id: string;
  readonly name: string;
}

/** A library with its profile and its open cycle. */
export interface Library extends Organisation {
  readonly cycleId: string;
}

export interface LibraryFacts {
  readonly name: string;
  readonly vobMember: boolean;
  readonly runsIdo: boolean;
}

/** Somebody who is signed in and has a role somewhere. */
export interface Member extends Person {
  readonly organisationId: string;
  /** Of their session. */
  readonly token: string;
}

/** Make what stands in a database: each as little as it can be, and what it needs besides. */
export interface Factories {
  organisation(name?: string): Promise<Organisation>;
  library(facts?: Partial<LibraryFacts>): Promise<Library>;
  person(name?: string): Promise<Person>;
  membership(
    person: Person,
    organisation: Organisation,
    roles: readonly Role[],
    state?: { ended?: boolean },
  ): Promise<void>;
  /** @returns the session's token */
  session(person: Person, state?: { expired?: boolean }): Promise<string>;
  /** A new person with these roles at the organisation, signed in. */
  member(organisation: Organisation, ...roles: Role[]): Promise<Member>;
}

/**
 * A database of the test's own, with factories for what stands in it. Factories write as the owner, past the policies;
 * what a test asks about goes through `scopes` or the server.
 */
export interface World extends Factories {
  readonly database: TestDatabase;
  /** As the application does, over a pool of its own. */
  readonly scopes: Scopes;
  /** As a superuser, in a transaction that is undone. */
  asAdmin<T>(work: (query: Query) => Promise<T>): Promise<T>;
  /** As a superuser, for good. */
  asOperator(sql: string): Promise<void>;
  /** As the owner, who sees and writes every row. */
  readonly rows: Query;
  /** Scopes over another pool. @param poolSize connections */
  pool(poolSize: number): Promise<Scopes>;
}

let made = 0;
const numbered = (name: string) => `${name} ${++made}`;

/** Tokens as better-auth makes them: 32 letters and digits. */
export function newToken(): string {
  return randomBytes(64)
    .toString("base64")
    .replaceAll(/[^A-Za-z0-9]/g, "")
    .slice(0, 32);
}

/** At the top level of a test file: what it opens is closed after the file. */
export async function openWorld(): Promise<World> {
  const database = await createTestDatabase();
  const ends: (() => Promise<void>)[] = [];
  afterwards(() => Promise.all(ends.map((end) => end())));
  const openPool = (settings: pg.PoolConfig) => {
    const opened = new pg.Pool({ connectionString: database.adminUrl, max: 2, ...settings });
    ends.push(() => opened.end());
    return opened;
  };
  const queryOn =
    (connection: pg.Pool | pg.PoolClient): Query =>
    async (sql, values) =>
      (await connection.query(sql, values && [...values])).rows;

  const rows = queryOn(openPool({ options: "-c role=toetssteen_owner" }));

  const admins = openPool({});
  const asAdmin: World["asAdmin"] = async (work) => {
    const admin = await admins.connect();
    await admin.query("begin");
    try {
      return await work(queryOn(admin));
    } finally {
      await admin.query("rollback");
      admin.release();
    }
  };

  const asOperator: World["asOperator"] = async (sql) => void (await admins.query(sql));

  const pool: World["pool"] = async (poolSize) => {
    const source = await createSource(database.databaseUrl, poolSize).initialize();
    ends.push(() => source.destroy());
    return createScopes(source);
  };

  return {
    database,
    scopes: await pool(4),
    asAdmin,
    asOperator,
    rows,
    ...createFactories(rows),
    pool,
  };
}

/** @param rows as the owner, past the policies */
export function createFactories(rows: Query): Factories {
  const organisation: Factories["organisation"] = async (name = numbered("Bibliotheek")) => {
    const id = randomUUID();
    await rows("insert into toetssteen.organisation (id, name) values ($1, $2)", [id, name]);
    return { id, name };
  };

  const library: Factories["library"] = async ({ name, vobMember = true, runsIdo = true } = {}) => {
    const { id, name: known } = await organisation(name);
    const cycleId = randomUUID();
    await rows(
      "insert into toetssteen.library_profile (organisation_id, vob_member, runs_ido, locations) values ($1, $2, $3, 4)",
      [id, vobMember, runsIdo],
    );
    await rows(
      "insert into toetssteen.cycle (organisation_id, id, edition) values ($1, $2, 'kwaliteit-in-beeld-2')",
      [id, cycleId],
    );
    return { id, name: known, cycleId };
  };

  const person: Factories["person"] = async (name = numbered("Persoon")) => {
    const id = randomUUID();
    await rows('insert into identity."user" (id, name, email) values ($1, $2, $3)', [
      id,
      name,
      `${id}@example.org`,
    ]);
    return { id, name };
  };

  const membership: Factories["membership"] = async (who, at, roles, { ended = false } = {}) => {
    await rows(
      "insert into toetssteen.membership (organisation_id, person_id, name, roles, ended_at) values ($1, $2, $3, $4, case when $5 then now() end)",
      [at.id, who.id, who.name, roles, ended],
    );
  };

  const session: Factories["session"] = async (who, { expired = false } = {}) => {
    const token = newToken();
    await rows(
      `insert into identity.session (token, "userId", "expiresAt") values ($1, $2, now() + $3::interval)`,
      [token, who.id, expired ? "-1 second" : "1 day"],
    );
    return token;
  };

  const member: Factories["member"] = async (at, ...roles) => {
    const who = await person();
    await membership(who, at, roles);
    return { ...who, organisationId: at.id, token: await session(who) };
  };

  return { organisation, library, person, membership, session, member };
}

/** What a member asks with: their session, with their organisation as hat and as the only subject. */
export function asked(
  by: Member,
  access: "read" | "write",
  other: Partial<ScopeOptions> = {},
): ScopeOptions {
  return {
    principal: { kind: "session", token: by.token },
    hat: by.organisationId,
    subjects: [by.organisationId],
    access,
    ...other,
  };
}

/** One statement in one scope. Undone afterwards, unless `keep`. */
export function ask<Row = Record<string, unknown>>(
  scopes: Scopes,
  options: ScopeOptions,
  sql: string,
  values: readonly unknown[] = [],
  keep = false,
): Promise<Row[]> {
  return scopes.inScope(options, async (scope) => ({
    value: await scope.sql<Row>("", sql, values),
    keep,
  }));
}
