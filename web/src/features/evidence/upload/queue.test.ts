import { describe, expect, test } from "vitest";
import { UploadQueue } from "./queue.ts";
import type { Carrier, Upload } from "./upload.ts";

/** A carrier of which the test decides when a file arrives. */
function openDock() {
  const log: string[] = [];
  const waiting = new Map<string, PromiseWithResolvers<void>>();
  const carrier: Carrier = {
    start: async ({ id }) => void log.push(`start ${id}`),
    carry: ({ id }, onSent, signal) => {
      const arriving = Promise.withResolvers<void>();
      waiting.set(id, arriving);
      onSent(5);
      signal.addEventListener("abort", () => arriving.reject(new Error("stopped")));
      return arriving.promise;
    },
    finish: async ({ id }) => {
      log.push(`finish ${id}`);
      return [];
    },
    forget: async ({ id }) => void log.push(`forget ${id}`),
    problemOf: (error) => (error as Error).message as "BUSY",
  };
  const queue = new UploadQueue(carrier);
  const settle = async () => {
    for (let turn = 0; turn < 20; turn += 1) await Promise.resolve();
  };
  return {
    queue,
    log,
    add: async (...ids: string[]) => {
      queue.add(
        ids.map((id) => ({
          id,
          evidenceId: "e",
          fileId: null,
          organisationId: "o",
          name: id,
          size: 10,
        })),
      );
      await settle();
    },
    arrive: async (id: string, problem?: string) => {
      if (problem === undefined) waiting.get(id)?.resolve();
      else waiting.get(id)?.reject(new Error(problem));
      await settle();
    },
    settle,
    states: () => queue.uploads().map(({ id, state }: Upload) => `${id} ${state}`),
  };
}

describe("files that are sent", () => {
  test("go two at once, in turn, each through its three steps", async () => {
    const dock = openDock();
    await dock.add("a", "b", "c");
    expect(dock.states()).toEqual(["a sending", "b sending", "c waiting"]);
    expect(dock.queue.uploads()[0]?.sent).toBe(5);
    await dock.arrive("a");
    expect(dock.states()).toEqual(["a done", "b sending", "c sending"]);
    expect(dock.log).toEqual(["start a", "start b", "finish a", "start c"]);
  });

  test("that fail are sent again whole, by the same id, and let others pass meanwhile", async () => {
    const dock = openDock();
    await dock.add("a", "b", "c");
    await dock.arrive("a", "NO_CONNECTION");
    expect(dock.states()).toEqual(["a failed", "b sending", "c sending"]);
    await dock.arrive("b");
    dock.queue.retryAll();
    await dock.settle();
    expect(dock.queue.uploads()[0]).toMatchObject({ state: "sending", problem: null });
    await dock.arrive("a");
    expect(dock.states()[0]).toBe("a done");
  });

  test("that can't be helped are not tried again", async () => {
    const dock = openDock();
    await dock.add("a");
    await dock.arrive("a", "FILE_NOT_ALLOWED");
    dock.queue.retryAll();
    expect(dock.states()).toEqual(["a failed"]);
    dock.queue.clear();
    expect(dock.states()).toEqual([]);
  });

  test("are stopped and forgotten on both sides when somebody cancels", async () => {
    const dock = openDock();
    await dock.add("a", "b", "c");
    dock.queue.cancel("a");
    await dock.settle();
    expect(dock.states()).toEqual(["b sending", "c sending"]);
    expect(dock.log).toContain("forget a");
    await dock.arrive("a");
    expect(dock.log).not.toContain("finish a");
  });

  test("that are done stay when somebody cancels too late", async () => {
    const dock = openDock();
    await dock.add("a");
    await dock.arrive("a");
    dock.queue.cancel("a");
    expect(dock.states()).toEqual(["a done"]);
    expect(dock.log).not.toContain("forget a");
  });
});
