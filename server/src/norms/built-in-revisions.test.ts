import { expect, test } from "vitest";
import { builtInEditions } from "./editions.ts";
import { revisionsOf } from "./publishing.ts";

/**
 * The words of every edition in a release, by revision. A server that has served a revision refuses to start with other
 * words under the same number: whoever changes a text raises `revision` and adds a line here. Never change a line that
 * was in a release.
 */
const published: Readonly<Record<string, string>> = {
  "kwaliteit-in-beeld-2 1": "445b56d3791bbd0faa6aa841d8fab232b04c247ddf013b465e7404482c1daa51",
};

test("whoever changes a text of an edition raises its revision", () => {
  const carried = [...builtInEditions.values()].flatMap((loaded) =>
    revisionsOf(loaded).map(({ revision, words }) => [`${loaded.base.code} ${revision}`, words]),
  );
  expect(published).toMatchObject(Object.fromEntries(carried));
});
