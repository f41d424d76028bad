/** A page whose files and data are asked for before the first script runs. */
interface AheadPage {
  /** Path below src/routes. */
  readonly route: string;
  /** Ends of the modules of parts that it shows by itself. */
  readonly parts: readonly string[];
  /** Address of the page; its groups give the variables their values. */
  readonly address: RegExp;
  /** What its loaders ask, with the variables in their order. `$l` is the language of the norms. */
  readonly asks: readonly (readonly [
    document: string,
    variables: Readonly<Record<string, unknown>>,
  ])[];
}

const organisationId = "$o";
const locale = "$l";

/** Of every page of an organisation. */
const atTheDoor: AheadPage["asks"] = [
  ["Viewer", {}],
  ["Overview", { organisationId, locale }],
];

/**
 * The pages that weigh most. Their loaders ask the same, and find it here or under way; `test/e2e/ahead.e2e.test.ts` holds that
 * nothing is asked twice.
 */
export const aheadPages: readonly AheadPage[] = [
  {
    route: "o/$organisation/zelfevaluatie/$norm",
    parts: ["/packages/text/dist/index.js"],
    address: /^\/o\/(?<o>[^/]+)\/zelfevaluatie\/(?<n>\d+)$/,
    asks: [
      ...atTheDoor,
      ["NormPage", { organisationId, norm: "$n", locale }],
      ["NormMargin", { organisationId, norm: "$n" }],
    ],
  },
  {
    route: "o/$organisation/bewijsstukken/index",
    parts: [],
    address: /^\/o\/(?<o>[^/]+)\/bewijsstukken$/,
    asks: atTheDoor,
  },
];
