import type { MailServer } from "../../support/mail-server.ts";
import type { Query } from "../../support/scenario.ts";
import { addressOf } from "../../support/waiting-jobs.ts";
import type { Found, Ledger } from "../write.ts";

/** What arrived at the mail server, by thread and address. */
export class Arrived {
  readonly #mail: MailServer;
  readonly #ids = new Map<string, Set<string>>();
  #read = 0;
  /** Mails that arrived more than once, under the same id each time. */
  again = 0;

  constructor(mail: MailServer) {
    this.#mail = mail;
  }

  /** Ids of the mails about that thread that somebody got. */
  idsOf(key: string): ReadonlySet<string> {
    for (; this.#read < this.#mail.texts.length; this.#read += 1)
      this.#take((this.#mail.texts[this.#read] ?? "").replaceAll("=\n", ""));
    return this.#ids.get(key) ?? new Set();
  }

  #take(text: string): void {
    const [, id = ""] = /^Message-ID: <([^@>]+)@/im.exec(text) ?? [];
    const [, to = ""] = /^To: .*?([0-9a-f-]{36}@example\.org)/im.exec(text) ?? [];
    const [, thread = ""] = /#opmerking-([0-9a-f-]{36})/.exec(text) ?? [];
    const key = keyOf(thread, to);
    const known = this.#ids.get(key) ?? new Set();
    if (known.has(id)) this.again += 1;
    this.#ids.set(key, known.add(id));
  }
}

const keyOf = (thread: string, to: string) => `${thread} ${to}`;

/**
 * Everybody who is mentioned in a comment gets one mail of it, or will: it arrived or it is in the queue. The product
 * promises that it arrives; where a worker or its database was killed it may arrive again, under the same id.
 */
export async function mailAgrees(query: Query, ledger: Ledger, arrived: Arrived): Promise<Found[]> {
  const libraries = [...new Set(ledger.writes.map(({ intent }) => intent.by.library.id))];
  const comments = await query<{ thread: string; mentions: readonly string[] }>(
    `select coalesce(c.thread_id, c.id) as thread, c.mentions from toetssteen.comment c where c.organisation_id = any ($1)`,
    [libraries],
  );
  const jobs = await query<{ id: string; to: string; page: string }>(
    `select (floor(extract(epoch from j.created_at) * 1000))::bigint as at, j.id,
       j.payload -> 'payload' ->> 'to' as to, j.payload -> 'payload' -> 'values' ->> 'page' as page
     from graphile_worker._private_jobs j where (j.payload ->> 'organisationId')::uuid = any ($1)`,
    [libraries],
  ).then((rows) =>
    (rows as { id: string; at: string; to: string; page: string }[]).map(({ at, ...job }) => ({
      ...job,
      id: `${Number(at).toString(36)}-${job.id}`,
    })),
  );
  const expected = new Map<string, number>();
  for (const { thread, mentions } of comments)
    for (const id of mentions) {
      const key = keyOf(thread, addressOf({ id }));
      expected.set(key, (expected.get(key) ?? 0) + 1);
    }
  const queued = new Map<string, string[]>();
  for (const { id, to, page } of jobs) {
    const key = keyOf(page.split("#opmerking-")[1] ?? "", to);
    queued.set(key, [...(queued.get(key) ?? []), id]);
  }
  return [...new Set([...expected.keys(), ...queued.keys()])].flatMap((key): Found[] => {
    const [due, has] = [
      expected.get(key) ?? 0,
      new Set([...arrived.idsOf(key), ...(queued.get(key) ?? [])]).size,
    ];
    if (due === has) return [];
    return [{ kind: has < due ? "lost" : "doubled", what: `mail ${key}: ${has} of ${due}` }];
  });
}
