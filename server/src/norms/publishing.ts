import { createHash } from "node:crypto";
import { editionFingerprint } from "@toetssteen/norms";
import canonicalize from "canonicalize";
import { StartError } from "../start-error.ts";
import type { LoadedEdition, LoadedEditions } from "./editions.ts";

/** Runs one statement on a connection that may write as the owner. */
export type Query = (text: string, values?: unknown[]) => Promise<unknown>;

/** Whose words: those of the edition itself, or official ones laid over it in a language. */
type Source = "base" | "nl" | "en";

/** Words that go by a revision. */
interface Revision {
  readonly source: Source;
  readonly revision: number;
  /** SHA-256 of the words, hexadecimal. */
  readonly words: string;
}

/** An edition that differs from what was published under the same code, or words under the same revision. */
export class PublishedDiffers extends StartError {
  readonly code: string;
  readonly change: "structure" | "wording-without-revision";

  constructor(code: string, difference: "structure" | Revision) {
    const structure = difference === "structure";
    super(
      structure
        ? `edition ${code} was published with another structure (codes, order, rules or dates); give the changed one a new code`
        : `edition ${code} was published with other words as revision ${difference.revision}${of(difference)}; give the changed words a higher revision`,
    );
    this.code = code;
    this.change = structure ? "structure" : "wording-without-revision";
  }
}

/**
 * Writes down what is served from now on, so that an edition's structure never changes and a revision always means the
 * same words. Going back to an earlier revision is allowed: its words are known. In a transaction, which another
 * publisher waits for.
 *
 * @throws {PublishedDiffers}
 */
export async function publishEditions(query: Query, editions: LoadedEditions): Promise<void> {
  await query("lock table toetssteen.published_wording in share row exclusive mode");
  for (const loaded of editions.values()) {
    await publishStructure(query, loaded);
    for (const revision of revisionsOf(loaded)) {
      await publishWords(query, loaded.base.code, revision);
    }
  }
}

/** @throws {StartError} when a library works with an edition that isn't here any more */
export async function requireEditionsInUse(query: Query, editions: LoadedEditions): Promise<void> {
  const missing = (await query(
    `select edition, count(distinct organisation_id)::int as libraries from toetssteen.cycle
     where edition <> all ($1) group by edition order by edition`,
    [[...editions.keys()]],
  )) as { edition: string; libraries: number }[];
  for (const { edition, libraries } of missing) {
    throw new StartError(
      `edition ${edition} is used by ${libraries} ${libraries === 1 ? "library" : "libraries"} and is gone; put its file back in DATA_DIR/editions`,
    );
  }
}

/**
 * For a server, which publishes nothing: that migrating published what it serves. What libraries work with and isn't
 * here any more is told without how many they are.
 *
 * @throws {StartError}
 */
export async function requirePublished(query: Query, editions: LoadedEditions): Promise<void> {
  const unknown = (await query("select edition, why from tenancy.unpublished($1::jsonb)", [
    JSON.stringify(
      [...editions.values()].map((loaded) => ({
        code: loaded.base.code,
        structure: structureOf(loaded),
        words: revisionsOf(loaded),
      })),
    ),
  ])) as { edition: string; why: "gone" | "unpublished" }[];
  for (const { edition, why } of unknown)
    throw new StartError(
      why === "gone"
        ? `edition ${edition} is used by a library and is gone; put its file back in DATA_DIR/editions`
        : `edition ${edition} isn't published as it is here: run npm run migrate with this DATA_DIR`,
    );
}

/** What goes by a revision in a loaded edition: its own words, and each official text laid over them. */
export function revisionsOf({ base, wordings }: LoadedEdition): Revision[] {
  const { revision, officialRevision: _, ...words } = base;
  return [
    { source: "base", revision, words: digest(words) },
    ...wordings.map(({ wording }) => ({
      source: wording.locale,
      revision: wording.revision,
      words: digest(wording.texts),
    })),
  ];
}

function structureOf({ base }: LoadedEdition): string {
  return createHash("sha256").update(editionFingerprint(base)).digest("hex");
}

async function publishStructure(query: Query, loaded: LoadedEdition): Promise<void> {
  const { base } = loaded;
  const fingerprint = structureOf(loaded);
  await query(
    "insert into toetssteen.published_edition (code, fingerprint) values ($1, $2) on conflict do nothing",
    [base.code, fingerprint],
  );
  const [published] = (await query(
    "select fingerprint from toetssteen.published_edition where code = $1",
    [base.code],
  )) as { fingerprint: string }[];
  if (published?.fingerprint !== fingerprint) throw new PublishedDiffers(base.code, "structure");
}

async function publishWords(query: Query, code: string, words: Revision): Promise<void> {
  const key = [code, words.source, words.revision];
  await query(
    `insert into toetssteen.published_wording (edition, source, revision, words) values ($1, $2, $3, $4)
     on conflict do nothing`,
    [...key, words.words],
  );
  const [published] = (await query(
    "select words from toetssteen.published_wording where edition = $1 and source = $2 and revision = $3",
    key,
  )) as { words: string }[];
  if (published?.words !== words.words) throw new PublishedDiffers(code, words);
}

function of({ source }: Revision): string {
  return source === "base" ? "" : ` of its official texts in ${source}`;
}

function digest(words: object): string {
  return createHash("sha256")
    .update(canonicalize(words) ?? "")
    .digest("hex");
}
