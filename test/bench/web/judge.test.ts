import { expect, test } from "vitest";
import { limits } from "../../../web/build/limits.ts";
import { judge, type PageResult } from "./judge.ts";
import type { Audited } from "./lighthouse.ts";

const home = "o/$organisation/index";
const inner = "o/$organisation/leden";
const none = { document: 0, scripts: 0, styles: 0, fonts: 0, data: 0, others: 0 };

const good: Audited = {
  scores: { accessibility: 100, "best-practices": 100, performance: 12 },
  failing: { accessibility: [], "best-practices": [] },
  paintedMs: 9_000,
  blockedMs: 9_000,
  shift: 0,
};

const page = (route: string, kilobytes: number, ...visits: Audited[]): PageResult => ({
  name: route,
  route,
  bytes: { first: { ...none, scripts: kilobytes * 1000 }, behind: none, requests: 1 },
  visits: visits.length === 0 ? [good] : visits,
});

test("pages that are as they are to be pass, however slow the machine", () => {
  expect(judge([page(home, limits.firstPageKilobytes), page(inner, limits.pageKilobytes)])).toEqual(
    {
      missed: [],
      lastLine:
        "pages 2, bytes within budget 2 of 2, accessibility 100 on 2 of 2, best practices 100 on 2 of 2, nothing shifts on 2 of 2",
    },
  );
});

test("the page where people arrive may weigh less than one behind it", () => {
  const kilobytes = limits.firstPageKilobytes + 1;
  const { missed, lastLine } = judge([page(home, kilobytes), page(inner, kilobytes)]);
  expect(missed).toEqual([
    `${home}: scripts ${kilobytes}.00 kB, at most ${limits.firstPageKilobytes}`,
  ]);
  expect(lastLine).toContain("bytes within budget 1 of 2");
});

test("what one visit of five finds is told with its rule", () => {
  const once: Audited = {
    ...good,
    scores: { ...good.scores, accessibility: 97 },
    failing: { ...good.failing, accessibility: ["color-contrast (Too little contrast)"] },
  };
  const { missed, lastLine } = judge([page(inner, 1, good, good, once, good, good)]);
  expect(missed).toEqual([`${inner}: accessibility 97: color-contrast (Too little contrast)`]);
  expect(lastLine).toContain("accessibility 100 on 0 of 1, best practices 100 on 1 of 1");
});

test("a page that moves by itself is told", () => {
  const { missed } = judge([page(inner, 1, good, { ...good, shift: 0.04 })]);
  expect(missed).toEqual([`${inner}: the layout shifts by 0.040`]);
});
