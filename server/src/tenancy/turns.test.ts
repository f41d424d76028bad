import { describe, expect, test } from "vitest";
import { createTurns, QueueFull, type Limits } from "./turns.ts";

const limits: Limits = {
  atOnce: 1,
  atOncePerGroup: 1,
  atOncePerMember: 1,
  attentive: 0,
  mostWaiting: 100,
  mostWaitingPerMember: 50,
  longestWait: 60_000,
  pauseBeforeRefusal: 0,
};

/** Who gets turns, in which order, when each lasts until all have asked. */
async function order(
  asking: readonly (readonly [group: string, member: string])[],
  given = limits,
) {
  const turns = createTurns(given);
  const served: string[] = [];
  const first = await turns.take({ group: "somebody", member: "else" });
  const all = asking.map(async ([group, member]) => {
    const end = await turns.take({ group, member });
    served.push(`${group}${member}`);
    end();
  });
  first();
  await Promise.all(all);
  return served.join(" ");
}

describe("turns come", () => {
  test("to each organisation after the other, however much one of them asks", async () => {
    const asking = [...Array(4).fill(["a", "1"]), ["b", "1"], ["c", "1"], ["b", "1"]] as const;
    expect(await order(asking)).toBe("a1 b1 c1 a1 b1 a1 a1");
  });

  test("to each person of an organisation after the other, in the order in which they asked", async () => {
    const asking = [...Array(3).fill(["a", "1"]), ["a", "2"], ["a", "3"]] as const;
    expect(await order(asking)).toBe("a1 a2 a3 a1 a1");
  });

  test("at once where nobody waits", async () => {
    const turns = createTurns({ ...limits, atOnce: 2, atOncePerGroup: 2 });
    const ends = await Promise.all([
      turns.take({ group: "a", member: "1" }),
      turns.take({ group: "a", member: "2" }),
    ]);
    expect(turns.waiting).toBe(0);
    for (const end of ends) end();
  });

  test("past whoever has as many as they may, to others", async () => {
    const turns = createTurns({ ...limits, atOnce: 3, atOncePerGroup: 2 });
    const began: string[] = [];
    const ends = ["a1", "a1", "a2", "a3", "b1"].map(async (who) => {
      const end = await turns.take({ group: who.slice(0, 1), member: who.slice(1) });
      began.push(who);
      return end;
    });
    await Promise.all([ends[0], ends[2], ends[4]]);
    // A second of the same person and a third of the same organisation wait, though one more could begin.
    expect(began).toEqual(["a1", "a2", "b1"]);
    expect(turns.waiting).toBe(2);
    (await ends[0])?.();
    await ends[1];
    expect(began).toEqual(["a1", "a2", "b1", "a1"]);
    (await ends[2])?.();
    await ends[3];
    expect(turns.waiting).toBe(0);
  });
});

test("whoever asks much has one at a time while somebody of another organisation is about", async () => {
  const turns = createTurns({
    ...limits,
    atOnce: 9,
    atOncePerGroup: 6,
    atOncePerMember: 3,
    attentive: 60_000,
  });
  const much = () => turns.take({ group: "a", member: "1" });
  const alone = await Promise.all([much(), much(), much()]);
  for (const end of alone) end();
  (await turns.take({ group: "b", member: "1" }))();
  const first = await much();
  const second = much();
  expect(turns.waiting).toBe(1);
  // A colleague doesn't wait for them.
  (await turns.take({ group: "a", member: "2" }))();
  first();
  (await second)();
});

test("as many begin as may once nobody else is about", async () => {
  const turns = createTurns({
    ...limits,
    atOnce: 9,
    atOncePerGroup: 6,
    atOncePerMember: 3,
    attentive: 40,
  });
  (await turns.take({ group: "b", member: "1" }))();
  const ends = Array.from({ length: 4 }, () => turns.take({ group: "a", member: "1" }));
  expect(turns.waiting).toBe(3);
  await new Promise((resolve) => setTimeout(resolve, 60));
  (await ends[0])?.();
  expect(turns.waiting).toBe(0);
  for (const end of await Promise.all(ends.slice(1))) end();
});

describe("somebody is told to come back", () => {
  test("when too many wait: the last of whoever has the most, and never who just came", async () => {
    const turns = createTurns({ ...limits, mostWaiting: 3 });
    const end = await turns.take({ group: "z", member: "1" });
    const became: Record<string, string> = {};
    const ask = async (name: string, group: string, member: string) => {
      await turns.take({ group, member }).then(
        (ending) => {
          became[name] = "served";
          ending();
        },
        (error: unknown) => (became[name] = error instanceof QueueFull ? "told" : "failed"),
      );
    };
    const all = [ask("a first", "a", "1"), ask("a second", "a", "1"), ask("a third", "a", "1")];
    all.push(ask("b first", "b", "1"));
    await expect.poll(() => became, { timeout: 20_000 }).toEqual({ "a third": "told" });
    end();
    await Promise.all(all);
    expect(became).toEqual({
      "a first": "served",
      "a second": "served",
      "a third": "told",
      "b first": "served",
    });
  });

  test("when one person has too many waiting, and after a while, so that they don't ask again at once", async () => {
    const turns = createTurns({ ...limits, mostWaitingPerMember: 1, pauseBeforeRefusal: 30 });
    const end = await turns.take({ group: "a", member: "1" });
    const waiting = turns.take({ group: "a", member: "1" });
    const began = performance.now();
    await expect(turns.take({ group: "a", member: "1" })).rejects.toThrow(QueueFull);
    expect(performance.now() - began).toBeGreaterThan(25);
    const colleague = turns.take({ group: "a", member: "2" });
    end();
    (await waiting)();
    (await colleague)();
  });

  test("when the turn doesn't come in time, and then it takes nobody's", async () => {
    const turns = createTurns({ ...limits, longestWait: 20 });
    const end = await turns.take({ group: "a", member: "1" });
    await expect(turns.take({ group: "b", member: "1" })).rejects.toThrow(QueueFull);
    expect(turns.waiting).toBe(0);
    end();
    (await turns.take({ group: "c", member: "1" }))();
  });
});

test("whatever ends, as many begin as may, and nothing is kept of who is gone", async () => {
  const given = { ...limits, atOnce: 5, atOncePerGroup: 3, atOncePerMember: 2 };
  const turns = createTurns(given);
  let running = 0;
  const counts = new Map<string, number>();
  const most = { all: 0, group: 0, member: 0 };
  const add = (key: string, by: number) => {
    const count = (counts.get(key) ?? 0) + by;
    counts.set(key, count);
    return count;
  };
  await Promise.all(
    Array.from({ length: 90 }, async (_, n) => {
      const [group, member] = [`g${n % 7 === 0 ? 0 : n % 3}`, `m${n % 4}`];
      const end = await turns.take({ group, member });
      running += 1;
      most.all = Math.max(most.all, running);
      most.group = Math.max(most.group, add(group, 1));
      most.member = Math.max(most.member, add(group + member, 1));
      await new Promise((resolve) => setImmediate(resolve));
      running -= 1;
      add(group, -1);
      add(group + member, -1);
      end();
    }),
  );
  expect(most).toEqual({ all: 5, group: 3, member: 2 });
  expect(turns.waiting).toBe(0);
});
