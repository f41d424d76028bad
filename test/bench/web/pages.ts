/** A page that is measured, as somebody of the demonstration who may see it. */
export interface MeasuredPage {
  readonly name: string;
  readonly who: string;
  readonly path: string;
  /** Path below web/src/routes without extension, which says what it may weigh. */
  readonly route: string;
  /** Stands on the page once it is whole. */
  readonly sees: string;
}

const organisation = (number: number) =>
  `/o/0199a000-0000-7000-8000-${String(number).padStart(12, "0")}`;

/** The list of 2,000 documents. */
export const evidenceList: MeasuredPage = {
  name: "Bewijsstukken",
  who: "Pieter-Bas Wolters",
  path: `${organisation(8)}/bewijsstukken`,
  route: "o/$organisation/bewijsstukken/index",
  sees: "2.000 bewijsstukken",
};

export const measuredPages: readonly MeasuredPage[] = [
  {
    name: "Vandaag",
    who: "Yvonne Kuipers",
    path: organisation(5),
    route: "o/$organisation/index",
    sees: "De zelfevaluatie is in te dienen",
  },
  {
    name: "Norm 4",
    who: "Yvonne Kuipers",
    path: `${organisation(5)}/zelfevaluatie/4`,
    route: "o/$organisation/zelfevaluatie/$norm",
    sees: "Ingediend op",
  },
  evidenceList,
  {
    name: "Mensen",
    who: "Tom Hageman",
    path: `${organisation(6)}/mensen`,
    route: "o/$organisation/mensen/index",
    sees: "Wat de rollen betekenen",
  },
  {
    name: "Leden",
    who: "Jorrit Bakema",
    path: `${organisation(3)}/leden`,
    route: "o/$organisation/leden",
    sees: "Bibliotheken Vechtermark",
  },
];
