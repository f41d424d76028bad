import { appliesTo, findPart, kwaliteitInBeeld2 } from "@toetssteen/norms";
import { describe, expect, test } from "vitest";
import { demoAccounts, demoPeople } from "../accounts.ts";
import { faultsIn } from "../check.ts";
import { keyOf } from "../rows.ts";
import type { DemoLibrary } from "./content.ts";
import { libraries, otherOrganisations } from "./organisations.ts";

const named = libraries.map((library) => [library.name, library] as const);

describe.each(named)("%s", (_name, library) => {
  test("has only what its own people could have sent", () => {
    expect(faultsIn(library)).toEqual([]);
  });

  test("names only its own people as authors, owners and in comments", () => {
    const own = new Set(library.people.map(({ email }) => keyOf(email)));
    expect(namesIn(library).filter((key) => !own.has(key))).toEqual([]);
  });

  test("gives parts only to people who may write them", () => {
    const writing: readonly string[] = ["administrator", "quality_coordinator", "colleague"];
    const writers = library.people
      .filter(({ roles }) => roles.some((role) => writing.includes(role)))
      .map(({ email }) => keyOf(email));
    const given = library.work.assigned.map(({ to }) => to);
    expect(given.filter((key) => !writers.includes(key))).toEqual([]);
  });

  test("gives a reason, a plan and consequences with each nee, and answers only what applies to it", () => {
    for (const { indicator, verdict, neeLabel } of library.answers) {
      const part = findPart(kwaliteitInBeeld2, indicator);
      expect(part?.kind === "indicator" && appliesTo(part.indicator.applies, library)).toBe(true);
      const boxes = library.texts
        .filter((text) => text.part === indicator)
        .map(({ field }) => field);
      expect(boxes).toEqual(verdict === "nee" ? ["reason", "plan", "consequences"] : []);
      expect(neeLabel === null).toBe(verdict === "ja");
      expect(library.plans.some((plan) => plan.part === indicator)).toBe(verdict === "nee");
    }
  });

  test("writes each box and names each document once", () => {
    const boxes = library.texts.map(({ part, field }) => `${part} ${field}`);
    expect(new Set(boxes).size).toBe(boxes.length);
    const titles = library.evidence.map(({ title }) => title);
    expect(new Set(titles).size).toBe(titles.length);
  });
});

test("the libraries are of every kind that there is to show", () => {
  const facts = libraries.map(({ vobMember, runsIdo }) => `${vobMember} ${runsIdo}`);
  expect(new Set(facts)).toEqual(new Set(["true true", "true false", "false true"]));
  expect(
    libraries.filter(({ texts, answers }) => texts.length + answers.length === 0),
  ).toHaveLength(1);
  expect(Math.max(...libraries.map(({ evidence }) => evidence.length))).toBe(2_000);
  expect(libraries.some(({ appointedAs }) => appointedAs === "support_organisation")).toBe(true);
  const appointed = otherOrganisations.map(({ appointedAs }) => appointedAs);
  expect(appointed).toEqual(["support_organisation", "certification_body"]);
  expect(demoAccounts.find(({ name }) => name === "Marit de Wit")?.roles).toHaveLength(2);
});

test("nobody shares an address, or what stands before it, with somebody else", () => {
  const keys = demoPeople.map(({ email }) => keyOf(email));
  expect(new Set(keys).size).toBe(keys.length);
  for (const { email } of demoPeople) expect(email).toMatch(/\.example$/);
});

function namesIn(library: DemoLibrary): string[] {
  const { texts, answers, plans, discussions, threads, work, evidence } = library;
  const written = [...texts, ...answers].flatMap((one) => [one, ...(one.earlier ?? [])]);
  const comments = threads.flatMap(({ comments: all }) => all);
  return [
    ...[...written, ...plans, ...discussions, ...comments, ...evidence].map(({ by }) => by),
    ...threads.flatMap(({ resolved }) => (resolved ? [resolved.by] : [])),
    ...comments.flatMap(({ mentions = [] }) => mentions),
    ...plans.map(({ owner }) => owner),
    ...work.assigned.map(({ to }) => to),
  ];
}
