import axe from "axe-core";
import type { RunOptions } from "axe-core";
import type { Page } from "playwright-core";
import { expect } from "vitest";
import { isLookedAt } from "./looked-whole.ts";

/** The last one brings the size of what can be pressed, which axe leaves out unless it is asked for. */
const tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];

/** All rules in either layout; a theme changes colours only, so of the other pairs just those are looked at. */
const looks = [
  { width: 1280, colorScheme: "light", rules: "all" },
  { width: 1280, colorScheme: "dark", rules: "contrast" },
  { width: 390, colorScheme: "dark", rules: "all" },
  { width: 390, colorScheme: "light", rules: "contrast" },
] as const;

/** Rules by name, whatever tags they have. */
const only = (...rules: string[]): RunOptions => ({ runOnly: { type: "rule", values: rules } });

const optionsOf: Readonly<Record<(typeof looks)[number]["rules"], RunOptions>> = {
  all: {
    runOnly: { type: "tag", values: tags },
    // Who jumps from one region to the next hears their names only.
    rules: { "landmark-unique": { enabled: true } },
  },
  contrast: only("color-contrast"),
};

/** What is too small to press or too near to something else, as words of another length make it. */
export async function smallTargets(page: Page): Promise<string[]> {
  const found = await violationsIn(page, only("target-size"));
  return found.map(({ targets }) => targets);
}

/**
 * Faults of the page as it is now, wide and narrow, light and dark. Where no page changed since all states were looked at
 * whole, it looks at a tenth of them.
 */
export async function findFaults(page: Page): Promise<string[]> {
  const { currentTestName = "" } = expect.getState();
  if (isLookedAt(currentTestName)) return lookForFaults(page);
  // Left as after a look.
  await setLook(page, { width: 390, colorScheme: "light" });
  return [];
}

/** The same, whatever was looked at before. */
export async function lookForFaults(page: Page): Promise<string[]> {
  const faults: string[] = [];
  for (const look of looks) {
    const { width, colorScheme, rules } = look;
    await setLook(page, look);
    for (const { id, targets } of await violationsIn(page, optionsOf[rules]))
      faults.push(`${width} ${colorScheme} ${id}: ${targets}`);
  }
  return faults;
}

async function setLook(page: Page, look: Pick<(typeof looks)[number], "width" | "colorScheme">) {
  await page.setViewportSize({ width: look.width, height: 900 });
  // A colour on its way to another is no colour that anybody reads.
  await page.emulateMedia({ colorScheme: look.colorScheme, reducedMotion: "reduce" });
}

/** Of a page without frames. Put into it once: that takes longer than all looks together. */
async function violationsIn(
  page: Page,
  options: RunOptions,
): Promise<{ id: string; targets: string }[]> {
  if (!(await page.evaluate(() => "axe" in globalThis))) await page.evaluate(axe.source);
  return page.evaluate(async (chosen) => {
    const inPage = (globalThis as unknown as { axe: typeof axe }).axe;
    const { violations } = await inPage.run(document, { ...chosen, resultTypes: ["violations"] });
    return violations.map(({ id, nodes }) => ({
      id,
      targets: nodes.map(({ target }) => target.join(" ")).join(", "),
    }));
  }, options);
}
