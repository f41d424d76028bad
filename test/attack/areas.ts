import { advisories } from "./areas/advisories.ts";
import { connections } from "./areas/connections.ts";
import { counts } from "./areas/counts.ts";
import { crossSite } from "./areas/cross-site.ts";
import { documents } from "./areas/documents.ts";
import { ended } from "./areas/ended.ts";
import { fields } from "./areas/fields.ts";
import { freezing } from "./areas/freezing.ts";
import { guessing } from "./areas/guessing.ts";
import { hosts } from "./areas/hosts.ts";
import { indirect } from "./areas/indirect.ts";
import { injection } from "./areas/injection.ts";
import { jobs } from "./areas/jobs.ts";
import { leaving } from "./areas/leaving.ts";
import { others } from "./areas/others.ts";
import { outside } from "./areas/outside.ts";
import { prints } from "./areas/prints.ts";
import { rates } from "./areas/rates.ts";
import { redirects } from "./areas/redirects.ts";
import { searching } from "./areas/searching.ts";
import { secondStep } from "./areas/second-step.ts";
import { sessions } from "./areas/sessions.ts";
import { statement } from "./areas/statement.ts";
import { stored } from "./areas/stored.ts";
import { uploads } from "./areas/uploads.ts";
import type { Area } from "./range.ts";

/** Every kind of attack, in the order in which they are made. */
export const areas: readonly Area[] = [
  fields,
  injection,
  statement,
  documents,
  crossSite,
  sessions,
  ended,
  outside,
  indirect,
  rates,
  redirects,
  guessing,
  secondStep,
  advisories,
  uploads,
  prints,
  counts,
  jobs,
  stored,
  others,
  hosts,
  connections,
  freezing,
  searching,
  leaving,
];
