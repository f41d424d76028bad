/** What must agree across the fields of an edition: codes, conditions, the decision rule, the dates. Messages are for the file's author. */
import { profileFacts, type DecisionRule, type Edition } from "./edition.ts";

type Path = readonly PropertyKey[];

/** What a message may add to itself: the values that would be good, and where a value was used before. */
export interface IssueParams {
  readonly allowed?: readonly string[];
  readonly firstPath?: Path;
}

/** One thing that is wrong. The path is a copy of its own, for who wants to keep it. */
export interface Issue {
  readonly path: PropertyKey[];
  readonly message: string;
  readonly params: IssueParams;
}

/** Everything in a well-formed edition that contradicts itself. */
export function coherenceIssues(edition: Edition): readonly Issue[] {
  const issues: Issue[] = [];
  if (edition.validFrom > edition.validUntil) {
    issues.push(issue(["validUntil"], `ligt vóór validFrom (${edition.validFrom})`));
  }
  issues.push(...codeIssues(edition));
  if (edition.decisionRule !== undefined) issues.push(...ruleIssues(edition, edition.decisionRule));
  return issues;
}

/** Everything that keeps a value from being a condition on a profile, wherever in it that is. */
export function applicabilityIssues(condition: unknown, path: Path = []): readonly Issue[] {
  if (typeof condition === "string") {
    const known = (profileFacts as readonly string[]).includes(condition);
    return known
      ? []
      : [
          issue(path, `"${condition}" staat niet in het bibliotheekprofiel`, {
            allowed: profileFacts,
          }),
        ];
  }
  const allowed = [...profileFacts, "all: […]", "any: […]", "not: …"];
  if (typeof condition !== "object" || condition === null || Array.isArray(condition)) {
    return [issue(path, "is geen voorwaarde", { allowed })];
  }
  const [[key, value] = ["", undefined], ...more] = Object.entries(condition);
  if (more.length > 0)
    return [issue(path, "heeft precies één van de velden", { allowed: ["all", "any", "not"] })];
  if (key === "not") return applicabilityIssues(value, [...path, key]);
  if (key !== "all" && key !== "any") return [issue(path, "is geen voorwaarde", { allowed })];
  if (!Array.isArray(value)) return [issue([...path, key], "moet een lijst van voorwaarden zijn")];
  return value.flatMap((part: unknown, index) => applicabilityIssues(part, [...path, key, index]));
}

function codeIssues(edition: Edition): readonly Issue[] {
  const codes = edition.norms.flatMap((norm, n) => [
    { code: norm.code, within: "", path: ["norms", n, "code"] },
    ...norm.indicators.map(({ code }, i) => ({
      code,
      within: `${norm.code}.`,
      path: ["norms", n, "indicators", i, "code"],
    })),
    ...norm.questions.flatMap((question, q) => [
      { code: question.code, within: `${norm.code}.`, path: ["norms", n, "questions", q, "code"] },
      ...question.slots.map(({ code }, s) => ({
        code,
        within: `${question.code}.`,
        path: ["norms", n, "questions", q, "slots", s, "code"],
      })),
    ]),
  ]);
  const misplaced = codes
    .filter(({ code, within }) => !code.startsWith(within))
    .map(({ code, within, path }) =>
      issue(path, `"${code}" hoort hier niet: de code begint met "${within}"`),
    );
  const levels = edition.scale.map(({ code }, index) => ({ code, path: ["scale", index, "code"] }));
  return [...misplaced, ...repeated(codes), ...repeated(levels)];
}

function repeated(
  codes: readonly { readonly code: string; readonly path: Path }[],
): readonly Issue[] {
  const first = new Map<string, Path>();
  return codes.flatMap(({ code, path }) => {
    const firstPath = first.get(code);
    if (firstPath !== undefined) return [issue(path, `"${code}" is al gebruikt`, { firstPath })];
    first.set(code, path);
    return [];
  });
}

function ruleIssues({ scale, norms }: Edition, rule: DecisionRule): readonly Issue[] {
  const levels = scale.map(({ code }) => code);
  const normCodes = norms.map(({ code }) => code);
  const conclusions = rule.thresholds.map(({ conclusion }, index) => ({
    code: conclusion,
    path: ["decisionRule", "thresholds", index, "conclusion"],
  }));
  return [
    ...levels
      .filter((level) => !Object.hasOwn(rule.points, level))
      .map((level) => issue(["decisionRule", "points"], `punten voor "${level}" ontbreken`)),
    ...unknownKeys(rule.points, levels, ["decisionRule", "points"]),
    ...rule.thresholds.flatMap(({ perNorm }, index) =>
      unknownKeys(perNorm, normCodes, ["decisionRule", "thresholds", index, "perNorm"]),
    ),
    ...repeated(conclusions),
  ];
}

function unknownKeys(value: object, allowed: readonly string[], path: Path): readonly Issue[] {
  return Object.keys(value)
    .filter((key) => !allowed.includes(key))
    .map((key) => issue([...path, key], `"${key}" komt in deze editie niet voor`, { allowed }));
}

function issue(path: Path, message: string, params: IssueParams = {}): Issue {
  return { path: [...path], message, params };
}
