import { expect, test } from "vitest";
import { Figures } from "./figures.ts";

test("a figure that can't be found is named, and the others are there", async () => {
  const figures = new Figures();
  let isAway = true;
  figures.gauge("rows", "Rows.", [], async () => {
    if (isAway) throw new Error("the database is away");
    return [{ value: 3 }];
  });
  figures.gauge("free", "Room.", ["where"], async () => [{ labels: { where: "disk" }, value: 7 }]);
  const told = async () => (await figures.registry.metrics()).split("\n");
  const away = await told();
  expect(away).toContain('toetssteen_figure_missing{figure="rows"} 1');
  expect(away).toContain('toetssteen_figure_missing{figure="free"} 0');
  expect(away).toContain('free{where="disk"} 7');
  expect(away.filter((line) => line.startsWith("rows"))).toEqual([]);
  isAway = false;
  const back = await told();
  expect(back).toContain("rows 3");
  expect(back).toContain('toetssteen_figure_missing{figure="rows"} 0');
});

test("a figure that takes too long holds up nobody, and is not looked for twice", async () => {
  const figures = new Figures();
  let begun = 0;
  let found = (_: readonly { value: number }[]) => {};
  figures.gauge("slow", "Slow.", [], () => {
    begun += 1;
    return new Promise((resolve) => (found = resolve));
  });
  const scrape = () => figures.registry.metrics();
  const [one, other] = await Promise.all([scrape(), scrape()]);
  for (const text of [one, other])
    expect(text).toContain('toetssteen_figure_missing{figure="slow"} 1');
  expect(begun).toBe(1);
  const third = scrape();
  found([{ value: 5 }]);
  expect(await third).toContain("slow 5");
});
