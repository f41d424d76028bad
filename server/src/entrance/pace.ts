import type { Socket } from "node:net";
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { networkOf } from "../addresses/network.ts";
import type { IsProxy } from "../addresses/proxies.ts";

/** How long whoever is connected may take, in milliseconds unless it says otherwise. */
export interface Pace {
  /** From connecting, or from the answer before, to the last header. */
  readonly headers: number;
  /** For the body of a request; files have a pace of their own. */
  readonly body: number;
  /** For taking the answer, once it is given. */
  readonly answer: number;
  /** Bytes a second that a file has to go on with, measured over `window`. */
  readonly bytesPerSecond: number;
  readonly window: number;
  /** Connections from one network, unless it is a proxy of ours. */
  readonly connections: number;
  /** How often connections are looked at. */
  readonly every: number;
}

export const ordinaryPace: Pace = {
  headers: 15_000,
  body: 30_000,
  answer: 120_000,
  bytesPerSecond: 4 * 1024,
  window: 60_000,
  connections: 1_000,
  every: 5_000,
};

/** For `fastify()`: what Node itself looks after. Without, both are unlimited there. */
export function serverOptions({ headers, every }: Pace) {
  return {
    // Of a whole request with its body: files may take long, and all others are broken off by `keepPace`.
    requestTimeout: 3 * 3_600_000,
    http: { headersTimeout: headers, connectionsCheckingInterval: every },
  } as const;
}

/**
 * Breaks off whoever connects and says nothing, or goes on so slowly that they may as well: each holds a connection and
 * memory for as long as they like, signed in or not.
 *
 * To be called before the routes are registered: hooks reach only what comes after them.
 */
export function keepPace(app: FastifyInstance, pace: Pace, isProxy: IsProxy): void {
  limitConnections(app, pace.connections, isProxy);
  const timers = new WeakMap<FastifyRequest, NodeJS.Timeout>();
  const within = (request: FastifyRequest, ms: number) => {
    clearTimeout(timers.get(request));
    const { socket } = request.raw;
    timers.set(request, setTimeout(() => socket.destroy(), ms).unref());
  };
  // Each is called back at once: a promise would cost every request a turn of the event loop.
  app.addHook("onRequest", (request, _reply, done) => {
    const { "content-length": length, "transfer-encoding": encoding } = request.headers;
    const hasBody = encoding !== undefined || (length !== undefined && length !== "0");
    if (hasBody && !isFile(request)) within(request, pace.body);
    done();
  });
  app.addHook("preValidation", (request, _reply, done) => {
    clearTimeout(timers.get(request));
    done();
  });
  app.addHook("onSend", (request, reply, _payload, done) => {
    if (request.raw.complete === false) letPass(request, reply);
    if (!isFile(request)) within(request, pace.answer);
    done();
  });
  app.addHook("onResponse", (request, _reply, done) => {
    clearTimeout(timers.get(request));
    done();
    // Asked without a network, it says neither.
    if (request.raw.complete !== false) return;
    // Answered before all of it came, which then passes unread, but not for ever.
    within(request, isFile(request) ? pace.answer : pace.body);
    request.raw.once("end", () => clearTimeout(timers.get(request)));
  });
  app.addHook("onRequestAbort", (request, done) => {
    clearTimeout(timers.get(request));
    done();
  });
}

/** What is still coming goes unread, or the sender would see a broken connection in place of the answer. */
function letPass({ raw }: FastifyRequest, reply: FastifyReply): void {
  reply.removeHeader("connection");
  raw.resume();
}

function isFile({ routeOptions: { url = "" } }: FastifyRequest): boolean {
  return url.startsWith("/files/");
}

function limitConnections(app: FastifyInstance, most: number, isProxy: IsProxy): void {
  const byNetwork = new Map<string, number>();
  app.server.on("connection", (socket: Socket) => {
    const { remoteAddress = "" } = socket;
    if (isProxy(remoteAddress)) return;
    const network = networkOf(remoteAddress);
    const count = (byNetwork.get(network) ?? 0) + 1;
    byNetwork.set(network, count);
    socket.once("close", () => {
      const left = (byNetwork.get(network) ?? 1) - 1;
      if (left === 0) byNetwork.delete(network);
      else byNetwork.set(network, left);
    });
    if (count > most) socket.destroy();
  });
}

/**
 * Breaks off a connection over which a file goes too slowly; what is slow but goes on may take as long as it takes.
 * @param moved bytes so far
 */
export function watchPace(
  socket: Socket,
  moved: () => number,
  { bytesPerSecond, window }: Pace,
): { stop(): void } {
  let before = moved();
  const timer = setInterval(() => {
    const now = moved();
    if (now - before < (bytesPerSecond * window) / 1_000) socket.destroy();
    before = now;
  }, window);
  timer.unref();
  return { stop: () => clearInterval(timer) };
}
