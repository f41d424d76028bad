import { createHmac } from "node:crypto";
import { rm } from "node:fs/promises";
import { completeEnv, readEnv } from "@toetssteen/server/env";
import { createApp, type App, type Given } from "@toetssteen/server/entrance/app";
import { builtInEditions } from "@toetssteen/server/norms/editions";
import { afterwards } from "./run.ts";
import type { Member, World } from "./scenario.ts";
import { makeTemporaryFolder } from "./temporary-folder.ts";

/** Who asks over HTTP; without a cookie nobody. */
export interface Caller {
  readonly cookie?: string | undefined;
  readonly hat?: string | undefined;
  /** Whom the page that asks was made for; a page says it, a script needn't. */
  readonly person?: string | undefined;
}

export interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, unknown>>;
  /** The body as it was sent. */
  readonly text: string;
  // The shape is the document's, which only the test knows.
  // oxlint-disable-next-line typescript/no-explicit-any
  readonly data: any;
  readonly errors: readonly {
    message: string;
    path?: unknown;
    extensions: Record<string, unknown>;
  }[];
  /** Code of the first error; null where there is none. */
  readonly code: string | null;
}

/** A server to ask, wherever it runs. */
export interface Api {
  ask(by: Caller, query: string, variables?: Record<string, unknown>): Promise<Answer>;
  /** A member with their session's cookie and their own organisation as hat. */
  as(member: Member): Caller;
  /** The cookie as the server signs it. */
  cookie(token: string, secret?: string): string;
}

export interface Server extends Api {
  readonly app: App;
  /** Of this server alone. */
  readonly dataDir: string;
}

/**
 * The whole server on the world's database; asked without a network. At the top level of a test file.
 * @param given.logTo takes every line of its log; silent without
 * @param given.settings of the environment, besides those that it needs
 */
export async function openServer(
  world: World,
  { settings: chosen, ...given }: Given & { settings?: Record<string, string> } = {},
): Promise<Server> {
  const { databaseUrl, adminUrl, secret } = world.database;
  const dataDir = await makeTemporaryFolder();
  const settings = readEnv({
    DATABASE_URL: databaseUrl,
    DATABASE_ADMIN_URL: adminUrl,
    SESSION_SECRET: secret,
    DATA_DIR: dataDir,
    GRAPHQL_DOCUMENTS: "any",
    NODE_ENV: "test",
    ...chosen,
  });
  const app = await createApp(
    completeEnv(settings, { databaseUrl, adminUrl }, secret),
    builtInEditions,
    given,
  );
  app.fastify.log.level = given.logTo ? "trace" : "silent";
  afterwards(async () => {
    await app.close();
    await rm(dataDir, { recursive: true, force: true });
  });

  const ask: Server["ask"] = async (by, query, variables = {}) => {
    const { method, path, headers, body } = operation(by, query, variables);
    const reply = await app.fastify.inject({ method, url: path, headers, payload: body });
    return readAnswer(reply.statusCode, reply.headers, reply.body);
  };
  return { app, dataDir, ask, ...signing(secret) };
}

/** How callers get their cookies. */
export function signing(secret: string): Pick<Api, "as" | "cookie"> {
  const cookie: Api["cookie"] = (token, key = secret) => {
    const signature = createHmac("sha256", key).update(token).digest("base64");
    return `toetssteen.session_token=${encodeURIComponent(`${token}.${signature}`)}`;
  };
  return { cookie, as: (member) => ({ cookie: cookie(member.token), hat: member.organisationId }) };
}

/** The request that asks something of GraphQL. */
export function operation(by: Caller, query: string, variables: Record<string, unknown>) {
  return {
    method: "POST",
    path: "/graphql",
    headers: {
      "content-type": "application/json",
      accept: "application/graphql-response+json",
      ...(by.cookie !== undefined && { cookie: by.cookie }),
      ...(by.hat !== undefined && { "x-hat": by.hat }),
      ...(by.person !== undefined && { "x-person": by.person }),
    },
    body: JSON.stringify({ query, variables }),
  } as const;
}

export function readAnswer(status: number, headers: Answer["headers"], text: string): Answer {
  const body = JSON.parse(text) as Pick<Answer, "data"> & { errors?: Answer["errors"] };
  const errors = body.errors ?? [];
  const code = (errors[0]?.extensions["code"] as string | undefined) ?? null;
  return { status, headers, text, data: body.data, errors, code };
}
