import { isIP } from "node:net";
import type { FastifyInstance } from "fastify";
import { errors } from "@toetssteen/contract";
import { bareAddress } from "../addresses/network.ts";

/** Asked by engines and balancers under whatever name they know a server by; they tell nothing of anybody. */
const forMachines = new Set(["/healthz", "/readyz", "/metrics"]);

/**
 * Whether a name is one of ours. A page of another website can have its own name lead to this machine once it is open, and
 * then read what it likes as if it were ours; what its browser says then is that name. An address in digits can't be led
 * elsewhere, so whoever uses one means it.
 *
 * @param host of the header: a name or address, with or without a port
 */
export function isOwnHost(host: string, names: ReadonlySet<string>): boolean {
  const bare = bareAddress(host.replace(/^([^[\]:]*):\d{1,5}$/, "$1"));
  return isIP(bare) !== 0 || names.has(bare.toLowerCase().replace(/\.$/, ""));
}

/** The names under which this server may be asked. */
export function ownNames({ publicUrl, host }: { publicUrl: string; host: string }): Set<string> {
  return new Set([new URL(publicUrl).hostname, host.toLowerCase(), "localhost"]);
}

/** Refuses what was sent to another name. To be called before the routes are registered: hooks reach only what comes after them. */
export function requireOwnHost(
  app: FastifyInstance,
  ours: { publicUrl: string; host: string },
): void {
  const names = ownNames(ours);
  app.addHook("onRequest", ({ headers, routeOptions }, reply, done) => {
    if (forMachines.has(routeOptions.url ?? "")) return done();
    const forwarded = headers["x-forwarded-host"];
    const said = [headers.host ?? "", ...(forwarded === undefined ? [] : [forwarded].flat())];
    const isOurs = said.every((one) =>
      one.split(",").every((host) => isOwnHost(host.trim(), names)),
    );
    if (isOurs) return done();
    void reply.code(errors.FOREIGN_ORIGIN.status).send({ code: "FOREIGN_ORIGIN" });
  });
}
