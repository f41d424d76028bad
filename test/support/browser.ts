import { mkdir } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Browser, type BrowserContextOptions, chromium, type Page } from "playwright-core";
import { inject, onTestFinished } from "vitest";
import { type DemoAccount, demoAccountsAt } from "./demo-people.ts";
import type {} from "./served.ts";

/** Address of the product that this worker has for itself. Workers are numbered from 1. */
export function origin(): string {
  const own = inject("origins")[Number(process.env["VITEST_POOL_ID"]) - 1];
  if (own === undefined) throw new Error("There are more workers than servers.");
  return own;
}

/** One for all files of a worker, with whose process it ends. */
let launched: Promise<Browser> | undefined;

/**
 * A page of a visitor of its own (cookies, storage) on the served product; closed after the test. Relative addresses
 * are the product's. Of a failed test a picture is kept.
 */
export async function openPage(choices: BrowserContextOptions = {}): Promise<Page> {
  const browser = await (launched ??= launch());
  const context = await browser.newContext({
    baseURL: origin(),
    locale: "nl-NL",
    timezoneId: "Europe/Amsterdam",
    viewport: { width: 1280, height: 900 },
    ...choices,
  });
  const page = await context.newPage();
  onTestFinished(async ({ task }) => {
    if (task.result?.state === "fail") await keepPicture(page, task.name);
    await context.close();
  });
  return page;
}

async function keepPicture(page: Page, test: string): Promise<void> {
  const folder = join(tmpdir(), "toetssteen-failed");
  await mkdir(folder, { recursive: true });
  const path = join(folder, `${test.replaceAll(/\W+/g, "-")}-${Date.now()}.png`);
  await page.screenshot({ path, fullPage: true }).then(
    () => console.log(`${page.url()} as it was: ${path}`),
    () => undefined,
  );
}

/** The people of the demo organisations. */
export function demoAccounts(): Promise<DemoAccount[]> {
  return demoAccountsAt(origin());
}

async function launch(): Promise<Browser> {
  const { executablePath, env } = inject("browser");
  return chromium.launch({
    executablePath,
    env: { ...process.env, ...env } as Record<string, string>,
  });
}
