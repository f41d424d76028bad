import { describe, expect, test } from "vitest";
import { needed, refuses, thrownBy } from "../../../test/support/needed.ts";

const waterlinie = "0199a000-0000-7000-8000-000000000001";

describe("a document is refused", () => {
  const deep = (depth: number) =>
    `{ ${"... { ".repeat(depth)} viewer { __typename } ${"} ".repeat(depth)} }`;
  const wide = (width: number) =>
    `{ ${Array.from({ length: width }, (_, place) => `v${place}: __typename`).join(" ")} }`;
  const doubled = Array.from(
    { length: 14 },
    (_, place) => `fragment f${place} on Query { ...f${place + 1} ...f${place + 1} }`,
  ).join(" ");

  test.each([
    ["that is too deep", deep(16), deep(15)],
    ["that is too wide", wide(1_001), wide(1_000)],
    [
      "whose fragments double each other",
      `{ ...f0 } ${doubled} fragment f14 on Query { viewer { person { id } } }`,
      "{ ...f0 } fragment f0 on Query { viewer { person { id } } }",
    ],
  ])("%s, and not just before", (_what, refused, accepted) => {
    expect(thrownBy(() => needed(refused))).toEqual(refuses("INVALID_DOCUMENT"));
    expect(needed(accepted).writes).toBe(false);
  });

  const accept = (alias: string) => `${alias}: acceptInvitation(token: "t") { __typename }`;
  test.each([
    ["two", `mutation { ${accept("a")} ${accept("b")} }`],
    [
      "two, one of them in a fragment",
      `mutation { ${accept("a")} ...more } fragment more on Mutation { ${accept("b")} }`,
    ],
    [
      "two, both in one fragment",
      `mutation { ...all } fragment all on Mutation { ${accept("a")} ${accept("b")} }`,
    ],
    [
      "two, one of them skipped",
      `mutation { ${accept("a")} ... @skip(if: true) { ${accept("b")} } }`,
    ],
    ["no", "mutation { __typename }"],
  ])("that writes %s things at once", (_count, text) => {
    expect(thrownBy(() => needed(text))).toEqual(refuses("INVALID_DOCUMENT"));
    expect(needed(`mutation { ${accept("a")} }`).writes).toBe(true);
  });

  const overseen = `overseen(organisationId: "${waterlinie}") { total }`;
  test.each([
    ["itself", `{ a: ${overseen} b: ${overseen} }`],
    [
      "another question",
      `{ ${overseen} ...more } fragment more on Query { viewer { person { id } } }`,
    ],
  ])("that looks at other organisations beside %s", (_what, text) => {
    expect(thrownBy(() => needed(text))).toEqual(refuses("INVALID_DOCUMENT"));
    expect(needed(`{ ${overseen} }`).readsOutside).toBe(true);
  });
});
