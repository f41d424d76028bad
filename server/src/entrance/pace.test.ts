import { once } from "node:events";
import { connect, type AddressInfo, type Socket } from "node:net";
import { setTimeout as pause } from "node:timers/promises";
import fastify, { type FastifyInstance } from "fastify";
import { afterEach, describe, expect, test } from "vitest";
import { keepPace, ordinaryPace, serverOptions, watchPace, type Pace } from "./pace.ts";
import { readProxies } from "../addresses/proxies.ts";

const quick: Pace = {
  ...ordinaryPace,
  headers: 300,
  body: 300,
  answer: 300,
  bytesPerSecond: 10_000,
  window: 200,
  every: 30,
};
const closing: (() => unknown)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0)) await close();
});

async function open(
  pace: Partial<Pace> = {},
  proxies = "",
): Promise<{ app: FastifyInstance; port: number }> {
  const given = { ...quick, ...pace };
  const app = fastify({
    ...serverOptions(given),
    bodyLimit: 10_000_000,
    forceCloseConnections: true,
  });
  keepPace(app, given, readProxies(proxies) ?? (() => false));
  app.get("/small", async () => "answered");
  app.get("/large", async () => "x".repeat(50_000_000));
  app.post("/taken", async () => "taken");
  app.register(async (files) => {
    files.removeAllContentTypeParsers();
    files.addContentTypeParser("*", (_request, _payload, done) => done(null));
    files.put("/files/:id", async ({ raw }) => {
      const watching = watchPace(raw.socket, () => raw.socket.bytesRead, given);
      try {
        let size = 0;
        for await (const piece of raw) size += (piece as Buffer).length;
        return String(size);
      } finally {
        watching.stop();
      }
    });
  });
  await app.listen({ port: 0, host: "127.0.0.1" });
  closing.push(() => app.close());
  return { app, port: (app.server.address() as AddressInfo).port };
}

/** Somebody who is connected, what was said to them, and when they were left alone. */
function call(port: number): { socket: Socket; heard: () => string; ended: Promise<unknown> } {
  const socket = connect({ port, host: "127.0.0.1" });
  const pieces: Buffer[] = [];
  socket.on("data", (piece: Buffer) => pieces.push(piece));
  socket.on("error", () => {});
  closing.push(() => socket.destroy());
  return {
    socket,
    heard: () => Buffer.concat(pieces).toString(),
    ended: new Promise((resolve) => socket.once("close", resolve)),
  };
}

async function drip(socket: Socket, times: number, each = "x"): Promise<void> {
  for (let count = 0; count < times && !socket.destroyed; count += 1) {
    socket.write(each);
    await pause(50);
  }
}

const post = (length: number) =>
  `POST /taken HTTP/1.1\r\nHost: x\r\nContent-Type: text/plain\r\nContent-Length: ${length}\r\n\r\n`;
const put = (length: number) =>
  `PUT /files/1 HTTP/1.1\r\nHost: x\r\nContent-Length: ${length}\r\n\r\n`;

describe("is broken off: a connection", () => {
  test.each([
    ["over which nothing comes", ""],
    ["over which half a line comes", "POST /ta"],
    ["over which half the headers come", "POST /taken HTTP/1.1\r\nHost: x\r\n"],
    ["over which half the body comes", `${post(10)}12345`],
    [
      "over which half a body in pieces comes",
      "POST /taken HTTP/1.1\r\nHost: x\r\nContent-Type: text/plain\r\nTransfer-Encoding: chunked\r\n\r\n5\r\n12345\r\n",
    ],
    ["over which half a file comes", `${put(10)}12345`],
    ["that was answered before all of it came", `${post(10).replace("/taken", "/nowhere")}12345`],
  ])("%s", async (_what, sent) => {
    const { port } = await open();
    const { socket, heard, ended } = call(port);
    if (sent) socket.write(sent);
    await ended;
    expect(heard()).not.toContain("200");
  });

  test.each([
    ["headers", "POST /taken HTTP/1.1\r\nHost: x\r\nX-Long: "],
    ["a body", post(10_000)],
    ["a file", put(10_000)],
  ])("over which %s drip", async (_what, begin) => {
    const { port } = await open();
    const { socket, heard, ended } = call(port);
    socket.write(begin);
    await Promise.all([drip(socket, 600), ended]);
    expect(heard()).not.toContain("200");
  });

  test("whose other end takes nothing of the answer", async () => {
    const { app, port } = await open();
    // Ours is never told that it ended, since it reads nothing.
    const ended = once(app.server, "connection").then(([theirs]) =>
      once(theirs as Socket, "close"),
    );
    const { socket } = call(port);
    socket.pause();
    socket.write("GET /large HTTP/1.1\r\nHost: x\r\n\r\n");
    expect(await ended).toEqual([expect.any(Boolean)]);
  });

  test("too many from one network, but not those of a proxy", async () => {
    const { port } = await open({ connections: 2, headers: 20_000 });
    const calls = [call(port), call(port)];
    await Promise.all(calls.map(({ socket }) => once(socket, "connect")));
    const third = call(port);
    await third.ended;
    expect(calls.map(({ socket }) => socket.destroyed)).toEqual([false, false]);
    // Who ends makes room for another.
    calls[0]?.socket.destroy();
    await expect
      .poll(
        async () => {
          const another = call(port);
          another.socket.write("GET /small HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");
          await another.ended;
          return another.heard();
        },
        { timeout: 20_000 },
      )
      .toContain("answered");
    const { port: behind } = await open({ connections: 2, headers: 20_000 }, "loopback");
    const many = Array.from({ length: 5 }, () => call(behind));
    for (const { socket } of many)
      socket.write("GET /small HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");
    await Promise.all(many.map(({ ended }) => ended));
    expect(many.map(({ heard }) => heard().includes("answered"))).toEqual(Array(5).fill(true));
  });
});

describe("goes on: somebody", () => {
  test("who is slow, but in time", async () => {
    const { port } = await open({ headers: 20_000, body: 20_000 });
    const { socket, heard } = call(port);
    for (const piece of [post(4).slice(0, 20), post(4).slice(20), "1", "234"]) {
      socket.write(piece);
      await pause(30);
    }
    await expect.poll(heard, { timeout: 20_000 }).toContain("taken");
  });

  test("who asks one thing after the other on one connection", async () => {
    const { port } = await open({ headers: 20_000, body: 1_500, answer: 1_500 });
    const { socket, heard } = call(port);
    for (let times = 1; times <= 2; times += 1) {
      socket.write(`${post(4)}1234`);
      await expect.poll(() => heard().split("taken").length - 1, { timeout: 20_000 }).toBe(times);
      await pause(1_700);
    }
  });

  test("who is refused before all of a body came, is told so and asks again", async () => {
    const { port } = await open({ headers: 20_000, body: 20_000, answer: 20_000 });
    const { socket, heard } = call(port);
    const megabyte = "x".repeat(1_000_000);
    socket.write(post(30 * megabyte.length));
    for (let count = 0; count < 30; count += 1)
      if (!socket.write(megabyte))
        await Promise.race([once(socket, "drain"), once(socket, "close")]);
    socket.write("GET /small HTTP/1.1\r\nHost: x\r\n\r\n");
    await expect.poll(heard, { timeout: 20_000 }).toContain("answered");
    expect(heard()).toMatch(/^HTTP\/1\.1 413 /);
  });

  test("whose file takes long and comes at a pace", async () => {
    const { port } = await open({ window: 1_000, bytesPerSecond: 1_000 });
    const { socket, heard } = call(port);
    socket.write(put(20 * 2_000));
    await drip(socket, 20, "x".repeat(2_000));
    await expect.poll(heard, { timeout: 20_000 }).toContain("40000");
  });
});
