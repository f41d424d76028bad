import { describe, expect, test } from "vitest";
import { needed, refuses, thrownBy } from "../../../test/support/needed.ts";
import type { Actor } from "../rights/permissions.ts";
import { requireActions } from "../rights/permissions.ts";

/** Whatever way a document takes to a field, the field's action and the organisation are asked for. */
const waterlinie = "0199a000-0000-7000-8000-000000000001";
const leesvaart = "0199a000-0000-7000-8000-000000000002";

const subjectsOf = (
  text: string,
  variables: Record<string, unknown> = {},
  hat: string | null = null,
) => needed(text).subjects(variables, hat);
const root = `selfEvaluation(organisationId: "${waterlinie}")`;
const answer = `norm(code: "4") { indicators { answer { explanation } } }`;

describe("the actions that a document needs", () => {
  const plain = needed(`{ ${root} { ${answer} } }`).actions.toSorted();

  test("are those of the fields it selects", () => {
    expect(plain).toEqual(["answer.read", "norm.read", "self-evaluation.read"]);
    expect(needed(`{ ${root} { cycle { id } } }`).actions).toEqual(["self-evaluation.read"]);
    expect(needed(`{ viewer: ${root} { __typename } }`).actions).toEqual(["self-evaluation.read"]);
  });

  test.each([
    [
      "an alias",
      `{ harmless: ${root} { viewer: norm(code: "4") { code: indicators { id: answer { version: explanation } } } } }`,
    ],
    ["a fragment", `{ ...a } fragment a on Query { ${root} { ${answer} } }`],
    [
      "fragments in fragments",
      `{ ...a } fragment a on Query { ${root} { ...b } } fragment b on SelfEvaluation { ${answer} }`,
    ],
    ["an inline fragment", `{ ... on Query { ${root} { ... on SelfEvaluation { ${answer} } } } }`],
    ["an inline fragment without a type", `{ ... { ${root} { ... { ${answer} } } } }`],
    [
      "a field that is skipped",
      `{ ${root} { cycle { id } ${answer.replace("{", "@skip(if: true) {")} } }`,
    ],
    [
      "a fragment that is not included",
      `query ($no: Boolean = false) { ${root} { ... @include(if: $no) { ${answer} } } }`,
    ],
    ["a second field of the same name", `{ ${root} { cycle { id } } ${root} { ${answer} } }`],
    [
      "the second operation",
      `query harmless { viewer { person { id } } } query a { ${root} { ${answer} } }`,
    ],
  ])("are not escaped by %s", (_way, text) => {
    const operationName = text.includes("harmless {") ? "a" : undefined;
    expect(needed(text, operationName).actions.toSorted()).toEqual(plain);
  });

  test("are those of every possible member of a union, and of the mutation itself", () => {
    const mutation = (selection: string) =>
      `mutation ($input: AnswerIndicatorInput!) { answerIndicator(input: $input) { ${selection} } }`;
    expect(needed(mutation("__typename")).actions).toEqual(["answer.write"]);
    const both =
      "... on IndicatorAnswered { answer { id } } ... on IndicatorAnswerConflict { current { changedBy { name } } }";
    expect(needed(mutation(both)).actions.toSorted()).toEqual([
      "answer.read",
      "answer.write",
      "member.read",
    ]);
  });

  test("are refused to nobody, and to whom lacks one of them at one of the organisations", () => {
    const document = needed(
      `{ a: ${root} { cycle { id } } b: selfEvaluation(organisationId: "${leesvaart}") { cycle { id } } }`,
    );
    const subjects = document.subjects({}, null);
    const actor = (...readable: string[]): Actor => ({
      personId: "noor",
      hat: waterlinie,
      rights: new Map(readable.map((organisation) => [organisation, new Set(["reader"])])),
    });
    expect(
      thrownBy(() => requireActions({ ...actor(), personId: null }, document.actions, subjects)),
    ).toEqual(refuses("UNAUTHENTICATED"));
    expect(thrownBy(() => requireActions(actor(waterlinie), document.actions, subjects))).toEqual(
      refuses("FORBIDDEN"),
    );
    expect(thrownBy(() => requireActions(actor(waterlinie), document.actions, []))).toEqual(
      refuses("FORBIDDEN"),
    );
    expect(
      thrownBy(() => requireActions(actor(waterlinie, leesvaart), document.actions, subjects)),
    ).toBeUndefined();
  });
});

describe("the organisations that a document names", () => {
  test.each([
    ["a literal", `{ ${root} { cycle { id } } }`, {}],
    [
      "a block of text",
      `{ selfEvaluation(organisationId: """${waterlinie}""") { cycle { id } } }`,
      {},
    ],
    [
      "a variable",
      "query ($o: ID!) { selfEvaluation(organisationId: $o) { cycle { id } } }",
      { o: waterlinie },
    ],
    [
      "capitals",
      "query ($o: ID!) { selfEvaluation(organisationId: $o) { cycle { id } } }",
      { o: waterlinie.toUpperCase() },
    ],
    [
      "a field that is skipped",
      `{ viewer { person { id } } ${root} @skip(if: true) { cycle { id } } }`,
      {},
    ],
    ["a fragment", `{ ...a } fragment a on Query { ${root} { cycle { id } } }`, {}],
  ])("are found in %s", (_where, text, variables) => {
    expect(subjectsOf(text, variables)).toEqual([waterlinie]);
  });

  const rest = `cycleId: "${leesvaart}", indicator: "4.1", baseVersion: 0, explanation: ""`;
  test.each([
    [
      "an input that is a variable",
      "mutation ($i: AnswerIndicatorInput!) { answerIndicator(input: $i) { __typename } }",
      { i: { organisationId: waterlinie } },
    ],
    [
      "an input that is written out",
      `mutation { answerIndicator(input: { ${rest}, organisationId: "${waterlinie}" }) { __typename } }`,
      {},
    ],
    [
      "an input with a variable in it",
      `mutation ($o: ID!) { answerIndicator(input: { organisationId: $o, ${rest} }) { __typename } }`,
      { o: waterlinie },
    ],
  ])("are found in %s", (_where, text, variables) => {
    expect(subjectsOf(text, variables)).toEqual([waterlinie]);
  });

  test("are all of them, also under aliases", () => {
    const text = `query ($o: ID!) { a: ${root} { cycle { id } } b: selfEvaluation(organisationId: $o) { cycle { id } } }`;
    expect(subjectsOf(text, { o: leesvaart })).toEqual([waterlinie, leesvaart]);
  });

  test.each([
    [
      "a default that is not sent",
      `query ($o: ID! = "${waterlinie}") { selfEvaluation(organisationId: $o) { cycle { id } } }`,
      {},
    ],
    ["a number", "{ selfEvaluation(organisationId: 1) { cycle { id } } }", {}],
    ["no id at all", '{ selfEvaluation(organisationId: "waterlinie") { cycle { id } } }', {}],
    [
      "nothing",
      "query ($o: ID!) { selfEvaluation(organisationId: $o) { cycle { id } } }",
      { o: null },
    ],
    [
      "a list",
      "query ($o: ID!) { selfEvaluation(organisationId: $o) { cycle { id } } }",
      { o: [waterlinie] },
    ],
    [
      "an id and more",
      "query ($o: ID!) { selfEvaluation(organisationId: $o) { cycle { id } } }",
      { o: `${waterlinie},${leesvaart}` },
    ],
    [
      "a name that every object has",
      "query ($constructor: ID!) { selfEvaluation(organisationId: $constructor) { cycle { id } } }",
      {},
    ],
  ])("are refused as %s, not guessed", (_what, text, variables) => {
    expect(thrownBy(() => subjectsOf(text, variables))).toEqual(refuses("INVALID_INPUT"));
  });

  test("are none where the question is about nobody", () => {
    expect(subjectsOf("{ viewer { person { id } } }", {}, waterlinie)).toEqual([]);
  });
});
