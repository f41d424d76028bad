import type { Cookie, Locator, Page } from "playwright-core";
import { openPage, origin } from "../support/browser.ts";
import { demoAccountOf, signInAt } from "../support/demo-people.ts";

/** Where the library of most tests has its pages. */
export const waterlinie = "/o/0199a000-0000-7000-8000-000000000001";

/** Sessions of this worker, by name: signing in takes long on purpose. No test may end one of these. */
const sessions = new Map<string, Promise<Cookie[]>>();

/** Somebody of the demo, signed in and on the page of today. */
export async function openAs(
  name: string,
  choices: Parameters<typeof openPage>[0] = {},
): Promise<Page> {
  const page = await openAt(name, "/", choices);
  await page.getByRole("heading", { level: 1, name: "Vandaag" }).waitFor();
  return page;
}

/** Somebody of the library, signed in and on the page of a norm. */
export function openNormAs(
  name: string,
  norm: string,
  choices: Parameters<typeof openPage>[0] = {},
): Promise<Page> {
  return openAt(name, `${waterlinie}/zelfevaluatie/${norm}`, choices);
}

/** Somebody of the demo, signed in and on a page. */
export async function openAt(
  name: string,
  address: string,
  choices: Parameters<typeof openPage>[0] = {},
  prepare: (page: Page) => Promise<unknown> = () => Promise.resolve(),
): Promise<Page> {
  const page = await openPage(choices);
  await prepare(page);
  await enterAs(page, name);
  await page.goto(address);
  await page.getByRole("heading", { level: 1 }).waitFor();
  return page;
}

/** Signs somebody of the demo in, without a page to see it on. */
export async function enterAs(page: Page, name: string): Promise<void> {
  const session = sessions.get(name) ?? enter(page, name);
  sessions.set(name, session);
  await page.context().addCookies(await session);
}

async function enter(page: Page, name: string): Promise<Cookie[]> {
  await signInAt(origin(), name, page.context());
  return page.context().cookies();
}

/** Signs in with the form, and waits until one is inside. */
export async function signIn(page: Page, name: string): Promise<void> {
  const { email, password } = await demoAccountOf(origin(), name);
  await page.getByLabel("E-mailadres").fill(email);
  await page.getByLabel("Wachtwoord").fill(password);
  await page.getByRole("button", { name: "Log in" }).click();
  await page.waitForURL((url) => url.pathname.startsWith("/o/"));
  await page.getByRole("heading", { level: 1 }).waitFor();
}

export async function openNorm(page: Page, norm: string): Promise<void> {
  const organisation = /^\/o\/[^/]+/.exec(new URL(page.url()).pathname)?.[0] ?? "";
  await page.goto(`${organisation}/zelfevaluatie/${norm}`);
  await page.getByRole("heading", { level: 1 }).waitFor();
}

/** What belongs to one indicator: statement, answer and margin. */
export class Answer {
  readonly section: Locator;
  readonly text: Locator;
  readonly clash: Locator;

  constructor(
    page: Page,
    readonly code: string,
  ) {
    this.section = page.getByRole("article", { name: new RegExp(`^${code.replace(".", "\\.")} `) });
    this.text = this.section.getByRole("textbox", { name: /^(Toelichting bij|Jouw tekst)/ });
    this.clash = this.section.getByRole("region", { name: "schreef hier ook" });
  }

  verdict(name: "Ja" | "Nee"): Locator {
    return this.section.getByRole("radio", { name });
  }

  async choose(name: "Ja" | "Nee"): Promise<void> {
    await this.section.locator("label").filter({ hasText: name }).click();
  }

  /** Types a text and waits until the server has it. */
  async write(text: string): Promise<void> {
    await this.text.fill(text);
    await this.text.blur();
    await this.saved();
  }

  /** Nothing is under way any more, and the page says since when. */
  async saved(): Promise<void> {
    await this.section.getByText("Bewaren…").waitFor({ state: "detached" });
    await this.section
      .getByRole("status")
      .getByText(/^Bewaard om \d\d\.\d\d uur$/)
      // The answer's own; the boxes of a nee below it say so too.
      .first()
      .waitFor();
  }
}
