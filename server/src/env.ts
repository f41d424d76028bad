/**
 * The only reader of the environment. Every name here is a promise to operators: they stand in `docs/operations.md`.
 */
import { resolve } from "node:path";
import { z } from "zod";
import { readProxies } from "./addresses/proxies.ts";
import { StartError } from "./start-error.ts";

export interface ObjectStore {
  endpoint: string;
  bucket: string;
  region: string;
  accessKeyId: string;
  secretAccessKey: string;
}

/** What the environment says, before a database and its secrets are there. */
export interface Settings {
  host: string;
  port: number;
  /** Absolute path of the folder with everything that must survive a restart. */
  dataDir: string;
  /** Origin that people see, without a slash at the end. */
  publicUrl: string;
  /** Where figures are served, apart from what people reach; undefined: beside the pages, to private addresses. */
  metrics: { host: string; port: number } | undefined;
  /** Who is believed about where a request comes from, as `readProxies` takes it. */
  trustedProxies: string;
  demo: boolean;
  graphqlDocuments: "known" | "any";
  s3: ObjectStore | undefined;
  smtpUrl: string | undefined;
  /** Address that mail comes from. */
  mailFrom: string;
  clamdUrl: string | undefined;
  /** At least 32 characters; signs session cookies. Only an embedded database does without: it makes one. */
  sessionSecret: string | undefined;
  /** File that migrating writes for a pooler of connections; absolute. */
  poolerUsers: string | undefined;
  /** Most connections of a server to the database: for what people do, and for accounts. */
  pools: Readonly<Record<"application" | "accounts", number>>;
  /** A database of somebody else's, or our own embedded one. */
  database: DatabaseUrls | "embedded";
}

export interface DatabaseUrls {
  /** Connects as the application role. */
  databaseUrl: string;
  /** Connects as a role that may change the database; for migrating, which servers and workers beside it don't do. */
  adminUrl: string | undefined;
}

/** Everything the server needs to run. */
export interface Env extends Omit<Settings, "database">, DatabaseUrls {
  sessionSecret: string;
}

const url = (...protocols: string[]) =>
  z.string().refine((text) => protocols.includes(protocolOf(text)), {
    error: `must be a URL that starts with ${protocols.map((protocol) => `${protocol}//`).join(" or ")}`,
  });

const onOff = z.enum(["1", "true", "on", "0", "false", "off"], { error: "must be on or off" });

const origin = url("http:", "https:")
  .refine((text) => protocolOf(text) === "" || new URL(text).pathname === "/", {
    error: "must be an origin: nothing may stand after the host and port",
  })
  .transform((text) => new URL(text).origin);

const portNumber = z
  .string()
  .refine((text) => /^\d{1,5}$/.test(text) && Number(text) >= 1 && Number(text) <= 65_535, {
    error: "must be a number from 1 to 65535",
  })
  .transform(Number);

const connections = (standard: number) =>
  z
    .string()
    .refine((text) => /^\d{1,3}$/.test(text) && Number(text) >= 2 && Number(text) <= 200, {
      error: "must be a number from 2 to 200",
    })
    .transform(Number)
    .default(standard);

const variables = z.object({
  HOST: z.string().default("127.0.0.1"),
  PORT: portNumber.default(4000),
  METRICS_PORT: portNumber.optional(),
  METRICS_HOST: z.string().default("127.0.0.1"),
  DATABASE_URL: url("postgres:", "postgresql:").optional(),
  DATABASE_ADMIN_URL: url("postgres:", "postgresql:").optional(),
  DATABASE_POOL: connections(10),
  DATABASE_ACCOUNTS_POOL: connections(4),
  POOLER_USERS: z.string().optional(),
  DATA_DIR: z.string().default(".data"),
  PUBLIC_URL: origin.optional(),
  SESSION_SECRET: z.string().min(32, { error: "must have at least 32 characters" }).optional(),
  TRUSTED_PROXIES: z
    .string()
    .refine((text) => readProxies(text) !== null, {
      error:
        "must be addresses, networks such as 10.1.0.0/16, loopback, linklocal or uniquelocal, with commas between",
    })
    .default("loopback"),
  S3_ENDPOINT: url("http:", "https:").optional(),
  S3_BUCKET: z.string().optional(),
  S3_REGION: z.string().optional(),
  S3_ACCESS_KEY_ID: z.string().optional(),
  S3_SECRET_ACCESS_KEY: z.string().optional(),
  SMTP_URL: url("smtp:", "smtps:").optional(),
  MAIL_FROM: z.email({ error: "must be an e-mail address" }).optional(),
  CLAMD_URL: url("tcp:", "unix:").optional(),
  DEMO: onOff.transform((text) => ["1", "true", "on"].includes(text)).optional(),
  GRAPHQL_DOCUMENTS: z.enum(["known", "any"], { error: "must be known or any" }).optional(),
  NODE_ENV: z.string().optional(),
});

/** Every setting there is; `docs/operations.md` explains each. */
export const settingNames: readonly string[] = Object.keys(variables.shape);

type Variables = z.infer<typeof variables>;
type Source = Readonly<Record<string, string | undefined>>;

/** What the operator's command needs: it works as the database's administrator, with or without a server running. */
export interface OperatorSettings extends Pick<Settings, "dataDir"> {
  /** Where files are; undefined: in the data folder. */
  s3?: ObjectStore | undefined;
  /** Undefined: that of the server which runs on the data folder. */
  publicUrl: string | undefined;
  /** Undefined: the embedded database's. */
  adminUrl: string | undefined;
  /** Where the operator stood when npm or pnpm moved to our folder; files are named from there. */
  workingFolder: string;
}

/**
 * Reads the settings from an environment such as `process.env`; an empty variable counts as absent.
 *
 * @throws {StartError} when a variable is missing or wrong
 */
export function readEnv(source: Source): Settings {
  const read = readVariables(source);
  const database = readDatabase(read);
  const demo = read.DEMO ?? database === "embedded";
  const publicUrl = read.PUBLIC_URL ?? localOrigin(read.HOST, read.PORT);
  return {
    host: read.HOST,
    port: read.PORT,
    dataDir: resolve(read.DATA_DIR),
    publicUrl,
    metrics: read.METRICS_PORT ? { host: read.METRICS_HOST, port: read.METRICS_PORT } : undefined,
    trustedProxies: read.TRUSTED_PROXIES,
    demo,
    graphqlDocuments: readDocuments(read, demo),
    s3: readObjectStore(read),
    smtpUrl: read.SMTP_URL,
    mailFrom: read.MAIL_FROM ?? `toetssteen@${mailDomain(publicUrl)}`,
    clamdUrl: read.CLAMD_URL,
    sessionSecret: read.SESSION_SECRET,
    poolerUsers: read.POOLER_USERS && resolve(read.POOLER_USERS),
    pools: { application: read.DATABASE_POOL, accounts: read.DATABASE_ACCOUNTS_POOL },
    database,
  };
}

/** @throws {StartError} when a variable is wrong */
export function readOperatorEnv(source: Source): OperatorSettings {
  const read = readVariables(source);
  return {
    dataDir: resolve(read.DATA_DIR),
    publicUrl: read.PUBLIC_URL,
    s3: readObjectStore(read),
    adminUrl: read.DATABASE_ADMIN_URL,
    workingFolder: resolve(source["INIT_CWD"] || "."),
  };
}

function readVariables(source: Source): Variables {
  const present = Object.fromEntries(
    Object.entries(source).filter(([, value]) => value !== undefined && value !== ""),
  );
  const parsed = variables.safeParse(present);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  throw new StartError(`${String(issue?.path[0])} ${issue?.message}`);
}

/** Completes the settings once the database is there; `made` is the session secret that it keeps, used where none was given. */
export function completeEnv(
  { database: _, ...settings }: Settings,
  urls: DatabaseUrls,
  made: string,
): Env {
  return {
    ...settings,
    databaseUrl: urls.databaseUrl,
    adminUrl: urls.adminUrl,
    sessionSecret: settings.sessionSecret ?? made,
  };
}

function readDatabase(read: Variables): DatabaseUrls | "embedded" {
  if (read.DATABASE_URL === undefined) {
    if (read.DATABASE_ADMIN_URL === undefined) return "embedded";
    throw new StartError(
      "DATABASE_URL is missing while DATABASE_ADMIN_URL is set: give both, or none for the embedded database",
    );
  }
  if (read.SESSION_SECRET === undefined) {
    throw new StartError(
      "SESSION_SECRET is missing: with DATABASE_URL it must be given (32 characters or more)",
    );
  }
  return { databaseUrl: read.DATABASE_URL, adminUrl: read.DATABASE_ADMIN_URL };
}

/** Only a demo, a developer or a test may send any document; whatever isn't said to be one of these is production. */
function readDocuments(read: Variables, demo: boolean): "known" | "any" {
  const chosen = read.GRAPHQL_DOCUMENTS ?? (demo ? "any" : "known");
  if (chosen === "any" && !demo && read.NODE_ENV !== "development" && read.NODE_ENV !== "test") {
    throw new StartError("GRAPHQL_DOCUMENTS must be known in production: any is for DEMO");
  }
  return chosen;
}

function readObjectStore(read: Variables): ObjectStore | undefined {
  const required = {
    S3_ENDPOINT: read.S3_ENDPOINT,
    S3_BUCKET: read.S3_BUCKET,
    S3_ACCESS_KEY_ID: read.S3_ACCESS_KEY_ID,
    S3_SECRET_ACCESS_KEY: read.S3_SECRET_ACCESS_KEY,
  };
  const given = Object.values(required).filter((value) => value !== undefined);
  if (given.length === 0 && read.S3_REGION === undefined) return undefined;
  for (const [name, value] of Object.entries(required)) {
    if (value === undefined)
      throw new StartError(`${name} is missing while another S3_ setting is given`);
  }
  return {
    endpoint: required.S3_ENDPOINT as string,
    bucket: required.S3_BUCKET as string,
    region: read.S3_REGION ?? "us-east-1",
    accessKeyId: required.S3_ACCESS_KEY_ID as string,
    secretAccessKey: required.S3_SECRET_ACCESS_KEY as string,
  };
}

function localOrigin(host: string, port: number): string {
  const anyAddress = host === "0.0.0.0" || host === "::";
  const name = anyAddress ? "localhost" : host.includes(":") ? `[${host}]` : host;
  return new URL(`http://${name}:${port}`).origin;
}

/** The host that people see; an address in digits is no name that mail can come from. */
function mailDomain(publicUrl: string): string {
  const { hostname } = new URL(publicUrl);
  return /[a-z]\.|\.[a-z]/i.test(hostname) ? hostname : "toetssteen.example";
}

function protocolOf(text: string): string {
  return URL.canParse(text) ? new URL(text).protocol : "";
}
