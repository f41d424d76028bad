import "fake-indexeddb/auto";
import { describe, expect, test } from "vitest";
import type { SaveResult } from "../writing/autosave.ts";
import type { Kept, Words } from "../writing/draft.ts";
import type { TextPlace } from "../writing/text-place.ts";
import { ownLocks } from "./locks.ts";
import { Outbox } from "./outbox.ts";
import { replay } from "./replay.ts";
import { inMemory, openUnsentDatabase } from "./unsent-database.ts";

const desk = { organisationId: "waterlinie", hat: "waterlinie" };
const facts: TextPlace = { kind: "passage", cycleId: "cycle", part: "4", field: "FACTS" };
const view: TextPlace = { kind: "passage", cycleId: "cycle", part: "4", field: "VIEW" };

function typed(body: string, baseVersion = 0, unheard: readonly string[] = []): Kept<Words> {
  return {
    words: { body },
    base: { body: "" },
    baseVersion,
    unheard: unheard.map((words) => ({ body: words })),
    isClash: false,
  };
}

/** One browser: tabs share the database and the locks. */
async function browser(database = inMemory()) {
  const all = ownLocks();
  return {
    /** A tab; closing it lets go of what it holds, as a browser does. */
    open: async (personId = "noor") => {
      const holding: { release(): void }[] = [];
      const locks = {
        ...all,
        hold: (name: string) => {
          const held = all.hold(name);
          holding.push(held);
          return held;
        },
      };
      const outbox = new Outbox(personId, database, locks);
      await outbox.look();
      return { outbox, close: () => holding.forEach((held) => held.release()) };
    },
  };
}

/** A server with one text per field, which keeps the promise of `writePassage`. */
function server(by = "noor") {
  const latest = new Map<string, { body: string; version: number; by: string }>();
  const requests: string[] = [];
  let isDown = false;
  return {
    latest,
    requests,
    down: (state: boolean) => void (isDown = state),
    write(place: TextPlace, body: string, baseVersion: number, author = by): SaveResult<Words> {
      const field = place.kind === "passage" ? place.field : "";
      requests.push(body);
      if (isDown) return { kind: "trouble", trouble: "connection" };
      const now = latest.get(field) ?? { body: "", version: 0, by: "" };
      const isRepeated = now.version === baseVersion + 1 && now.body === body && now.by === author;
      const stands = isRepeated || now.version !== baseVersion ? now : null;
      const next = stands ?? { body, version: baseVersion + 1, by: author };
      latest.set(field, next);
      return {
        kind: stands === null || isRepeated ? "saved" : "clash",
        latest: {
          words: { body: next.body },
          version: next.version,
          changedAt: null,
          changedBy: { personId: next.by, name: next.by },
        },
      };
    },
  };
}

function send(outbox: Outbox, there: ReturnType<typeof server>) {
  return replay(
    outbox,
    desk.organisationId,
    (unsent) => async (words, baseVersion) =>
      there.write(unsent.place, words["body"] ?? "", baseVersion),
  );
}

const left = ({ outbox }: { outbox: Outbox }) =>
  outbox.left().map(({ kept }) => kept.words["body"]);

describe("text that was left behind by a closed tab", () => {
  test("is there for the next tab, and for the place that it was typed in alone", async () => {
    const { open } = await browser();
    const first = await open();
    first.outbox.storeFor(desk, facts).keep(typed("Wij kiezen."), "connection");
    first.close();
    const next = await open();
    expect(left(next)).toEqual(["Wij kiezen."]);
    expect(next.outbox.storeFor(desk, view).find()).toBeNull();
    const elsewhere = { organisationId: "leesvaart", hat: "leesvaart" };
    expect(next.outbox.storeFor(elsewhere, facts).find()).toBeNull();
    expect(next.outbox.storeFor(desk, facts).find()?.words).toEqual({ body: "Wij kiezen." });
    expect(left(next)).toEqual([]);
  });

  test("is nobody else's to see", async () => {
    const { open } = await browser();
    const noor = await open("noor");
    noor.outbox.storeFor(desk, facts).keep(typed("Van Noor."), null);
    noor.close();
    const sanne = await open("sanne");
    expect(left(sanne)).toEqual([]);
    expect(sanne.outbox.storeFor(desk, facts).find()).toBeNull();
    expect(left(await open("noor"))).toEqual(["Van Noor."]);
  });

  test("is not taken from a tab that is still open", async () => {
    const { open } = await browser();
    const first = await open();
    first.outbox.storeFor(desk, facts).keep(typed("Bezig."), null);
    const second = await open();
    expect(left(second)).toEqual([]);
    expect(second.outbox.storeFor(desk, facts).find()).toBeNull();
    const { requests } = server();
    await send(second.outbox, server());
    expect(requests).toEqual([]);
    first.close();
    await second.outbox.look();
    expect(left(second)).toEqual(["Bezig."]);
  });

  test("is gone for everybody once the server has it", async () => {
    const { open } = await browser();
    const first = await open();
    const store = first.outbox.storeFor(desk, facts);
    store.keep(typed("Wij"), null);
    store.forget();
    first.close();
    expect(left(await open())).toEqual([]);
  });
});

describe("sending later", () => {
  test("goes in the order of typing, each text once, whatever number of tabs", async () => {
    const { open } = await browser();
    const first = await open();
    first.outbox.storeFor(desk, facts).keep(typed("Eerst."), "connection");
    first.outbox.storeFor(desk, view).keep(typed("Daarna."), "connection");
    first.close();
    const [one, two] = [await open(), await open()];
    const there = server();
    const [sent, nothing] = await Promise.all([send(one.outbox, there), send(two.outbox, there)]);
    expect(there.requests).toEqual(["Eerst.", "Daarna."]);
    expect([sent.sent.length, nothing.sent.length]).toEqual([2, 0]);
    await two.outbox.look();
    expect([left(one), left(two)]).toEqual([[], []]);
  });

  test("recognises its own words where only the reply was lost, and sends what was typed since", async () => {
    const { open } = await browser();
    const first = await open();
    const there = server();
    there.write(facts, "Wij", 0);
    first.outbox.storeFor(desk, facts).keep(typed("Wij kiezen.", 0, ["Wij"]), "connection");
    first.close();
    const next = await open();
    await send(next.outbox, there);
    expect(there.latest.get("FACTS")).toMatchObject({ body: "Wij kiezen.", version: 2 });
    expect(left(next)).toEqual([]);
  });

  test("writes over nobody: what met another text stays, to be chosen in", async () => {
    const { open } = await browser();
    const first = await open();
    const there = server();
    there.write(facts, "Van Sanne.", 0, "sanne");
    first.outbox.storeFor(desk, facts).keep(typed("Van Noor."), "connection");
    first.close();
    const next = await open();
    await send(next.outbox, there);
    expect(there.latest.get("FACTS")?.body).toBe("Van Sanne.");
    expect(next.outbox.left()).toMatchObject([{ kept: { isClash: true } }]);
    await send(next.outbox, there);
    expect(there.requests).toEqual(["Van Sanne.", "Van Noor."]);
    expect(next.outbox.storeFor(desk, facts).find()?.words).toEqual({ body: "Van Noor." });
  });

  test("stops where there is no connection, and begins again at the first", async () => {
    const { open } = await browser();
    const first = await open();
    first.outbox.storeFor(desk, facts).keep(typed("Eerst."), null);
    first.outbox.storeFor(desk, view).keep(typed("Daarna."), null);
    first.close();
    const next = await open();
    const there = server();
    there.down(true);
    expect(await send(next.outbox, there)).toEqual({ sent: [], isCutOff: true });
    there.down(false);
    await send(next.outbox, there);
    expect(there.requests).toEqual(["Eerst.", "Eerst.", "Daarna."]);
  });

  test("leaves what belongs to another organisation until one works for that", async () => {
    const { open } = await browser();
    const first = await open();
    const other = { organisationId: "leesvaart", hat: "leesvaart" };
    first.outbox.storeFor(other, facts).keep(typed("Voor De Leesvaart."), null);
    first.close();
    const next = await open();
    const there = server();
    await send(next.outbox, there);
    expect([there.requests, left(next)]).toEqual([[], ["Voor De Leesvaart."]]);
  });
});

test("the browser's database has the last that was typed, and nothing of what was sent", async () => {
  const database = await openUnsentDatabase("in this test");
  const { open } = await browser(database);
  const first = await open();
  const [store, other] = [first.outbox.storeFor(desk, facts), first.outbox.storeFor(desk, view)];
  for (const body of ["W", "Wi", "Wij"]) store.keep(typed(body), null);
  other.keep(typed("Weg."), null);
  other.forget();
  await database.settled();
  const kept = await (await openUnsentDatabase("in this test")).of("noor");
  expect(kept.map(({ kept: { words } }) => words)).toEqual([{ body: "Wij" }]);
  expect([database.isLasting, await database.of("sanne")]).toEqual([true, []]);
});
