import { globSync, readFileSync } from "node:fs";
import { afterEach, expect, test, vi } from "vitest";
import { Refused } from "./problem.ts";
import { fetchAhead, fetchPart } from "./fetch-part.ts";
import { part } from "./part.ts";

afterEach(() => vi.unstubAllGlobals());

const root = `${import.meta.dirname}/..`;
const sources = globSync("**/*.{ts,tsx}", { cwd: root })
  .filter((file) => !/\.test\.|routeTree\.gen/.test(file))
  .map((file) => [file, readFileSync(`${root}/${file}`, "utf8")] as const);

test("what comes along later is asked for in one way", () => {
  const bare = sources.filter(([, source]) =>
    source
      .replaceAll(/typeof import\(/g, "")
      .replaceAll(/\bpart(Of)?\(\(\) => import\("[^"]+"\)\)/g, "")
      .replaceAll(/^ *(\/\/|\/?\*).*$/gm, "")
      .match(/\bimport\(|\blazy\b.*from "react"|\blazyRouteComponent\b/),
  );
  expect(bare.map(([file]) => file)).toEqual([]);
  expect(sources.filter(([, source]) => source.includes("=> import(")).length).toBeGreaterThan(10);
});

test("a part that failed without a connection is there the next time", async () => {
  const files = connection();
  const later = part(() => fetchPart(() => Promise.resolve("the part"), ["assets/one.js"]));
  files.isLost = true;
  await expect(later.load()).rejects.toThrow("Failed to fetch");
  expect(later.find()).toBeNull();
  files.isLost = false;
  expect(await later.load()).toBe("the part");
  expect(later.find()).toBe("the part");
});

test("nothing is imported before all its files are here, and none is fetched twice", async () => {
  const files = connection();
  const imported = vi.fn<() => Promise<string>>(() => Promise.resolve("two files"));
  files.gone.add("/assets/three.js");
  await expect(fetchPart(imported, ["assets/two.js", "assets/three.js"])).rejects.toEqual(
    new Refused("UNKNOWN_DOCUMENT"),
  );
  expect(imported).not.toHaveBeenCalled();
  files.gone.clear();
  expect(await fetchPart(imported, ["assets/two.js", "assets/three.js"])).toBe("two files");
  expect(files.asked).toEqual(["/assets/two.js", "/assets/three.js", "/assets/three.js"]);
});

test("what is fetched ahead is not run, and needs no connection later", async () => {
  const files = connection();
  const imported = vi.fn<() => Promise<string>>(() => Promise.resolve("ahead"));
  const importIt = () => fetchPart(imported, ["assets/ahead.js"]);
  fetchAhead(importIt);
  await vi.waitFor(() => expect(files.asked).toEqual(["/assets/ahead.js"]));
  await new Promise((resolve) => setTimeout(resolve));
  expect(imported).not.toHaveBeenCalled();
  files.isLost = true;
  expect(await importIt()).toBe("ahead");
});

/** A browser with a connection that can be lost, to a server that may no longer have a file. */
function connection() {
  const state = { isLost: false, gone: new Set<string>(), asked: [] as string[] };
  vi.stubGlobal("fetch", (address: string) => {
    if (state.isLost) return Promise.reject(new TypeError("Failed to fetch"));
    state.asked.push(address);
    const status = state.gone.has(address) ? 404 : 200;
    return Promise.resolve(new Response("", { status }));
  });
  return state;
}
