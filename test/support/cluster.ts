import { randomBytes } from "node:crypto";
import { Client, DatabaseError } from "pg";
import { afterwards, theCluster } from "./run.ts";

export interface TestDatabase {
  name: string;
  /** As toetssteen_app. */
  databaseUrl: string;
  /** As superuser. */
  adminUrl: string;
  secret: string;
  drop(): Promise<void>;
}

const stillInUse = "55006";

const made: TestDatabase[] = [];

afterwards(async () => {
  for (const database of made) await database.drop();
});

/**
 * A database of the test's own, copied from the migrated template; dropped after the test file.
 * @param choices.migrated false gives an empty database, for tests of migrations
 * @param choices.copyOf another one instead of the template, as it is now; nobody may be connected to it
 */
export async function createTestDatabase(
  choices: { migrated?: boolean; copyOf?: TestDatabase } = {},
): Promise<TestDatabase> {
  const cluster = theCluster();
  const name = `test_${randomBytes(6).toString("hex")}`;
  const origin =
    choices.copyOf?.name ?? (choices.migrated === false ? "template0" : cluster.template);
  await maintain(cluster.maintenanceUrl, async (client) => {
    await client.query(`create database ${name} template ${origin}`);
    for (const grant of await grantsOf(client, origin))
      await client.query(`${grant.replace("<database>", name)}`);
  });
  let dropped: Promise<void> | undefined;
  const drop = () =>
    (dropped ??= maintain(cluster.maintenanceUrl, async (client) => {
      // A closed pool's connections are still leaving for a moment; PostgreSQL waits five seconds for them. Cut off at
      // once they would fail the test that had already passed.
      await client.query(`drop database ${name}`).catch((error: unknown) => {
        if (!(error instanceof DatabaseError) || error.code !== stillInUse) throw error;
        return client.query(`drop database ${name} with (force)`);
      });
    }));
  const url = (user: string, password: string) =>
    Object.assign(new URL(cluster.maintenanceUrl), {
      username: user,
      password,
      pathname: `/${name}`,
    }).href;
  const { username, password } = new URL(cluster.maintenanceUrl);
  const database: TestDatabase = {
    name,
    databaseUrl: url("toetssteen_app", cluster.applicationPassword),
    adminUrl: url(username, password),
    secret: cluster.secret,
    drop,
  };
  made.push(database);
  return database;
}

/** Who may connect is a property of the database itself, which a copy doesn't take along. */
async function grantsOf(client: Client, origin: string): Promise<string[]> {
  const found = await client.query<{ grant: string }>(
    `select format('grant %s on database <database> to %s', privilege_type,
       case grantee when 0 then 'public' else quote_ident(pg_get_userbyid(grantee)) end) as grant
     from pg_database, aclexplode(datacl) where datname = $1`,
    [origin],
  );
  const revoke = "revoke all on database <database> from public";
  return found.rows.length === 0 ? [] : [revoke, ...found.rows.map((row) => row.grant)];
}

async function maintain<Result>(
  url: string,
  work: (client: Client) => Promise<Result>,
): Promise<Result> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}
