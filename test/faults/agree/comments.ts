import type { Query } from "../../support/scenario.ts";
import type { Found, IntentOf, Ledger } from "../write.ts";
import { eachOnce, toldOnce } from "./once.ts";

interface Row {
  readonly id: string;
  readonly library: string;
  readonly part: string;
  readonly thread: string | null;
  readonly by: string;
  readonly body: string;
  readonly mentions: readonly string[];
}

/** Every acknowledged comment is there once, as it was said, and is told of once. */
export async function commentsAgree(query: Query, ledger: Ledger): Promise<Found[]> {
  const writes = ledger.of("comment");
  const libraries = [...new Set(writes.map(({ intent }) => intent.by.library.id))];
  const rows = await query<Row>(
    `select c.id, c.organisation_id as library, c.part, c.thread_id as thread, c.author_id as by, c.body, c.mentions
     from toetssteen.comment c where c.organisation_id = any ($1)`,
    [libraries],
  );
  const told = await query<{ key: string; count: number }>(
    `select concat_ws(' ', a.organisation_id, a.part, a.person_id) as key, count(*)::int as count
     from toetssteen.activity a where a.organisation_id = any ($1) and a.what = 'commented' group by 1`,
    [libraries],
  );
  return [
    ...eachOnce("comment", writes, rows.map(kept), meant),
    ...toldOnce(
      "comment",
      rows.map(({ library, part, by }) => `${library} ${part} ${by}`),
      told,
    ),
  ];
}

function kept({ id, library, part, thread, by, body, mentions }: Row) {
  return { id, meant: JSON.stringify([library, part, thread, by, body, mentions.toSorted()]) };
}

function meant({ id, by, part, thread, words, mentions }: IntentOf<"comment">) {
  const mentioned = mentions.map((person) => person.id).toSorted();
  return { id, meant: JSON.stringify([by.library.id, part, thread, by.id, words, mentioned]) };
}
