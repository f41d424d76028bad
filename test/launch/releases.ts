import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { cp, mkdir, readFile, symlink, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { signing } from "../support/app.ts";
import { freePort } from "../support/free-port.ts";
import { machineEnvironment } from "./product.ts";

/** The file with the number, and those that name the function that every request begins with. */
const numbered = "persistence/release.js";
const naming = ["rights/right-functions.js", "migrating/functions.js", "tenancy/scope.js"];

/**
 * A made release: the built one with another number, in which `tenancy.enter` is gone and another function does its work.
 * @param built a checkout that was built
 * @param into an empty folder
 */
export async function makeRelease(built: string, into: string, number: number): Promise<string> {
  const dist = join(into, "server/dist");
  await mkdir(join(into, "server"), { recursive: true });
  await cp(join(built, "server/dist"), dist, { recursive: true });
  await cp(join(built, "server/package.json"), join(into, "server/package.json"));
  for (const shared of ["node_modules", "server/node_modules", "web"])
    await symlink(join(built, shared), join(into, shared));
  const change = async (file: string, from: RegExp, to: string) => {
    const text = await readFile(join(dist, file), "utf8");
    if (!from.test(text)) throw new Error(`${file} doesn't say what is changed in it`);
    await writeFile(join(dist, file), text.replaceAll(new RegExp(from, "g"), to));
  };
  await change(
    numbered,
    /release = \{ number: \d+, servesFrom: \d+ \}/,
    `release = { number: ${number}, servesFrom: ${number - 1} }`,
  );
  for (const file of naming) await change(file, /tenancy\.enter\(/, `tenancy.enter_${number}(`);
  return into;
}

export interface Program {
  readonly child: ChildProcess;
  readonly origin: string;
  output(): string;
  /** Resolves when it said so. @throws when it ended before */
  says(words: string): Promise<void>;
  ended(): Promise<number | null>;
  stop(signal?: NodeJS.Signals): Promise<void>;
}

/** A program of a release: `main.js`, `worker.js` or `migrate.js`. */
export async function runProgram(
  folder: string,
  file: string,
  settings: Readonly<Record<string, string>>,
): Promise<Program> {
  const port = await freePort();
  const child = spawn(process.execPath, [join(folder, "server/dist", file)], {
    cwd: folder,
    env: { ...machineEnvironment(), PORT: String(port), NODE_ENV: "test", ...settings },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let said = "";
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding("utf8").on("data", (text: string) => (said += text));
  const closed = once(child, "close").then(([code]) => code as number | null);
  return {
    child,
    origin: `http://127.0.0.1:${port}`,
    output: () => said,
    async says(words) {
      while (!said.includes(words)) {
        if (child.exitCode !== null) throw new Error(`${file} ended: ${said}`);
        await pause(50);
      }
    },
    ended: () => closed,
    async stop(signal = "SIGTERM") {
      child.kill(signal);
      await closed;
    },
  };
}

export interface Asking {
  /** How often it was asked. */
  readonly count: () => number;
  /** Stops, and gives what went wrong. */
  stop(): Promise<string[]>;
}

/** Somebody who is signed in asks who they are, and a proxy whether it is ready, one after the other without end. */
export function keepAsking(origin: string, person: { token: string; secret: string }): Asking {
  const cookie = signing(person.secret).cookie(person.token);
  const wrong: string[] = [];
  let count = 0;
  let isStopped = false;
  const going = (async () => {
    for (; !isStopped; await pause(20)) {
      count += 1;
      try {
        const ready = await fetch(`${origin}/readyz`);
        if (ready.status !== 200) wrong.push(`readyz ${ready.status} ${await ready.text()}`);
        const answer = await fetch(`${origin}/graphql`, {
          method: "POST",
          headers: { "content-type": "application/json", cookie },
          body: JSON.stringify({ query: "{ viewer { person { email } } }" }),
        });
        const said = await answer.text();
        if (!said.includes("els@zeegras.example")) wrong.push(`graphql ${answer.status} ${said}`);
      } catch (error) {
        wrong.push(String(error));
      }
    }
  })();
  return {
    count: () => count,
    async stop() {
      isStopped = true;
      await going;
      return wrong;
    },
  };
}
