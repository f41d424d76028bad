import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import type { Query } from "../../support/scenario.ts";
import type { Found, IntentOf, Ledger, Write } from "../write.ts";
import { eachOnce, toldOnce } from "./once.ts";

type ItemWrite = Write & { readonly intent: IntentOf<"item"> };

/** Items, where they are used, and their files: each acknowledged one there once and whole, and told of once. */
export async function evidenceAgrees(
  query: Query,
  ledger: Ledger,
  dataDir: string,
): Promise<Found[]> {
  const libraries = [...new Set(ledger.writes.map(({ intent }) => intent.by.library.id))];
  const items = await query<{ id: string; by: string; words: string; version: number }>(
    `select e.id, e.added_by as by, e.title as words, e.version from toetssteen.evidence e where e.organisation_id = any ($1)`,
    [libraries],
  );
  const uses = await query<{
    id: string;
    item: string;
    part: string;
    by: string;
    words: string;
    state: string | null;
  }>(
    `select u.id, u.evidence_id as item, u.part, u.added_by as by, u.page as words, p.state
     from toetssteen.evidence_use u left join toetssteen.progress p
       on p.organisation_id = u.organisation_id and p.cycle_id = u.cycle_id and p.part = u.part
     where u.organisation_id = any ($1)`,
    [libraries],
  );
  const told = await query<{ what: string; key: string; count: number }>(
    `select a.what, concat_ws(' ', a.person_id, a.part) as key, count(*)::int as count
     from toetssteen.activity a where a.organisation_id = any ($1) group by 1, 2`,
    [libraries],
  );
  const toldOf = (what: string) => told.filter((row) => row.what === what);
  const changes = items.flatMap(({ by, version }) => Array<string>(version - 1).fill(by));
  return [
    ...itemsAgree(ledger.of("item"), items),
    ...toldOnce(
      "item",
      items.map(({ by }) => by),
      toldOf("evidence_added"),
    ),
    ...toldOnce("change of an item", changes, toldOf("evidence_changed")),
    ...eachOnce(
      "use",
      ledger.of("use"),
      uses.map(({ id, ...use }) => ({
        id,
        meant: JSON.stringify([use.item, use.part, use.by, use.words]),
      })),
      ({ id, itemId, part, by, words }) => ({
        id,
        meant: JSON.stringify([itemId, part, by.id, words]),
      }),
    ),
    ...uses.flatMap(({ id, state }): Found[] =>
      state === null ? [{ kind: "lost", what: `use ${id} is in no state of the work` }] : [],
    ),
    ...toldOnce(
      "use",
      uses.map(({ by, part }) => `${by} ${part}`),
      toldOf("evidence_used"),
    ),
    ...(await filesAgree(query, ledger, dataDir, toldOf("file_uploaded"))),
  ];
}

/** One person writes an item, so its version is the number of their writes that arrived. */
function itemsAgree(
  writes: readonly ItemWrite[],
  rows: readonly {
    readonly id: string;
    readonly by: string;
    readonly words: string;
    readonly version: number;
  }[],
): Found[] {
  return [
    ...new Set([...writes.map(({ intent }) => intent.id), ...rows.map(({ id }) => id)]),
  ].flatMap((id): Found[] => {
    const own = writes.filter(({ intent }) => intent.id === id);
    const sure = own
      .filter(({ outcome }) => outcome === "acknowledged")
      .map(({ intent }) => intent);
    const row = rows.find((one) => one.id === id);
    const newest = Math.max(0, ...sure.map(({ baseVersion }) => baseVersion + 1));
    if ((row?.version ?? 0) < newest)
      return [{ kind: "lost", what: `item ${id}: version ${newest} was acknowledged` }];
    const written = own.find(
      ({ intent, outcome, mayStand }) =>
        intent.baseVersion + 1 === row?.version && (outcome === "acknowledged" || mayStand),
    );
    if (row && (written?.intent.words !== row.words || written.intent.by.id !== row.by))
      return [{ kind: "doubled", what: `item ${id}: nobody wrote version ${row.version}` }];
    return [];
  });
}

async function filesAgree(
  query: Query,
  ledger: Ledger,
  dataDir: string,
  told: readonly { readonly key: string; readonly count: number }[],
): Promise<Found[]> {
  const libraries = [...new Set(ledger.writes.map(({ intent }) => intent.by.library.id))];
  const rows = await query<{
    id: string;
    library: string;
    item: string;
    by: string;
    state: string;
    sha256: string | null;
    object: string | null;
  }>(
    `select f.id, f.organisation_id as library, f.evidence_id as item, f.uploaded_by as by, f.state, f.sha256, f.object_id as object
     from toetssteen.evidence_file f where f.organisation_id = any ($1)`,
    [libraries],
  );
  const ready = rows.filter(({ state }) => state === "ready");
  const found: Found[] = [];
  for (const { id, library, sha256, object } of rows.filter((row) => row.object !== null)) {
    const bytes = await readFile(join(dataDir, "files", library, object ?? "")).catch(() => null);
    const hash = bytes && createHash("sha256").update(bytes).digest("hex");
    if (hash !== sha256) found.push({ kind: "lost", what: `file ${id} is not whole` });
  }
  return [
    ...found,
    ...eachOnce(
      "upload",
      ledger.of("upload"),
      ready.map(({ id, item, by, sha256 }) => ({ id, meant: JSON.stringify([item, by, sha256]) })),
      ({ id, itemId, by, sha256 }) => ({ id, meant: JSON.stringify([itemId, by.id, sha256]) }),
    ),
    ...toldOnce(
      "upload",
      ready.map(({ by }) => by),
      told,
    ),
  ];
}
