import {
  chained,
  chainStart,
  digestOf,
  headOf,
  latestCommitInMinutes,
  lineColumns,
  linkColumns,
  type Link,
  type LoggedLine,
} from "./chain.ts";

type Query = <Row>(text: string, values?: readonly unknown[]) => Promise<Row[]>;

/** What doesn't fit. */
export type Misfit =
  /** A line doesn't say what it said when it was taken in. */
  | "changed"
  /** A line is gone, and was not erased. */
  | "removed"
  /** A line is there although its salt is gone: nothing tells what it said. */
  | "unsealed"
  /** A link is gone or was written anew; what it held is named as far as the next link does. */
  | "broken"
  /** A line that the chain doesn't have, older than what it was taking in by then. */
  | "inserted"
  /** The chain is shorter than it was, or another. */
  | "cut off";

/** What an access log is, held against its chain. Names moments and ids, never who read what. */
export interface Verified {
  readonly count: number;
  readonly head: string | null;
  /** Lines that were erased: their place is kept, what they said can't be known. */
  readonly erased: number;
  /** Lines that are not in the chain yet, and since when. */
  readonly waiting: number;
  readonly waitingSince: Date | null;
  /** The first that doesn't fit, with its place in the chain where it has one. */
  readonly misfit: {
    readonly what: Misfit;
    readonly place: number | null;
    readonly entryId: string | null;
    readonly at: string | null;
  } | null;
}

const batch = 1_000;

interface SaltedLink extends Link {
  readonly salt: Buffer | null;
  readonly chain: Buffer;
}

/**
 * Holds a library's log against its chain.
 * @param query as the owner, who sees every line
 * @param noted a head that was noted down earlier, `place:chain`
 */
export async function verifyLog(
  query: Query,
  organisationId: string,
  noted: string | null = null,
): Promise<Verified> {
  let chain = chainStart(organisationId);
  let count = 0;
  let erased = 0;
  let holdsNoted = noted === null;
  const end = async (misfit: Verified["misfit"]): Promise<Verified> => ({
    count,
    head: count === 0 ? null : headOf({ place: count, chain }),
    erased,
    ...(await waitingLines(query, organisationId)),
    misfit: misfit ?? (await insertedLine(query, organisationId)),
  });
  for (;;) {
    const links = await readLinks(query, organisationId, count);
    for (const { link, line } of links) {
      const misfit = misfitOf(link, line, chain, count + 1);
      if (misfit) {
        const { place, entryId } = link;
        return end({ what: misfit, place, entryId, at: line?.at ?? null });
      }
      chain = link.chain;
      count = link.place;
      if (link.salt === null) erased += 1;
      holdsNoted ||= headOf(link) === noted;
    }
    if (links.length < batch) break;
  }
  return end(holdsNoted ? null : { what: "cut off", place: count, entryId: null, at: null });
}

function misfitOf(
  link: SaltedLink,
  line: LoggedLine | null,
  previous: Buffer,
  place: number,
): Misfit | null {
  if (link.place !== place || !chained(previous, link).equals(link.chain)) return "broken";
  if (link.salt === null) return line === null ? null : "unsealed";
  if (line === null) return "removed";
  return digestOf(line, link.salt).equals(link.digest) ? null : "changed";
}

async function readLinks(
  query: Query,
  organisationId: string,
  after: number,
): Promise<{ link: SaltedLink; line: LoggedLine | null }[]> {
  const rows = await query<SaltedLink & { [Key in keyof LoggedLine]: LoggedLine[Key] | null }>(
    `select ${linkColumns}, k.salt, k.chain, ${lineColumns}
     from toetssteen.access_log_link k
     left join toetssteen.access_log l on l.organisation_id = k.organisation_id and l.id = k.entry_id
     where k.organisation_id = $1 and k.place > $2 order by k.place limit ${batch}`,
    [organisationId, after],
  );
  return rows.map((row) => ({ link: row, line: row.id === null ? null : (row as LoggedLine) }));
}

const notInChain = `not exists (select from toetssteen.access_log_link k
  where k.organisation_id = l.organisation_id and k.entry_id = l.id)`;
const takenUpTo = `(select max(k.newest_at) - interval '${latestCommitInMinutes} minutes'
  from toetssteen.access_log_link k where k.organisation_id = $1)`;

async function waitingLines(
  query: Query,
  organisationId: string,
): Promise<Pick<Verified, "waiting" | "waitingSince">> {
  const [row] = await query<{ waiting: number; since: Date | null }>(
    `select count(*)::int as waiting, min(l.at) as since from toetssteen.access_log l
     where l.organisation_id = $1 and ${notInChain} and l.at >= coalesce(${takenUpTo}, '-infinity')`,
    [organisationId],
  );
  return { waiting: row?.waiting ?? 0, waitingSince: row?.since ?? null };
}

async function insertedLine(query: Query, organisationId: string): Promise<Verified["misfit"]> {
  const [row] = await query<LoggedLine>(
    `select ${lineColumns} from toetssteen.access_log l
     where l.organisation_id = $1 and ${notInChain} and l.at < ${takenUpTo} order by l.at, l.id limit 1`,
    [organisationId],
  );
  return row ? { what: "inserted", place: null, entryId: row.id, at: row.at } : null;
}
