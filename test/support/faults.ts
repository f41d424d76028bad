import { AxeBuilder } from "@axe-core/playwright";
import type { Page } from "playwright-core";

/** The last one brings the size of what can be pressed, which axe leaves out unless it is asked for. */
const tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];

/** All rules in either layout; a theme changes colours only, so of the other pairs just those are looked at. */
const looks = [
  { width: 1280, colorScheme: "light", rules: "all" },
  { width: 1280, colorScheme: "dark", rules: "contrast" },
  { width: 390, colorScheme: "dark", rules: "all" },
  { width: 390, colorScheme: "light", rules: "contrast" },
] as const;

/** What is too small to press or too near to something else, as words of another length make it. */
export async function smallTargets(page: Page): Promise<string[]> {
  const axe = new AxeBuilder({ page }).setLegacyMode().withRules("target-size");
  const { violations } = await axe.analyze();
  return violations.flatMap(({ nodes }) => nodes.map(({ target }) => target.join(" ")));
}

/**
 * Faults of the page as it is now, wide and narrow, light and dark.
 * @param except a rule that can't hold in this state; that it holds after all is a fault too
 */
export async function findFaults(
  page: Page,
  { except }: { readonly except?: "aria-hidden-focus" } = {},
): Promise<string[]> {
  const faults: string[] = [];
  let isExcepted = false;
  for (const { width, colorScheme, rules } of looks) {
    await page.setViewportSize({ width, height: 900 });
    // A colour on its way to another is no colour that anybody reads.
    await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
    // The mode for pages without frames: the other opens a page beside it each time.
    const axe = new AxeBuilder({ page }).setLegacyMode();
    const { violations } = await (
      rules === "all"
        ? axe.options({
            runOnly: { type: "tag", values: tags },
            // Who jumps from one region to the next hears their names only.
            rules: { "landmark-unique": { enabled: true } },
          })
        : axe.withRules("color-contrast")
    ).analyze();
    for (const { id, nodes } of violations) {
      if (id === except) isExcepted = true;
      else
        faults.push(
          `${width} ${colorScheme} ${id}: ${nodes.map((node) => node.target.join(" ")).join(", ")}`,
        );
    }
  }
  if (except && !isExcepted) faults.push(`${except} needs no exception any more`);
  return faults;
}
