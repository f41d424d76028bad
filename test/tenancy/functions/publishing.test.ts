import { describe, expect, test } from "vitest";
import { ask, asked, openWorld } from "../../support/scenario.ts";

/** What a server that publishes nothing asks: whether what it serves was published, word for word. */
const world = await openWorld();
const library = await world.library();
const noor = await world.member(library, "quality_coordinator");

interface Edition {
  readonly code: string;
  readonly structure: string;
  readonly words: readonly {
    readonly source: string;
    readonly revision: number;
    readonly words: string;
  }[];
}
const published = (await world.rows(
  `select code, fingerprint as structure, (select jsonb_agg(jsonb_build_object('source', w.source, 'revision', w.revision, 'words', w.words))
     from toetssteen.published_wording w where w.edition = code) as words
   from toetssteen.published_edition order by code`,
)) as unknown as Edition[];
const unpublished = (editions: readonly Edition[]) =>
  ask(world.scopes, asked(noor, "read"), "select * from tenancy.unpublished($1::jsonb)", [
    JSON.stringify(editions),
  ]);

describe("tenancy.unpublished()", () => {
  const [edition] = published;
  if (edition === undefined) throw new Error("No edition was published");
  const { code, words } = edition;
  const [first, ...others] = words;
  if (first === undefined) throw new Error("No words were published");
  const told = [{ edition: code, why: "unpublished" }];

  test("has nothing to say of what was published", async () => {
    expect(await unpublished(published)).toEqual([]);
    expect(await unpublished([{ ...edition, words: [] }])).toEqual([]);
  });

  test("names an edition with another structure, or that isn't there", async () => {
    expect(await unpublished([{ ...edition, structure: "another" }])).toEqual(told);
    const made = { ...edition, code: "elders" };
    expect(await unpublished([edition, made])).toEqual([{ edition: "elders", why: "unpublished" }]);
  });

  test.each([
    ["other words", { words: "andere" }],
    ["another revision", { revision: first.revision + 1_000 }],
    ["another source", { source: "elders" }],
  ])("names an edition with %s", async (_what, change) => {
    const changed = { ...edition, words: [...others, { ...first, ...change }] };
    expect(await unpublished([changed])).toEqual(told);
  });

  test("names what a library works with and is gone", async () => {
    expect(await unpublished([])).toEqual([{ edition: code, why: "gone" }]);
  });
});
