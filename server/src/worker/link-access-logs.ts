import { randomBytes } from "node:crypto";
import pg from "pg";
import type { Log } from "../jobs/log.ts";
import { startRegularly, type Regular } from "../jobs/regularly.ts";
import {
  chained,
  chainStart,
  digestOf,
  headOf,
  latestCommitInMinutes,
  lineColumns,
  linkColumns,
  type LoggedLine,
} from "../access-log/chain.ts";

/** Lines taken in at a time. */
const batch = 500;
/** Taken together with a library: one worker is at its log, and another leaves it to that one. */
const lockKey = 718_204_021;

interface Head {
  readonly place: number;
  readonly chain: Buffer;
  readonly newestAt: string;
}

/**
 * Takes what was added to the access logs into the chain of each library, in the order in which it is found: a line's
 * place is given here, so that lines may be committed in any order. The worker's log keeps each new head, outside the
 * database.
 * @param databaseUrl as the worker role
 * @returns how many lines
 */
export async function linkLogs(databaseUrl: string, log: Pick<Log, "info">): Promise<number> {
  const client = new pg.Client({ connectionString: databaseUrl, connectionTimeoutMillis: 5_000 });
  client.on("error", () => {});
  try {
    await client.connect();
    let linked = 0;
    for (const library of await librariesWithNewLines(client)) {
      const { count, head } = await linkLog(client, library);
      linked += count;
      if (head) log.info({ organisation: library, head: headOf(head) }, "access log chained");
    }
    return linked;
  } finally {
    await client.end();
  }
}

/** Every minute, in every worker; what was read is in the chain that much later. */
export function startLinking(databaseUrl: string, log: Log): Regular {
  return startRegularly({
    everyMs: 60_000,
    round: () => linkLogs(databaseUrl, log),
    failed: (error) => log.warn({ err: error }, "access logs were not chained"),
  });
}

const newLines = `l.at >= coalesce(last.newest_at - interval '${latestCommitInMinutes} minutes', '-infinity')
  and not exists (select from toetssteen.access_log_link k where k.organisation_id = l.organisation_id and k.entry_id = l.id)`;
const lastLink = (library: string) => `left join lateral (
    select k.newest_at from toetssteen.access_log_link k
    where k.organisation_id = ${library} order by k.place desc limit 1) last on true`;

/** From one library to the next by the index, past all the lines that each has. */
async function librariesWithNewLines(client: pg.Client): Promise<string[]> {
  const { rows } = await client.query<{ id: string }>(
    `with recursive library (id) as (
       (select l.organisation_id from toetssteen.access_log l order by 1 limit 1)
       union all
       select (select l.organisation_id from toetssteen.access_log l where l.organisation_id > library.id order by 1 limit 1)
       from library where library.id is not null)
     select library.id from library ${lastLink("library.id")}
     where exists (select from toetssteen.access_log l where l.organisation_id = library.id and ${newLines})`,
  );
  return rows.map(({ id }) => id);
}

async function linkLog(
  client: pg.Client,
  organisationId: string,
): Promise<{ count: number; head: Head | null }> {
  let head: Head | null = null;
  for (let count = 0; ;) {
    const linked = await linkBatch(client, organisationId);
    head = linked?.head ?? head;
    count += linked?.count ?? 0;
    if (!linked || linked.count < batch) return { count, head };
  }
}

/** @returns null while another worker is at this library's log; it goes on until nothing is left */
async function linkBatch(
  client: pg.Client,
  organisationId: string,
): Promise<{ count: number; head: Head | null } | null> {
  await client.query("begin");
  try {
    const lock = "select pg_try_advisory_xact_lock($1, hashtext($2)) as ours";
    const { rows: locked } = await client.query<{ ours: boolean }>(lock, [lockKey, organisationId]);
    if (!locked[0]?.ours) return null;
    const { rows } = await client.query<LoggedLine>(
      `select ${lineColumns} from toetssteen.access_log l ${lastLink("$1")}
       where l.organisation_id = $1 and ${newLines} order by l.at, l.id limit ${batch}`,
      [organisationId],
    );
    const before = await findHead(client, organisationId);
    return { count: rows.length, head: await append(client, organisationId, before, rows) };
  } finally {
    // After an error this undoes; the connection is then given up anyway.
    await client.query("commit");
  }
}

async function findHead(client: pg.Client, organisationId: string): Promise<Head | null> {
  const { rows } = await client.query<Head>(
    `select ${linkColumns}, k.chain from toetssteen.access_log_link k
     where k.organisation_id = $1 order by k.place desc limit 1`,
    [organisationId],
  );
  return rows[0] ?? null;
}

/** The key refuses a place that is taken, should a lock ever fail. */
async function append(
  client: pg.Client,
  organisationId: string,
  after: Head | null,
  lines: readonly LoggedLine[],
): Promise<Head | null> {
  let head = after;
  const links = lines.map((line) => {
    const salt = randomBytes(32);
    const newestAt = head && head.newestAt > line.at ? head.newestAt : line.at;
    const place = (head?.place ?? 0) + 1;
    const link = { place, entryId: line.id, digest: digestOf(line, salt), newestAt };
    const chain = chained(head?.chain ?? chainStart(organisationId), link);
    head = { place, chain, newestAt };
    return { ...link, salt, chain };
  });
  const column = (key: keyof (typeof links)[number]) => links.map((link) => link[key]);
  await client.query(
    `insert into toetssteen.access_log_link (organisation_id, place, entry_id, salt, digest, chain, newest_at)
     select $1, * from unnest($2::integer[], $3::uuid[], $4::bytea[], $5::bytea[], $6::bytea[], $7::timestamptz[])`,
    [
      organisationId,
      column("place"),
      column("entryId"),
      column("salt"),
      column("digest"),
      column("chain"),
      column("newestAt"),
    ],
  );
  return head;
}
