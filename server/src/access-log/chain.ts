import { createHash } from "node:crypto";

/** A line of the log as the chain takes it: every column as PostgreSQL writes it, its moment to the microsecond. */
export interface LoggedLine {
  readonly organisationId: string;
  readonly id: string;
  /** `2026-11-03T13:30:00.123456Z` */
  readonly at: string;
  readonly readerId: string;
  readonly readerName: string;
  readonly readerOrganisationId: string;
  readonly readerOrganisationName: string;
  readonly via: string;
  readonly rightId: string;
  readonly opened: string;
}

const written = (moment: string) =>
  `to_char(${moment} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')`;

/** The columns of `toetssteen.access_log l` that make a `LoggedLine`. */
export const lineColumns = `l.organisation_id as "organisationId", l.id, ${written("l.at")} as at, l.reader_id as "readerId",
  l.reader_name as "readerName", l.reader_organisation_id as "readerOrganisationId",
  l.reader_organisation_name as "readerOrganisationName", l.via, l.right_id as "rightId", l.opened`;

/** The columns of `toetssteen.access_log_link k` that make a `Link`. */
export const linkColumns = `k.place, k.entry_id as "entryId", k.digest, ${written("k.newest_at")} as "newestAt"`;

/**
 * How much older than the newest line of the chain a line may be and still be taken into it: longer than any
 * transaction of the application lasts, so that one committed late is taken; an older one was put in afterwards.
 */
export const latestCommitInMinutes = 10;

/** What says nothing about a line to whoever hasn't its salt: names are few, and could be tried one by one. */
export function digestOf(line: LoggedLine, salt: Buffer): Buffer {
  const text = JSON.stringify([
    1,
    line.organisationId,
    line.id,
    line.at,
    line.readerId,
    line.readerName,
    line.readerOrganisationId,
    line.readerOrganisationName,
    line.via,
    line.rightId,
    line.opened,
  ]);
  return createHash("sha256").update(salt).update(text).digest();
}

/** What the first line of a library's chain goes on from. */
export function chainStart(organisationId: string): Buffer {
  return createHash("sha256").update(`toetssteen access log ${organisationId}`).digest();
}

/** A line's place in the chain, without what it says. */
export interface Link {
  /** Counted from 1. */
  readonly place: number;
  readonly entryId: string;
  readonly digest: Buffer;
  /** The moment of the newest line up to here, written as a line's own. */
  readonly newestAt: string;
}

/** The chain after one more line: it holds everything before it. */
export function chained(previous: Buffer, link: Link): Buffer {
  return createHash("sha256")
    .update(previous)
    .update(`${link.place} ${link.entryId} ${link.newestAt} `)
    .update(link.digest)
    .digest();
}

/** The end of a chain as people note it down, `12:5f0c…`; a chain that still holds it was not cut off before it. */
export function headOf(link: { readonly place: number; readonly chain: Buffer }): string {
  return `${link.place}:${link.chain.toString("hex")}`;
}
