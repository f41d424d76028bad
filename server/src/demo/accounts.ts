import type { FastifyInstance } from "fastify";

/** An account that anybody may try in the demonstration. */
export interface DemoAccount {
  readonly email: string;
  readonly password: string;
  readonly name: string;
  /** What it shows, in Dutch, for the sign-in page. */
  readonly roles: readonly string[];
}

const password = "welkom-in-de-bibliotheek";

export const demoAccounts: readonly DemoAccount[] = [
  {
    email: "noor@waterlinie.example",
    password,
    name: "Noor Dekker",
    roles: ["kwaliteitscoördinator bij Bibliotheek Waterlinie"],
  },
  {
    email: "sanne@waterlinie.example",
    password,
    name: "Sanne Vermeulen",
    roles: ["medewerker bij Bibliotheek Waterlinie"],
  },
  {
    email: "ruud@waterlinie.example",
    password,
    name: "Ruud Jansma",
    roles: ["directeur bij Bibliotheek Waterlinie"],
  },
  {
    email: "hanna@waterlinie.example",
    password,
    name: "Hanna Prins",
    roles: ["beheerder bij Bibliotheek Waterlinie"],
  },
  {
    email: "marit@leesvaart.example",
    password,
    name: "Marit de Wit",
    roles: [
      "beheerder en kwaliteitscoördinator bij De Leesvaart",
      "auditor bij Toetskamer Cultuur en Taal",
    ],
  },
  {
    email: "jorrit@steunpuntdelta.example",
    password,
    name: "Jorrit Bakema",
    roles: ["adviseur bij Steunpunt Delta"],
  },
  {
    email: "eva@toetskamer.example",
    password,
    name: "Eva Lindhout",
    roles: ["bureau van Toetskamer Cultuur en Taal"],
  },
  {
    email: "wim@oosterhuis-toetsing.example",
    password,
    name: "Wim Oosterhuis",
    roles: ["auditor bij Toetskamer Cultuur en Taal"],
  },
];

/** `GET /demo/accounts.json`; only there with DEMO. */
export function demoRoutes(app: FastifyInstance): void {
  app.get("/demo/accounts.json", async (_request, reply) =>
    reply.header("cache-control", "no-store").send(demoAccounts),
  );
}
