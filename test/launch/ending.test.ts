import { once } from "node:events";
import { request, type IncomingMessage } from "node:http";
import { setTimeout as wait } from "node:timers/promises";
import { expect, inject, test } from "vitest";
import { leftovers, processesOf, start } from "./product.ts";

/** Ending as service managers do it: the wish reaches npm, or everything in its group at once, and comes again by npm's end. */
const { folder, port } = inject("product");
/** Longer than anything that would take the same wish, heard twice, for a second one. */
const meanwhile = 2_500;

/** Begins a question and keeps the rest of it back. */
async function beginToAsk(): Promise<{ goOn(): Promise<IncomingMessage> }> {
  const body = JSON.stringify({ query: "{ viewer { person { email } } }" });
  const asking = request({
    host: "127.0.0.1",
    port,
    path: "/graphql",
    method: "POST",
    headers: {
      "content-type": "application/json",
      "content-length": body.length,
      "apollo-require-preflight": "true",
    },
  });
  const answered = once(asking, "response") as Promise<[IncomingMessage]>;
  answered.catch(() => undefined);
  asking.write(body.slice(0, 10));
  // The server has the head of it once it answers another over a connection that came later.
  await fetch(`http://127.0.0.1:${port}/healthz`);
  return {
    async goOn() {
      asking.end(body.slice(10));
      const [answer] = await answered;
      answer.resume();
      return answer;
    },
  };
}

const processNumbers = async () =>
  (await processesOf(folder))
    .filter((line) => !line.includes("postgres"))
    .map((line) => Number.parseInt(line, 10));

test.each([
  ["npm alone", async (npm: number) => [npm]],
  ["every process at once", async (npm: number) => [npm, ...(await processNumbers())]],
])("who is being answered still gets the answer when %s is told to end", async (_, told) => {
  const started = start(["npm", "start"], folder, { PORT: String(port) });
  await started.ready;
  const asking = await beginToAsk();
  for (const number of await told(started.child.pid ?? Number.NaN)) process.kill(number, "SIGTERM");
  await wait(meanwhile);
  expect((await asking.goOn()).statusCode).toBe(200);
  await started.ended;
  expect(await leftovers(folder)).toEqual([]);
});
