import type { DemoOrganisation } from "./content.ts";

/** Advises libraries, and sees of each what that library lets it see. */
export const delta: DemoOrganisation = {
  id: "0199a000-0000-7000-8000-000000000003",
  name: "Steunpunt Delta",
  appointedAs: "support_organisation",
  people: [
    {
      email: "jorrit@steunpuntdelta.example",
      name: "Jorrit Bakema",
      roles: ["administrator", "adviser"],
      offered: true,
    },
  ],
};

/** Certifies libraries. One of its auditors also works at a library, another at none. */
export const toetskamer: DemoOrganisation = {
  id: "0199a000-0000-7000-8000-000000000004",
  name: "Toetskamer Cultuur en Taal",
  appointedAs: "certification_body",
  people: [
    {
      email: "eva@toetskamer.example",
      name: "Eva Lindhout",
      roles: ["administrator", "office"],
      offered: true,
    },
    { email: "marit@leesvaart.example", name: "Marit de Wit", roles: ["auditor"], offered: true },
    {
      email: "wim@oosterhuis-toetsing.example",
      name: "Wim Oosterhuis",
      roles: ["auditor"],
      offered: true,
    },
  ],
};
