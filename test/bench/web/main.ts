/** `pnpm bench web`: what pages weigh in a browser, what Lighthouse says of them, and how soon the long list answers. */
import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { signInAt } from "../../support/demo-people.ts";
import { startDemoServer } from "../../support/demo-server.ts";
import { machineOf } from "../report.ts";
import { startChrome, type Chrome } from "./chrome.ts";
import { useList, type ListDelays } from "./interactions.ts";
import { judge, type PageResult } from "./judge.ts";
import { audit, type Audited } from "./lighthouse.ts";
import { countBytes } from "./page-bytes.ts";
import { measuredPages } from "./pages.ts";
import { bytesTable, interactionTable, lighthouseTable, type WebReport } from "./report.ts";

/** By what the processor is slowed down while the list is used; Lighthouse's telephone is 4 times slower as well. */
const slowdowns = [1, 4];

const usage = `bench web [--visits number] [--without-interactions]

Opens ${measuredPages.map(({ name }) => name).join(", ")} of the demonstration, signed in: bytes against the budgets of
the build, and Lighthouse's visits (five), in turn. Then uses the list of 2,000 documents, and measures how long each
interaction takes. Ends with exit code 1 where bytes, accessibility or best practices fall short, or a page shifts.
What it measured stands in .data/bench-web.json.`;

const { values } = parseArgs({
  options: {
    visits: { type: "string", default: "5" },
    "without-interactions": { type: "boolean", default: false },
    help: { type: "boolean", default: false },
  },
});

/** @returns exit code */
async function benchWeb(visits: number): Promise<number> {
  say("Starting the server and a browser");
  const server = await startDemoServer();
  try {
    const chrome = await startChrome();
    try {
      const pages = await visitPages(chrome, server.origin, visits);
      const interactions: ListDelays[] = [];
      for (const slowdown of values["without-interactions"] ? [] : slowdowns) {
        say(`Using the list of 2,000 documents, processor ${slowdown} × slower`);
        interactions.push(
          ...(await chrome.connect((browser) => useList(browser, server.origin, slowdown))),
        );
      }
      const browser = await chrome.connect(async (connected) => connected.version());
      return await print({ machine: machineOf(), browser, pages, interactions });
    } finally {
      chrome.stop();
    }
  } finally {
    await server.stop();
  }
}

/** Pages in turn, so that what disturbs the machine disturbs all. */
async function visitPages(chrome: Chrome, origin: string, visits: number): Promise<PageResult[]> {
  const opened = [];
  for (const page of measuredPages) {
    say(`Counting what ${page.name} weighs`);
    const { bytes, cookies } = await chrome.connect(async (browser) => {
      const context = await browser.newContext({
        locale: "nl-NL",
        viewport: { width: 1280, height: 900 },
      });
      await signInAt(origin, page.who, context);
      const visit = await context.newPage();
      return {
        bytes: await countBytes(visit, `${origin}${page.path}`, page.sees),
        cookies: await context.cookies(),
      };
    });
    opened.push({ ...page, bytes, cookies, visits: [] as Audited[] });
  }
  for (let round = 1; round <= visits; round++) {
    say(`Lighthouse, visit ${round} of ${visits}`);
    for (const page of opened) {
      await chrome.setCookies(page.cookies);
      const look = () => audit(chrome.port, `${origin}${page.path}`);
      // Now and then the browser begins to trace too late; Lighthouse asks to be run again then.
      page.visits.push(await look().catch(look));
    }
  }
  return opened.map(({ name, route, bytes, visits: done }) => ({
    name,
    route,
    bytes,
    visits: done,
  }));
}

/** @returns exit code */
async function print(report: WebReport): Promise<number> {
  const folder = join(import.meta.dirname, "..", "..", "..", ".data");
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, "bench-web.json"), `${JSON.stringify(report, null, 2)}\n`);
  const { missed, lastLine } = judge(report.pages);
  console.log(`\n${report.machine}, Chromium ${report.browser}\n`);
  console.log(`${bytesTable(report.pages)}\n\n${lighthouseTable(report.pages)}\n`);
  if (report.interactions.length > 0) console.log(`${interactionTable(report.interactions)}\n`);
  for (const line of missed) console.log(`MISSED  ${line}`);
  console.log(lastLine);
  return missed.length === 0 ? 0 : 1;
}

const began = performance.now();
function say(what: string): void {
  console.log(`${((performance.now() - began) / 1000).toFixed(0).padStart(5)} s  ${what}`);
}

// The server and the browser end with us, also when somebody has seen enough.
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const)
  process.once(signal, () => process.exit(1));

const visits = Number(values.visits);
if (values.help || !Number.isSafeInteger(visits) || visits < 1) {
  console.log(usage);
  process.exitCode = values.help ? 0 : 1;
} else process.exitCode = await benchWeb(visits);
