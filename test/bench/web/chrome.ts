import { launch } from "chrome-launcher";
import { chromium, type Browser, type Cookie } from "playwright-core";
import { findBrowser } from "../../support/find-browser.ts";

export interface Chrome {
  /** On which it takes orders. */
  readonly port: number;
  /** For visits of our own. Whatever else drives the browser is alone with it while this isn't used. */
  connect<Given>(work: (browser: Browser) => Promise<Given>): Promise<Given>;
  /** What the browser itself is signed in with, in place of what it had. */
  setCookies(cookies: readonly Cookie[]): Promise<void>;
  stop(): void;
}

/** A browser with a profile of its own, which Lighthouse and we can drive in turn. */
export async function startChrome(): Promise<Chrome> {
  const { executablePath, env } = await findBrowser();
  const { port, kill } = await launch({
    chromePath: executablePath,
    // The sandbox asks for rights that containers don't give; the pages are our own.
    chromeFlags: ["--headless=new", "--no-sandbox", "--disable-dev-shm-usage"],
    envVars: { ...process.env, ...env },
    logLevel: "silent",
    // Whoever started us decides what a signal means.
    handleSIGINT: false,
  });
  const stop = () => {
    process.off("exit", stop);
    kill();
  };
  // It is in a group of processes of its own, which would stay when we are told to end.
  process.once("exit", stop);
  const connect: Chrome["connect"] = async (work) => {
    const browser = await chromium.connectOverCDP(`http://127.0.0.1:${port}`);
    try {
      return await work(browser);
    } finally {
      await browser.close();
    }
  };
  const setCookies = (cookies: readonly Cookie[]) =>
    connect(async (browser) => {
      const [own] = browser.contexts();
      if (!own) throw new Error("The browser has no profile.");
      await own.clearCookies();
      await own.addCookies(cookies);
    });
  return { port, connect, setCookies, stop };
}
