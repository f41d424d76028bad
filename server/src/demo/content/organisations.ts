import type { DemoLibrary, DemoOrganisation } from "./content.ts";
import { heuvelrand } from "./heuvelrand/library.ts";
import { leesvaart } from "./leesvaart.ts";
import { merelstroom } from "./merelstroom.ts";
import { delta, toetskamer } from "./others.ts";
import { vechtermark } from "./vechtermark/library.ts";
import { veldermeer } from "./veldermeer.ts";
import { waterlinie } from "./waterlinie/library.ts";
import { wilgenoord } from "./wilgenoord.ts";

/** In the order in which the sign-in page offers their people. */
export const libraries: readonly DemoLibrary[] = [
  waterlinie,
  leesvaart,
  heuvelrand,
  wilgenoord,
  veldermeer,
  vechtermark,
  merelstroom,
];

export const otherOrganisations: readonly DemoOrganisation[] = [delta, toetskamer];
