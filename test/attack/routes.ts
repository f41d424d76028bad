import { subscribe, unsubscribe } from "node:diagnostics_channel";
import { rm } from "node:fs/promises";
import { completeEnv, readEnv } from "@toetssteen/server/env";
import { createApp } from "@toetssteen/server/entrance/app";
import { builtInEditions } from "@toetssteen/server/norms/editions";
import type { FastifyInstance } from "fastify";
import type { World } from "../support/scenario.ts";
import { makeTemporaryFolder } from "../support/temporary-folder.ts";

/** A door of the server: `/api/auth/sign-in/email`, `/files/:id`. */
export interface Route {
  readonly method: string;
  readonly url: string;
}

/** Every door there is, as the server registers them: also those that nobody wrote down anywhere. */
export async function routesOf(world: World): Promise<Route[]> {
  const found: Route[] = [];
  const listen = (message: unknown) => {
    const { fastify } = message as { fastify: FastifyInstance };
    fastify.addHook("onRoute", ({ method, url }) => {
      for (const one of [method].flat()) found.push({ method: one, url });
    });
  };
  const { databaseUrl, adminUrl, secret } = world.database;
  const dataDir = await makeTemporaryFolder();
  const settings = readEnv({
    DATABASE_URL: databaseUrl,
    DATABASE_ADMIN_URL: adminUrl,
    SESSION_SECRET: secret,
    DATA_DIR: dataDir,
    DEMO: "on",
  });
  subscribe("fastify.initialization", listen);
  try {
    const env = completeEnv(settings, { databaseUrl, adminUrl }, secret);
    const app = await createApp(env, builtInEditions);
    await app.fastify.ready();
    await app.close();
  } finally {
    unsubscribe("fastify.initialization", listen);
    await rm(dataDir, { recursive: true, force: true });
  }
  const own = found.filter(({ url }) => !url.startsWith("/assets/"));
  return own.filter(
    ({ method, url }, place) =>
      own.findIndex((other) => other.method === method && other.url === url) === place,
  );
}
