import { readFileSync } from "node:fs";
import { join, relative } from "node:path";
import { readEnv, settingNames } from "@toetssteen/server/env";
import { expect, test } from "vitest";

const page = readFileSync(join(import.meta.dirname, "../../docs/operations.md"), "utf8");
const rows = new Map(
  [...page.matchAll(/^\| `([A-Z0-9_]+)` \| (.*?) \| (.*) \|$/gm)].map(
    ([, name = "", standard = ""]) => [name, standard],
  ),
);

test("every setting is explained, and nothing is that isn't one", () => {
  expect([...rows.keys()].toSorted()).toEqual([...settingNames].toSorted());
});

test("the defaults are those that are explained", () => {
  const read = readEnv({});
  const needed = {
    S3_ENDPOINT: "https://s.example",
    S3_BUCKET: "b",
    S3_ACCESS_KEY_ID: "i",
    S3_SECRET_ACCESS_KEY: "k",
  };
  const defaults: Record<string, string | undefined> = {
    HOST: read.host,
    PORT: String(read.port),
    METRICS_HOST: readEnv({ METRICS_PORT: "9464" }).metrics?.host,
    PUBLIC_URL: read.publicUrl,
    TRUSTED_PROXIES: read.trustedProxies,
    DATA_DIR: relative(process.cwd(), read.dataDir),
    DATABASE_POOL: String(read.pools.application),
    DATABASE_ACCOUNTS_POOL: String(read.pools.accounts),
    DEMO: read.demo ? "on" : "off",
    GRAPHQL_DOCUMENTS: read.graphqlDocuments,
    MAIL_FROM: read.mailFrom,
    S3_REGION: readEnv(needed).s3?.region,
    SMTP_URL: read.smtpUrl,
    CLAMD_URL: read.clamdUrl,
    SESSION_SECRET: read.sessionSecret,
  };
  for (const name of settingNames) {
    const standard = defaults[name];
    expect(rows.get(name), name).toBe(standard === undefined ? "none" : `\`${standard}\``);
  }
});
