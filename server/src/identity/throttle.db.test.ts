import pg from "pg";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { identityDatabaseUrl } from "./database.ts";
import { createTestDatabase } from "../../../test/support/cluster.ts";
import { createThrottle, type Attempt, type Throttle } from "./throttle.ts";

const person = "fatima@rivierenland.example";
const library = "203.0.113.7";
const elsewhere = "198.51.100.9";
let pools: pg.Pool[];
/** Two servers on one database. */
let servers: [Throttle, Throttle];
let throttle: Throttle;

beforeAll(async () => {
  const { databaseUrl, secret } = await createTestDatabase();
  const open = () =>
    new pg.Pool({ connectionString: identityDatabaseUrl({ databaseUrl, secret }), max: 4 });
  pools = [open(), open()];
  servers = [createThrottle(pools[0]!, secret), createThrottle(pools[1]!, secret)];
  [throttle] = servers;
});

beforeEach(async () => {
  await pools[0]!.query("delete from throttle");
});

afterAll(() => Promise.all(pools.map((pool) => pool.end())));

async function fail(times: number, attempt: (index: number) => Attempt): Promise<void> {
  for (let index = 0; index < times; index += 1)
    await throttle.take(attempt(index)).catch(() => {});
}

const refused = { code: "TOO_MANY_ATTEMPTS", retryAfter: expect.any(Number) };

test("a person may fail ten times at one place, and is told how long to wait after that", async () => {
  await fail(9, () => ({ person, address: library }));
  await expect(throttle.take({ person, address: library })).resolves.toBeDefined();
  const error = await throttle
    .take({ person, address: library })
    .catch((caught: unknown) => caught);
  expect(error).toMatchObject(refused);
  expect((error as { retryAfter: number }).retryAfter).toBeGreaterThan(14 * 60);
});

test("a right password wipes out the failures before it", async () => {
  await fail(9, () => ({ person, address: library }));
  const succeed = await throttle.take({ person, address: library });
  await succeed();
  await fail(9, () => ({ person, address: library }));
  await expect(throttle.take({ person, address: library })).resolves.toBeDefined();
});

test("the wait ends", async () => {
  await fail(11, () => ({ person, address: library }));
  await expect(throttle.take({ person, address: library })).rejects.toMatchObject(refused);
  await pools[0]!.query("update throttle set until = now()");
  await expect(throttle.take({ person, address: library })).resolves.toBeDefined();
});

test("fifty attempts at once over two servers are counted one by one", async () => {
  const attempts = Array.from({ length: 50 }, (_, index) =>
    servers[index % 2]!.take({ person, address: library }),
  );
  const passed = (await Promise.allSettled(attempts)).filter(
    ({ status }) => status === "fulfilled",
  );
  expect(passed).toHaveLength(10);
});

test("one colleague who is stopped does not stop the library behind the same address", async () => {
  await fail(500, () => ({ person, address: library }));
  await expect(throttle.take({ person, address: library })).rejects.toMatchObject(refused);
  await expect(
    throttle.take({ person: "ruud@rivierenland.example", address: library }),
  ).resolves.toBeDefined();
});

test("guessing at many accounts from one address is stopped, but not for who signed in there before", async () => {
  const succeed = await throttle.take({ person, address: library });
  await succeed();
  await fail(101, (index) => ({
    person: `medewerker${index}@rivierenland.example`,
    address: library,
  }));
  await expect(
    throttle.take({ person: "nieuw@rivierenland.example", address: library }),
  ).rejects.toMatchObject(refused);
  await expect(throttle.take({ person, address: library })).resolves.toBeDefined();
  await expect(
    throttle.take({ person: "nieuw@rivierenland.example", address: elsewhere }),
  ).resolves.toBeDefined();
});

test("guessing at one account from many addresses is stopped, but not where that person works", async () => {
  const succeed = await throttle.take({ person, address: library });
  await succeed();
  await fail(31, (index) => ({ person, address: `198.51.100.${index}` }));
  await expect(throttle.take({ person, address: "192.0.2.1" })).rejects.toMatchObject(refused);
  await expect(throttle.take({ person, address: library })).resolves.toBeDefined();
});

test("a neighbour behind the same address doesn't stop who signed in there before, on their own device", async () => {
  const succeed = await throttle.take({ person, address: library });
  await succeed();
  await fail(11, () => ({ person, address: library }));
  await expect(throttle.take({ person, address: library })).rejects.toMatchObject(refused);
  const own = { person, address: library, device: "a device of hers" };
  await fail(9, () => own);
  await expect(throttle.take(own)).resolves.toBeDefined();
  await expect(throttle.take(own)).rejects.toMatchObject(refused);
  await expect(throttle.take({ ...own, device: "another" })).resolves.toBeDefined();
});

test("a network that is stopped leaves no row for each name that it tries", async () => {
  const tries = (from: number, times: number) =>
    fail(times, (index) => ({
      person: `medewerker${from + index}@rivierenland.example`,
      address: elsewhere,
    }));
  const rows = async () =>
    (await pools[0]!.query<{ count: number }>("select count(*)::integer from throttle")).rows[0]!
      .count;
  await tries(0, 101);
  const before = await rows();
  await tries(200, 50);
  expect(await rows()).toBe(before);
});

test("signing in to one's own account over and over buys no extra guesses at others", async () => {
  const own = { person: "aanvaller@elders.example", address: elsewhere };
  for (let index = 0; index < 105; index += 1) {
    await throttle
      .take({ person: `iemand${index}@rivierenland.example`, address: elsewhere })
      .catch(() => {});
    const succeed = await throttle.take(own);
    await succeed();
  }
  await expect(throttle.take({ person, address: elsewhere })).rejects.toMatchObject(refused);
});

test("one subscriber's IPv6 network counts as one address, and a mapped IPv4 address as itself", async () => {
  await fail(5, (index) => ({ person, address: `2001:db8:0:7::${index}` }));
  await fail(5, (index) => ({ person, address: `2001:DB8::7:0:0:0:${index}` }));
  await expect(throttle.take({ person, address: "2001:db8:0:7:ffff::1" })).rejects.toMatchObject(
    refused,
  );
  await expect(throttle.take({ person, address: "2001:db8:0:8::1" })).resolves.toBeDefined();
  await fail(10, () => ({ person, address: `::ffff:${library}` }));
  await expect(throttle.take({ person, address: library })).rejects.toMatchObject(refused);
});

test("the table holds neither mail addresses nor network addresses", async () => {
  await throttle.take({ person, address: library });
  const { rows } = await pools[0]!.query<{ row: string }>(
    "select throttle::text as row from throttle",
  );
  expect(rows).toHaveLength(3);
  for (const { row } of rows) expect(row).not.toMatch(/fatima|rivierenland|203\.0\.113/);
});
