import { expect, test } from "vitest";
import { openServer } from "../../../test/support/app.ts";
import { openReaders } from "../../../test/support/readers.ts";
import { openWorld } from "../../../test/support/scenario.ts";

/** Whoever keeps watch sees how busy it is and what waits, and nothing of whom it is for. */
const world = await openWorld();
const server = await openServer(world);
const readers = openReaders(world, server);
const { fastify } = server.app;

async function metrics(headers: Record<string, string> = {}) {
  const { statusCode, body } = await fastify.inject({ method: "GET", url: "/metrics", headers });
  const valueOf = (line: string) =>
    Number(
      body
        .split("\n")
        .find((one) => one.startsWith(`${line} `))
        ?.slice(line.length + 1),
    );
  return { statusCode, body, valueOf };
}

test("requests are counted by method, route and status, and take the time they took", async () => {
  const counted = 'toetssteen_request_seconds_count{method="POST",route="/graphql",status="200"}';
  const member = await world.member(await world.library(), "reader");
  const before = (await metrics()).valueOf(counted) || 0;
  await server.ask(server.as(member), "{ viewer { person { name } } }");
  await fastify.inject({ method: "GET", url: "/healthz" });
  const { statusCode, valueOf } = await metrics();
  expect(statusCode).toBe(200);
  expect(valueOf(counted)).toBe(before + 1);
  expect(valueOf(counted.replace("_count", "_sum"))).toBeGreaterThan(0);
  expect(
    valueOf('toetssteen_request_seconds_count{method="GET",route="/healthz",status="200"}'),
  ).toBe(1);
});

test("connections and jobs are counted, also those that failed for good or that nobody takes", async () => {
  const jobs = (state: string) => `toetssteen_jobs{task="mail",state="${state}"}`;
  const library = await world.library();
  const administrator = await world.member(library, "administrator", "quality_coordinator");
  const body = await readers.certificationBody();
  for (let count = 0; count < 3; count++) await world.member(body, "office");
  await readers.answerAll(administrator, library);
  await readers.submit(administrator, library);
  await world.rows(`update graphile_worker._private_jobs set attempts = max_attempts
    where id = (select min(id) from graphile_worker._private_jobs)`);
  await world.rows("update graphile_worker._private_jobs set run_at = now() - interval '1 minute'");
  const { valueOf } = await metrics();
  expect([valueOf(jobs("waiting")), valueOf(jobs("failed"))]).toEqual([2, 1]);
  expect(valueOf('toetssteen_job_lateness_seconds{task="mail"}')).toBeGreaterThanOrEqual(60);
  const connections = (state: string) =>
    valueOf(`toetssteen_pool_connections{pool="application",state="${state}"}`);
  expect(connections("busy") + connections("idle")).toBeGreaterThan(0);
  expect(connections("waiting")).toBe(0);
});

test("no label names an organisation, a person, an address or a page of theirs", async () => {
  const library = await world.library();
  const member = await world.member(library, "reader");
  await server.ask(
    server.as(member),
    "query ($id: ID!) { libraryProfile(organisationId: $id) { runsIdo } }",
    {
      id: library.id,
    },
  );
  await fastify.inject({ method: "GET", url: `/o/${library.id}/profiel?zoek=${member.name}` });
  await fastify.inject({ method: "GET", url: `/uitnodiging/${member.token}` });
  const { body } = await metrics();
  for (const secret of [library.id, library.name, member.id, member.name, member.token])
    expect(body).not.toContain(secret);
  const ours = body.match(/^toetssteen_.*$/gm)?.join("\n") ?? "";
  const labels = new Set([...ours.matchAll(/(\w+)="/g)].map(([, label]) => label));
  expect(labels).toEqual(
    new Set(["le", "method", "route", "status", "pool", "state", "task", "part", "figure"]),
  );
});

test("they are there for private addresses only, also behind a proxy", async () => {
  const inside = { "x-forwarded-for": "10.0.3.4" };
  const outside = { "x-forwarded-for": "198.51.100.7" };
  const outsideToo = { "x-forwarded-for": "2001:db8::7" };
  expect((await metrics(inside)).statusCode).toBe(200);
  for (const headers of [outside, outsideToo]) {
    const { statusCode, body } = await metrics(headers);
    expect([statusCode, body]).toEqual([404, '{"code":"NOT_FOUND"}']);
  }
});
