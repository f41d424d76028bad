import type { Query } from "../../support/scenario.ts";
import type { Found, IntentOf, Ledger, Write } from "../write.ts";

type AnswerWrite = Write & { readonly intent: IntentOf<"answer"> };

interface Entry {
  readonly library: string;
  readonly part: string;
  readonly version: number;
  readonly by: string;
  readonly words: string;
}

/** An answer as it stands, with what one statement wrote beside it. */
interface Persona extends Entry {
  readonly state: string | null;
  readonly touched_by: string | null;
  readonly touched_with: boolean | null;
}

/**
 * Every version of an answer is one write, acknowledged or unknown; each acknowledged one is there; and with the words
 * stand their history, their place in what people did, and the state of the work.
 */
export async function answersAgree(query: Query, ledger: Ledger): Promise<Found[]> {
  const writes = ledger.of("answer");
  const libraries = [...new Set(writes.map(({ intent }) => intent.by.library.id))];
  const standing = await query<Persona>(
    `select a.organisation_id as library, a.indicator as part, a.version, a.changed_by as by, a.explanation as words,
       p.state, p.touched_by, p.touched_at = a.changed_at as touched_with
     from toetssteen.indicator_answer a
     left join toetssteen.progress p on p.organisation_id = a.organisation_id and p.cycle_id = a.cycle_id and p.part = a.indicator
     where a.organisation_id = any ($1)`,
    [libraries],
  );
  const history = await query<Entry>(
    `select h.organisation_id as library, h.indicator as part, h.version, h.written_by as by, h.explanation as words
     from toetssteen.answer_history h where h.organisation_id = any ($1) order by h.version`,
    [libraries],
  );
  const activity = await query<{ library: string; part: string; by: string; count: number }>(
    `select a.organisation_id as library, a.part, a.person_id as by, count(*)::int as count
     from toetssteen.activity a where a.organisation_id = any ($1) and a.what = 'answered' group by 1, 2, 3`,
    [libraries],
  );
  const places = new Set([
    ...writes.map(({ intent }) => placeOf({ library: intent.by.library.id, part: intent.part })),
    ...[...standing, ...history].map(placeOf),
  ]);
  return [...places].flatMap((place) =>
    placeAgrees(place, {
      writes: writes.filter(
        ({ intent }) => placeOf({ library: intent.by.library.id, part: intent.part }) === place,
      ),
      now: standing.find((row) => placeOf(row) === place),
      entries: history.filter((row) => placeOf(row) === place),
      deeds: new Map(
        activity.filter((row) => placeOf(row) === place).map(({ by, count }) => [by, count]),
      ),
    }),
  );
}

const placeOf = ({ library, part }: { readonly library: string; readonly part: string }) =>
  `${library} ${part}`;

function placeAgrees(
  place: string,
  {
    writes,
    now,
    entries,
    deeds,
  }: {
    readonly writes: readonly AnswerWrite[];
    readonly now: Persona | undefined;
    readonly entries: readonly Entry[];
    readonly deeds: ReadonlyMap<string, number>;
  },
): Found[] {
  const found: Found[] = [];
  const say = (kind: Found["kind"], what: string) =>
    found.push({ kind, what: `answer ${place}: ${what}` });
  const last = now?.version ?? 0;
  const sure = writes.filter(({ outcome }) => outcome === "acknowledged");
  const maybe = writes.filter(({ outcome, mayStand }) => outcome !== "acknowledged" && mayStand);
  const could = (version: number) =>
    [...sure, ...maybe].filter(({ intent }) => intent.baseVersion + 1 === version);

  for (const { intent } of sure) {
    const version = intent.baseVersion + 1;
    if (version > last) say("lost", `version ${version} was acknowledged, ${last} stands`);
    if (sure.filter((other) => other.intent.baseVersion + 1 === version).length > 1)
      say("lost", `version ${version} was acknowledged to two`);
    // Words of one person in a row are one entry; the entry that took them in is the first from there on.
    const entry = entries.find((one) => one.version >= version);
    if (entry?.by !== intent.by.id) say("lost", `version ${version} is in no entry of its writer`);
    else if (entry.version === version && entry.words !== intent.words)
      say("lost", `version ${version} stands in the history in other words`);
  }
  for (let version = 1; version <= last; version += 1)
    if (could(version).length === 0) say("doubled", `nobody wrote version ${version}`);
  for (const entry of [...entries, ...(now ? [now] : [])])
    if (!could(entry.version).some(({ intent }) => isOf(intent, entry)))
      say("doubled", `version ${entry.version} has words that nobody wrote there`);

  if ((entries.at(-1)?.version ?? 0) !== last) say("lost", "what stands is not in the history");
  if (now && now.state === null) say("lost", "there is no state of the work");
  else if (now && (now.touched_by !== now.by || now.touched_with !== true))
    say("lost", "the state of the work is of another moment");
  for (const by of new Set([...entries.map((entry) => entry.by), ...deeds.keys()])) {
    const told = deeds.get(by) ?? 0;
    const written = entries.filter((entry) => entry.by === by).length;
    if (told !== written)
      say(
        told < written ? "lost" : "doubled",
        `${written} entries, ${told} times in what people did`,
      );
  }
  return found;
}

function isOf(intent: IntentOf<"answer">, { by, words }: Entry): boolean {
  return intent.by.id === by && intent.words === words;
}
