import type { Area, Range } from "../range.ts";
import type { Reply, Request } from "../remote.ts";
import { routesOf } from "../routes.ts";
import type { Verdict } from "../tally.ts";

/** Names that a page of somebody else's can have led to this machine, at every door, as whoever is signed in here. */
export const hosts: Area = {
  name: "hosts",
  async run(range) {
    const { fixture, tally } = range;
    const { host } = new URL(fixture.server.origin);
    const { cookie, hat } = fixture.personas.administrator.caller;
    const as = { cookie, "x-hat": hat };
    for (const { method, url } of await routesOf(fixture.world)) {
      const path = url.replaceAll(/:\w+|\*/g, "0199a000-0000-7000-8000-000000000001");
      for (const [name, headers] of Object.entries(foreign(host))) {
        if (forMachines.has(url)) continue;
        await tally.attempt("hosts", `${method} ${url} at ${name}`, () =>
          refusedTo(range, { method, path, headers: { ...as, ...headers } }),
        );
      }
    }
    for (const [name, headers] of Object.entries(own(host)))
      await tally.attempt("hosts", `a page at ${name}`, async () => {
        const { status, text } = await fixture.server.send({ path: "/", headers });
        return status === 403 ? { unlike: `${status} ${text}` } : "allowed";
      });
  },
};

/** Answered under any name: engines and balancers know a server by names of their own. */
const forMachines = new Set(["/healthz", "/readyz", "/metrics"]);

function foreign(own: string): Record<string, Request["headers"] & object> {
  const [, port] = own.split(":");
  return {
    "another name": { host: `evil.example:${port}` },
    "a name that begins like ours": { host: `127.0.0.1.evil.example:${port}` },
    "a name that a proxy is said to have": { host: own, "x-forwarded-host": "evil.example" },
  };
}

function own(host: string): Record<string, Request["headers"] & object> {
  const [, port] = host.split(":");
  return {
    "its address": { host },
    "the name of this machine": { host: `localhost:${port}` },
    "its address by a proxy": { host, "x-forwarded-host": host },
  };
}

async function refusedTo({ fixture }: Range, request: Request): Promise<Verdict> {
  const { status, text }: Reply = await fixture.server.send(request);
  // The answer to HEAD says no more than its status.
  const isRefused =
    status === 403 && (request.method === "HEAD" || text.includes("FOREIGN_ORIGIN"));
  return isRefused ? "refused" : { unlike: `${status} ${text.slice(0, 200)}` };
}
