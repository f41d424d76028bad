import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { Autosave, longest, quiet } from "./autosave.ts";
import type { DraftStore, SaveResult } from "./autosave.ts";
import type { Kept, Latest } from "./draft.ts";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

type Words = { readonly verdict: "JA" | "NEE" | null; readonly explanation: string };

const none: Latest<Words> = {
  words: { verdict: null, explanation: "" },
  version: 0,
  changedAt: null,
  changedBy: null,
};

/** A server that answers when the test says so. */
function bench(latest = none, kept: Kept<Words> | null = null) {
  const requests: {
    words: Words;
    baseVersion: number;
    leaving: boolean;
    answer(result: SaveResult<Words>): Promise<void>;
  }[] = [];
  const store = {
    kept,
    find: () => store.kept,
    keep: (value: Kept<Words>) => void (store.kept = value),
    forget: () => void (store.kept = null),
  };
  const autosave = new Autosave(
    latest,
    (words, baseVersion, leaving) =>
      new Promise((resolve) => {
        const answer = async (result: SaveResult<Words>) => {
          resolve(result);
          await vi.advanceTimersByTimeAsync(0);
        };
        requests.push({ words, baseVersion, leaving, answer });
      }),
    store satisfies DraftStore<Words>,
  );
  return { autosave, requests, store };
}

const saved = (words: Words, version: number): SaveResult<Words> => ({
  kind: "saved",
  latest: { ...none, words, version },
});

test("a text is sent once, after a pause in typing", async () => {
  const { autosave, requests } = bench();
  autosave.write({ explanation: "W" });
  await vi.advanceTimersByTimeAsync(quiet - 1);
  autosave.write({ explanation: "Wij" });
  await vi.advanceTimersByTimeAsync(quiet - 1);
  expect(requests).toHaveLength(0);
  await vi.advanceTimersByTimeAsync(1);
  expect(requests.map((request) => request.words.explanation)).toEqual(["Wij"]);
});

test("somebody who types on without a pause is saved all the same", async () => {
  const { autosave, requests } = bench();
  for (let typed = 0; typed <= longest; typed += quiet / 2) {
    autosave.write({ explanation: `tekst ${typed}` });
    await vi.advanceTimersByTimeAsync(quiet / 2);
  }
  expect(requests).toHaveLength(1);
});

test("leaving the field sends at once", () => {
  const { autosave, requests } = bench();
  autosave.write({ explanation: "Wij" });
  autosave.flush();
  expect(requests).toHaveLength(1);
});

test("there is never a second request while one is under way", async () => {
  const { autosave, requests } = bench();
  autosave.write({ explanation: "Wij" });
  autosave.flush();
  autosave.write({ explanation: "Wij kiezen" });
  autosave.flush();
  await vi.advanceTimersByTimeAsync(longest);
  expect(requests).toHaveLength(1);
  await requests[0]?.answer(saved({ verdict: null, explanation: "Wij" }, 1));
  await vi.advanceTimersByTimeAsync(quiet);
  expect(requests[1]).toMatchObject({ baseVersion: 1, words: { explanation: "Wij kiezen" } });
});

test("the browser keeps the text until the server has it", async () => {
  const { autosave, requests, store } = bench();
  autosave.write({ explanation: "Wij" });
  expect(store.kept?.words.explanation).toBe("Wij");
  autosave.flush();
  expect(store.kept?.words.explanation).toBe("Wij");
  await requests[0]?.answer(saved({ verdict: null, explanation: "Wij" }, 1));
  expect(store.kept).toBeNull();
});

test("a lost connection is tried again, slower each time, with what stands then", async () => {
  const { autosave, requests } = bench();
  autosave.write({ explanation: "Wij" });
  autosave.flush();
  await requests[0]?.answer({ kind: "trouble", trouble: "connection" });
  expect(autosave.snapshot().trouble).toBe("connection");
  autosave.write({ explanation: "Wij kiezen" });
  await vi.advanceTimersByTimeAsync(2_000);
  expect(requests[1]?.words.explanation).toBe("Wij kiezen");
  await requests[1]?.answer({ kind: "trouble", trouble: "connection" });
  await vi.advanceTimersByTimeAsync(4_999);
  expect(requests).toHaveLength(2);
  await vi.advanceTimersByTimeAsync(1);
  expect(requests).toHaveLength(3);
});

test("what the server refuses is not sent over and over", async () => {
  const { autosave, requests, store } = bench();
  autosave.write({ explanation: "Wij" });
  autosave.flush();
  await requests[0]?.answer({ kind: "trouble", trouble: "refused" });
  await vi.advanceTimersByTimeAsync(120_000);
  expect(requests).toHaveLength(1);
  expect(store.kept?.words.explanation).toBe("Wij");
});

test("nothing is sent during a clash, and a choice is sent at once", async () => {
  const { autosave, requests } = bench();
  autosave.write({ explanation: "Van mij." });
  autosave.flush();
  await requests[0]?.answer({
    kind: "clash",
    latest: { ...none, words: { verdict: null, explanation: "Van Noor." }, version: 1 },
  });
  autosave.write({ explanation: "Van mij, af." });
  await vi.advanceTimersByTimeAsync(longest);
  autosave.flush({ leaving: true });
  expect(requests).toHaveLength(1);
  autosave.choose(autosave.snapshot().words);
  expect(requests[1]).toMatchObject({ baseVersion: 1, words: { explanation: "Van mij, af." } });
});

test("a page that goes away sends what waits in a request that outlives it", () => {
  const { autosave, requests } = bench();
  autosave.write({ explanation: "Wij" });
  autosave.flush({ leaving: true });
  expect(requests[0]?.leaving).toBe(true);
});

test("text from a closed tab is sent when the page opens again", async () => {
  const words = { verdict: null, explanation: "Wij" };
  const { requests } = bench(none, {
    words,
    base: { verdict: null, explanation: "" },
    baseVersion: 0,
    unheard: [],
    isClash: false,
  });
  await vi.advanceTimersByTimeAsync(quiet);
  expect(requests[0]).toMatchObject({ baseVersion: 0, words });
});
