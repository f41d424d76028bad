import { globSync } from "node:fs";
import { join } from "node:path";
import type { Locator } from "playwright-core";
import { invite, newcomer } from "./newcomer.ts";
import { openAt } from "./waterlinie.ts";

/** How the test of every page gets to one, and when it is there. */
export interface Visit {
  /** Somebody of the demo, or nobody: not signed in. */
  readonly who: string | null;
  /** The address, or how to find it. */
  readonly at: string | (() => Promise<string>);
  /** Stands on the page once it is whole. */
  readonly sees: string;
}

const row = (number: number) => `0199a000-0000-7000-8000-${String(number).padStart(12, "0")}`;

// Organisations of the demo where other tests write nothing.
const delta = `/o/${row(3)}`;
export const toetskamer = `/o/${row(4)}`;
export const heuvelrand = `/o/${row(5)}`;
export const wilgenoord = `/o/${row(6)}`;
export const veldermeer = `/o/${row(7)}`;
export const vechtermark = `/o/${row(8)}`;

/** Every route, by hand: a page that isn't here isn't looked at, so a route without a visit fails the test. */
export const visits: Readonly<Record<string, readonly Visit[]>> = {
  "/": [{ who: "Marit de Wit", at: "/?kies=true", sees: "Voor wie werk je nu?" }],
  "/aanmelden": [{ who: null, at: "/aanmelden", sees: "Kijk rond als" }],
  "/account": [{ who: "Noor Dekker", at: "/account", sees: "Dit apparaat" }],
  "/wachtwoord": [{ who: null, at: "/wachtwoord", sees: "Stuur de link" }],
  "/wachtwoord/$token": [{ who: null, at: "/wachtwoord/oud", sees: "Bewaar dit wachtwoord" }],
  "/uitnodiging/$token": [
    { who: null, at: anInvitation, sees: "Doe mee" },
    { who: null, at: "/uitnodiging/oud", sees: "Deze uitnodiging kennen we niet" },
  ],
  "/over/$statement": [
    { who: null, at: "/over/privacy", sees: "Privacy" },
    { who: null, at: "/over/toegankelijkheid", sees: "Toegankelijkheid" },
  ],
  "/o/$organisation": [
    { who: "Yvonne Kuipers", at: heuvelrand, sees: "Op de kalender" },
    { who: "Jorrit Bakema", at: delta, sees: "Bekijk alle leden" },
    { who: "Eva Lindhout", at: toetskamer, sees: "Naar de planning" },
    { who: "Marit de Wit", at: toetskamer, sees: "Te lezen" },
  ],
  "/o/$organisation/bewijsstukken": [
    { who: "Pieter-Bas Wolters", at: `${vechtermark}/bewijsstukken`, sees: "2.000 bewijsstukken" },
    { who: "Aisha Benali", at: `${veldermeer}/bewijsstukken`, sees: "Hier is nog niets" },
  ],
  "/o/$organisation/bewijsstukken/$id": [
    { who: "Yvonne Kuipers", at: aDocument, sees: "Gekoppeld bij" },
  ],
  "/o/$organisation/indieningen/$id": [
    {
      who: "Yvonne Kuipers",
      at: `${heuvelrand}/indieningen/${row(301)}`,
      sees: "Hoe weet ik dat dit klopt?",
    },
  ],
  "/o/$organisation/inzage": [
    { who: "Tom Hageman", at: `${wilgenoord}/inzage`, sees: "Femke Hoekstra" },
  ],
  "/o/$organisation/leden": [
    { who: "Jorrit Bakema", at: `${delta}/leden`, sees: "Bibliotheken Vechtermark" },
  ],
  "/o/$organisation/meekijken": [
    { who: "Tom Hageman", at: `${wilgenoord}/meekijken`, sees: "kijkt mee sinds" },
  ],
  "/o/$organisation/mensen": [
    { who: "Tom Hageman", at: `${wilgenoord}/mensen`, sees: "Wat de rollen betekenen" },
  ],
  "/o/$organisation/mensen/$person": [{ who: "Tom Hageman", at: aPerson, sees: "Toegang stoppen" }],
  "/o/$organisation/mensen/uitnodigen": [
    {
      who: "Tom Hageman",
      at: `${wilgenoord}/mensen/uitnodigen`,
      sees: "Wat er dan gebeurt",
    },
  ],
  "/o/$organisation/niet-verstuurd": [
    { who: "Yvonne Kuipers", at: `${heuvelrand}/niet-verstuurd`, sees: "Niet verstuurd" },
  ],
  "/o/$organisation/planning": [
    { who: "Eva Lindhout", at: `${toetskamer}/planning`, sees: "leest nu" },
  ],
  "/o/$organisation/profiel": [
    { who: "Tom Hageman", at: `${wilgenoord}/profiel`, sees: "Wat er veranderde" },
  ],
  "/o/$organisation/werk": [
    { who: "Yvonne Kuipers", at: `${heuvelrand}/werk`, sees: "Wie heeft wat" },
    { who: "Aisha Benali", at: `${veldermeer}/werk`, sees: "Je hebt nu geen taken" },
  ],
  "/o/$organisation/zelfevaluatie": [
    { who: "Aisha Benali", at: `${veldermeer}/zelfevaluatie`, sees: "Op de kalender" },
  ],
  "/o/$organisation/zelfevaluatie/$norm": [
    { who: "Yvonne Kuipers", at: `${heuvelrand}/zelfevaluatie/4`, sees: "Ingediend op" },
    { who: "Aisha Benali", at: `${veldermeer}/zelfevaluatie/2`, sees: "Dien norm 2 in" },
  ],
  "/o/$organisation/zelfevaluatie/afdrukken": [
    {
      who: "Aisha Benali",
      at: `${veldermeer}/zelfevaluatie/afdrukken`,
      sees: "Compliance",
    },
  ],
  "/o/$organisation/zelfevaluatie/ambities": [
    { who: "Yvonne Kuipers", at: `${heuvelrand}/zelfevaluatie/ambities`, sees: "Knelpunten" },
  ],
  "/o/$organisation/zoeken": [
    { who: "Yvonne Kuipers", at: `${heuvelrand}/zoeken?q=partner`, sees: "Gevonden op" },
  ],
  "/opdracht/$mandate": [
    { who: "Marit de Wit", at: `/opdracht/${row(402)}`, sees: "Hoe weet ik dat dit klopt?" },
  ],
};

/** The addresses of the router, from the files that it makes them of. Frames around pages have none of their own. */
export function routes(): string[] {
  const files = globSync("**/*.tsx", { cwd: join(import.meta.dirname, "../../web/src/routes") });
  return files
    .filter((file) => !/(^|\/)(__root|route)\.tsx$/.test(file))
    .map((file) => `/${file.replace(/(^|\/)index\.tsx$|\.tsx$/, "")}`)
    .sort();
}

async function anInvitation(): Promise<string> {
  const admin = await openAt("Tom Hageman", `${wilgenoord}/mensen`);
  return invite(admin, newcomer("Rik Zomer"));
}

async function aDocument(): Promise<string> {
  const page = await openAt("Yvonne Kuipers", `${heuvelrand}/bewijsstukken`);
  return addressOf(page.getByRole("table").getByRole("link").first());
}

async function aPerson(): Promise<string> {
  const page = await openAt("Tom Hageman", `${wilgenoord}/mensen`);
  return addressOf(page.getByRole("link", { name: /^Wijzig / }).first());
}

async function addressOf(link: Locator): Promise<string> {
  const address = await link.getAttribute("href");
  if (address === null) throw new Error("A link without an address");
  return address;
}
