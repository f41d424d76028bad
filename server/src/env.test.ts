import { describe, expect, test } from "vitest";
import { completeEnv, readEnv } from "./env.ts";
import { StartError } from "./start-error.ts";

const secret = "0123456789abcdef0123456789abcdef";
const given = {
  DATABASE_URL: "postgres://toetssteen_app:a@db.example/toetssteen",
  DATABASE_ADMIN_URL: "postgres://admin:b@db.example/toetssteen",
  SESSION_SECRET: secret,
};

function refusal(source: Record<string, string>): string {
  try {
    readEnv(source);
  } catch (error) {
    if (error instanceof StartError) return error.message;
    throw error;
  }
  return "accepted";
}

describe("without any setting", () => {
  test("the server keeps to this machine, with its own database and the demo", () => {
    expect(readEnv({})).toMatchObject({
      host: "127.0.0.1",
      port: 4000,
      publicUrl: "http://127.0.0.1:4000",
      database: "embedded",
      demo: true,
      graphqlDocuments: "any",
      s3: undefined,
      smtpUrl: undefined,
      clamdUrl: undefined,
    });
    expect(readEnv({}).dataDir).toMatch(/^\/.*\.data$/);
  });

  test("mail comes from the host that people see, unless an address is given", () => {
    expect(readEnv({}).mailFrom).toBe("toetssteen@toetssteen.example");
    expect(readEnv({ PUBLIC_URL: "https://norm.biebs.example" }).mailFrom).toBe(
      "toetssteen@norm.biebs.example",
    );
    expect(readEnv({ MAIL_FROM: "post@biebs.example" }).mailFrom).toBe("post@biebs.example");
    expect(refusal({ MAIL_FROM: "Toetssteen <post@biebs.example>" })).toBe(
      "MAIL_FROM must be an e-mail address",
    );
  });

  test("an empty variable counts as absent", () => {
    expect(readEnv({ PORT: "", DATABASE_URL: "", DEMO: "" })).toEqual(readEnv({}));
  });

  test("without the demo only known documents are answered", () => {
    expect(readEnv({ DEMO: "off" })).toMatchObject({ demo: false, graphqlDocuments: "known" });
  });
});

describe("with a database of somebody else's", () => {
  test("there is no demo unless it is asked for", () => {
    expect(readEnv(given)).toMatchObject({ demo: false, graphqlDocuments: "known" });
    expect(readEnv({ ...given, DEMO: "1" })).toMatchObject({ demo: true, graphqlDocuments: "any" });
  });

  test("the settings are complete with its addresses and secret", () => {
    const settings = readEnv(given);
    expect(settings.database).toEqual({
      databaseUrl: given.DATABASE_URL,
      adminUrl: given.DATABASE_ADMIN_URL,
    });
    const env = completeEnv(settings, { databaseUrl: "a", adminUrl: "b" }, "made with the data");
    expect(env).toMatchObject({ databaseUrl: "a", adminUrl: "b", sessionSecret: secret });
    expect(env).not.toHaveProperty("database");
  });

  test("servers and workers need no address that may change it", () => {
    const { DATABASE_ADMIN_URL: _, ...others } = given;
    const { database } = readEnv(others);
    expect(database).toEqual({ databaseUrl: given.DATABASE_URL, adminUrl: undefined });
  });

  test("connections are as many as it is told, and 10 and 4 unless", () => {
    expect(readEnv(given).pools).toEqual({ application: 10, accounts: 4 });
    const pools = readEnv({ ...given, DATABASE_POOL: "25", DATABASE_ACCOUNTS_POOL: "2" }).pools;
    expect(pools).toEqual({ application: 25, accounts: 2 });
  });

  test.for(["DATABASE_URL", "SESSION_SECRET"] as const)("%s can't be left out", (name) => {
    const { [name]: _, ...others } = given;
    expect(refusal(others)).toMatch(new RegExp(`^${name} is missing`));
  });
});

describe("a wrong value is refused by its name, in one line that doesn't repeat the value", () => {
  test.for([
    { PORT: "four" },
    { PORT: "0" },
    { PORT: "65536" },
    { PUBLIC_URL: "toetssteen.example" },
    { PUBLIC_URL: "https://toetssteen.example/map" },
    { PUBLIC_URL: "ftp://toetssteen.example" },
    { SESSION_SECRET: "geheim" },
    { DATABASE_URL: "mysql://geheim@db.example/x" },
    { DATABASE_ADMIN_URL: "geheim" },
    { SMTP_URL: "http://mail.example" },
    { CLAMD_URL: "clamd" },
    { DEMO: "ja" },
    { DATABASE_POOL: "1" },
    { DATABASE_POOL: "201" },
    { DATABASE_ACCOUNTS_POOL: "veel" },
    { GRAPHQL_DOCUMENTS: "all" },
  ])("%o", (wrong) => {
    const [[name, value]] = Object.entries(wrong) as [[string, string]];
    const message = refusal({ ...given, ...wrong });
    expect(message).toMatch(new RegExp(`^${name} `));
    expect(message).not.toContain(`"${value}"`);
    expect(message).not.toContain("geheim");
    expect(message).not.toContain("\n");
  });
});

describe("any document", () => {
  test("is answered in a demo, and for developers and tests", () => {
    expect(readEnv({ GRAPHQL_DOCUMENTS: "any" }).graphqlDocuments).toBe("any");
    expect(readEnv({ ...given, GRAPHQL_DOCUMENTS: "any", NODE_ENV: "test" }).graphqlDocuments).toBe(
      "any",
    );
  });

  test.for([undefined, "production", "staging"])(
    "is refused elsewhere (NODE_ENV %s)",
    (NODE_ENV) => {
      const source = { ...given, GRAPHQL_DOCUMENTS: "any", ...(NODE_ENV && { NODE_ENV }) };
      expect(refusal(source)).toMatch(/^GRAPHQL_DOCUMENTS must be known/);
    },
  );
});

describe("files in an object store", () => {
  const store = {
    S3_ENDPOINT: "https://store.example",
    S3_BUCKET: "toetssteen",
    S3_ACCESS_KEY_ID: "id",
    S3_SECRET_ACCESS_KEY: "key",
  };

  test("need four settings; the region has a default", () => {
    expect(readEnv(store).s3).toEqual({
      endpoint: "https://store.example",
      bucket: "toetssteen",
      region: "us-east-1",
      accessKeyId: "id",
      secretAccessKey: "key",
    });
  });

  test.for(Object.keys(store))("can't do without %s", (name) => {
    expect(refusal({ ...store, [name]: "" })).toMatch(new RegExp(`^${name} is missing`));
  });
});

test("people see the address of the machine when the server listens everywhere", () => {
  expect(readEnv({ HOST: "0.0.0.0", PORT: "80" }).publicUrl).toBe("http://localhost");
  expect(readEnv({ HOST: "::1" }).publicUrl).toBe("http://[::1]:4000");
  expect(readEnv({ PUBLIC_URL: "https://toetssteen.example/" }).publicUrl).toBe(
    "https://toetssteen.example",
  );
});
