import { kwaliteitInBeeld2, type Edition } from "@toetssteen/norms";
import { expect, test } from "vitest";
import { openWorld } from "../../../test/support/scenario.ts";
import { builtInEditions, type LoadedEdition, type LoadedEditions } from "./editions.ts";
import { PublishedDiffers, publishEditions, requireEditionsInUse } from "./publishing.ts";

const world = await openWorld();

const code = "proefkader";

/** An edition under a code of its own, changed for the test. */
function proof(
  change: Partial<Edition> = {},
  nl?: { revision: number; title: string },
): LoadedEditions {
  const base = { ...kwaliteitInBeeld2, code, ...change };
  const wordings: LoadedEdition["wordings"] = nl
    ? [
        {
          wording: {
            edition: code,
            locale: "nl",
            revision: nl.revision,
            texts: { "4": { title: nl.title } },
          },
          file: "teksten.yaml",
        },
      ]
    : [];
  return new Map([[code, { base, wordings, edition: base, file: "proef.yaml" }]]);
}

const title = (nl: string) => ({ nl, en: nl });

/** Publishes one after the other, in a transaction that is undone. @returns how it ended, and what is kept */
function publishing(...all: LoadedEditions[]) {
  return world.asAdmin(async (query) => {
    const told = { refused: undefined as PublishedDiffers | undefined, kept: [] as unknown[] };
    for (const editions of all) {
      await query("savepoint before");
      await publishEditions(query, editions).catch(async (error: unknown) => {
        await query("rollback to savepoint before");
        if (!(error instanceof PublishedDiffers)) throw error;
        told.refused = error;
      });
    }
    told.kept = await query(
      "select source, revision from toetssteen.published_wording where edition = $1 order by source, revision",
      [code],
    );
    return told;
  });
}

test("what this release carries is published by migrating", async () => {
  const [row] = await world.rows(
    "select source, revision from toetssteen.published_wording where edition = $1",
    [kwaliteitInBeeld2.code],
  );
  expect(row).toEqual({ source: "base", revision: kwaliteitInBeeld2.revision });
});

test("the same edition may be published again", async () => {
  const { refused, kept } = await publishing(proof(), proof());
  expect(refused).toBeUndefined();
  expect(kept).toEqual([{ source: "base", revision: 1 }]);
});

test("a published edition never changes its structure, whatever its revision", async () => {
  const { refused, kept } = await publishing(
    proof(),
    proof({ validUntil: "2099-12-31", revision: 2 }),
  );
  expect(refused).toMatchObject({ code, change: "structure" });
  expect(refused!.message).toBe(
    "edition proefkader was published with another structure (codes, order, rules or dates); give the changed one a new code",
  );
  expect(kept).toEqual([{ source: "base", revision: 1 }]);
});

test("corrected words go with a higher revision", async () => {
  const { refused, kept } = await publishing(
    proof(),
    proof({ title: title("Beter"), revision: 2 }),
  );
  expect(refused).toBeUndefined();
  expect(kept).toEqual([
    { source: "base", revision: 1 },
    { source: "base", revision: 2 },
  ]);
});

test("other words under the same revision are refused", async () => {
  const { refused } = await publishing(proof(), proof({ title: title("Anders") }));
  expect(refused).toMatchObject({ code, change: "wording-without-revision" });
  expect(refused!.message).toBe(
    "edition proefkader was published with other words as revision 1; give the changed words a higher revision",
  );
});

test("going back to words that were published before is allowed", async () => {
  const { refused } = await publishing(
    proof(),
    proof({ title: title("Beter"), revision: 2 }),
    proof(),
  );
  expect(refused).toBeUndefined();
});

test("official texts have revisions of their own, and can be taken away and put back", async () => {
  const { refused, kept } = await publishing(
    proof({}, { revision: 3, title: "Officieel" }),
    proof(),
    proof({}, { revision: 3, title: "Officieel" }),
  );
  expect(refused).toBeUndefined();
  expect(kept).toEqual([
    { source: "base", revision: 1 },
    { source: "nl", revision: 3 },
  ]);
});

test("other official texts under the same revision are refused", async () => {
  const { refused } = await publishing(
    proof({}, { revision: 3, title: "Officieel" }),
    proof({}, { revision: 3, title: "Anders" }),
  );
  expect(refused!.message).toBe(
    "edition proefkader was published with other words as revision 3 of its official texts in nl; give the changed words a higher revision",
  );
});

test("an edition that a library works with can't go missing", async () => {
  const { id } = await world.library();
  await world.asAdmin(async (query) => {
    await requireEditionsInUse(query, builtInEditions);
    await expect(requireEditionsInUse(query, proof())).rejects.toThrow(
      "edition kwaliteit-in-beeld-2 is used by 1 library and is gone; put its file back in DATA_DIR/editions",
    );
    await query("delete from toetssteen.cycle where organisation_id = $1", [id]);
    await requireEditionsInUse(query, proof());
  });
});
