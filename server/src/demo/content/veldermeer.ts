import { nothingYet, type DemoLibrary } from "./content.ts";

/** Its certificate is new and so is its administrator: nothing is written yet. */
export const veldermeer: DemoLibrary = {
  ...nothingYet,
  id: "0199a000-0000-7000-8000-000000000007",
  name: "Bibliotheek Veldermeer",
  cycleId: "0199a000-0000-7000-8000-000000000107",
  vobMember: true,
  runsIdo: true,
  locations: 4,
  auditInDays: null,
  announced: false,
  expiresInDays: 1_240,
  people: [
    {
      email: "aisha@veldermeer.example",
      name: "Aisha Benali",
      roles: ["administrator", "quality_coordinator"],
      offered: true,
    },
    { email: "rob@veldermeer.example", name: "Rob Schouten", roles: ["director"] },
  ],
};
