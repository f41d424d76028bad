import path from "node:path";
import { fileURLToPath } from "node:url";
import helmet from "@fastify/helmet";
import fastify, { type FastifyInstance } from "fastify";
import { demoRoutes } from "../demo/accounts.ts";
import type { Env } from "../env.ts";
import { loadDocuments } from "../graphql/documents.ts";
import { createGateway } from "./gateway.ts";
import { createSchema } from "../register/schema.ts";
import { createIdentity } from "../identity/auth.ts";
import { identityDatabaseUrl } from "../identity/database.ts";
import { identityRoutes } from "../identity/http.ts";
import { outboxRoutes } from "../mail/outbox-pages.ts";
import { editionsByCode, type LoadedEditions } from "../norms/editions.ts";
import { poolOf } from "../persistence/source.ts";
import { createSource } from "../register/source.ts";
import { createRenderer } from "../printing/renderer.ts";
import { createScopes, sharesOf } from "../tenancy/scope.ts";
import { createSharers } from "../tenancy/sharers.ts";
import { chooseStorage } from "../storage/choose.ts";
import type { Storage } from "../storage/storage.ts";
import { fileRoutes } from "./files.ts";
import { createGate } from "./gate.ts";
import { graphqlRoutes } from "./graphql.ts";
import { healthRoutes } from "./health.ts";
import { createLeaving } from "./leaving.ts";
import { loggerOptions } from "../log/options.ts";
import { Figures } from "../watch/figures.ts";
import { queueStatement, type QueueState, watchQueue } from "../watch/queue.ts";
import { serveFigures, type Watching } from "../watch/serve.ts";
import { type Clock, clockStatement, watchSurroundings } from "../watch/surroundings.ts";
import { metricsRoute, watchRequests } from "./metrics.ts";
import { keepPace, ordinaryPace, serverOptions, type Pace } from "./pace.ts";
import { readProxies } from "../addresses/proxies.ts";
import { requireOwnHost } from "./own-host.ts";
import { printRoutes } from "./prints.ts";
import { canServe, hear } from "./readiness.ts";
import { webRoutes } from "./web.ts";

const webRoot = fileURLToPath(new URL("../../../web/dist", import.meta.url));

export interface App {
  readonly fastify: FastifyInstance;
  readonly figures: Figures;
  /** Resolves with the address once requests are answered. */
  listen(): Promise<string>;
  /** Goes on answering, but as one that leaves: resolves when whoever stands in front had time to notice. */
  leave(): Promise<void>;
  /** Ends what was opened, after the requests under way. */
  close(): Promise<void>;
}

/** What takes the place of what the settings would choose. */
export interface Given {
  /** Where lines of the log go; standard output without. */
  readonly logTo?: { write(line: string): void };
  readonly storage?: Storage;
  /** Whether this process does the work of the queue too. */
  readonly work?: boolean;
  /** How long whoever is connected may take. */
  readonly pace?: Pace;
}

/** The server, wired up and ready to listen. */
export async function createApp(
  env: Env,
  editions: LoadedEditions,
  { logTo, storage: given, work = false, pace = ordinaryPace }: Given = {},
): Promise<App> {
  const isProxy = readProxies(env.trustedProxies) ?? (() => false);
  const app = fastify({
    ...serverOptions(pace),
    logger: { ...loggerOptions, ...(logTo && { stream: logTo }) },
    trustProxy: isProxy,
    forceCloseConnections: "idle",
    // What comes over a connection that is still open when it closes is answered like the rest.
    return503OnClosing: false,
  });
  const warn = (err: unknown, message: string) => app.log.warn({ err }, message);
  const source = await createSource(env.databaseUrl, env.pools.application).initialize();
  const identity = createIdentity({
    databaseUrl: identityDatabaseUrl({ databaseUrl: env.databaseUrl, secret: env.sessionSecret }),
    secret: env.sessionSecret,
    publicUrl: env.publicUrl,
    poolSize: env.pools.accounts,
    report: (error) => app.log.error({ err: error }, "something failed behind a reply"),
  });
  const sharers = createSharers();
  const limits = sharesOf(env.pools.application);
  const scopes = hear(createScopes(source, { limits, sharers }));
  const enter = createGate(scopes);
  const storage = given ?? (await chooseStorage(env));
  const renderer = createRenderer();
  const gateway = await createGateway({
    schema: createSchema(),
    enter,
    documents: await loadDocuments(
      path.join(webRoot, "persisted-documents.json"),
      path.join(env.dataDir, "documents"),
      env.graphqlDocuments,
      warn,
    ),
    editions: editionsByCode(editions),
    scans: env.clamdUrl !== undefined,
    log: app.log,
    open: env.graphqlDocuments === "any",
  });
  await app.register(helmet, {
    contentSecurityPolicy: {
      directives: {
        "default-src": ["'self'"],
        "img-src": ["'self'", "data:", "blob:"],
        "style-src": ["'self'"],
        "style-src-attr": ["'unsafe-inline'"],
        "script-src": ["'self'"],
        "object-src": ["'none'"],
        "frame-ancestors": ["'none'"],
        "upgrade-insecure-requests": env.publicUrl.startsWith("https:") ? [] : null,
      },
    },
    strictTransportSecurity: env.publicUrl.startsWith("https:"),
  });
  const leaving = createLeaving(app);
  keepPace(app, pace, isProxy);
  requireOwnHost(app, env);
  await app.register(identityRoutes, { identity });
  graphqlRoutes(app, gateway, identity);
  await app.register(fileRoutes, {
    identity,
    enter,
    keeping: { storage, warn },
    sharers,
    pace,
  });
  await app.register(printRoutes, {
    identity,
    enter,
    renderer,
    editions: editionsByCode(editions),
  });
  healthRoutes(app, { database: canServe(scopes), identity: () => identity.ready() }, leaving);
  const figures = new Figures();
  watchRequests(app, figures, {
    application: () => poolOf(source),
    identity: () => identity.pool,
  });
  watchQueue(figures, () => source.query<QueueState[]>(queueStatement));
  // With the embedded database the work is done in this process, which then tells of its surroundings itself.
  if (!work)
    watchSurroundings(figures, {
      dataDir: env.dataDir,
      storage,
      clock: async () => (await source.query<Clock[]>(clockStatement))[0]?.now ?? Number.NaN,
    });
  let watching: Watching | undefined;
  if (env.metrics) watching = await serveFigures(figures, env.metrics);
  else metricsRoute(app, figures);
  if (env.demo) demoRoutes(app);
  if (env.demo && env.smtpUrl === undefined) outboxRoutes(app, env.dataDir);
  await webRoutes(app, webRoot);
  app.addHook("onClose", async () => {
    await watching?.close();
    await gateway.stop();
    await renderer.close();
    await identity.close();
    await storage.close();
    await source.destroy();
  });
  return {
    fastify: app,
    figures,
    listen: () => app.listen({ host: env.host, port: env.port }),
    leave: () => leaving.leave(),
    close: () => app.close(),
  };
}
