import type { FastifyInstance } from "fastify";
import { roleList } from "../mail/role-labels.ts";
import type { DemoPerson } from "./content/content.ts";
import { libraries, otherOrganisations } from "./content/organisations.ts";

/** An account that anybody may try in the demonstration. */
export interface DemoAccount {
  readonly email: string;
  readonly password: string;
  readonly name: string;
  /** What it shows, a line for each organisation, for the sign-in page. */
  readonly roles: readonly string[];
  readonly rolesInEnglish: readonly string[];
}

export const demoPassword = "welkom-in-de-bibliotheek";

/** Everybody of the demonstration, once, with a line for each organisation. */
function everybody(): Map<string, DemoPerson & { at: string[]; atInEnglish: string[] }> {
  const people: ReturnType<typeof everybody> = new Map();
  for (const { name, people: members } of [...libraries, ...otherOrganisations])
    for (const person of members) {
      const known = people.get(person.email) ?? { ...person, at: [], atInEnglish: [] };
      known.at.push(`${roleList("nl", person.roles)} bij ${name}`);
      known.atInEnglish.push(`${roleList("en", person.roles)} at ${name}`);
      people.set(person.email, known);
    }
  return people;
}

export const demoPeople: readonly DemoPerson[] = [...everybody().values()];

export const demoAccounts: readonly DemoAccount[] = [...everybody().values()]
  .filter(({ offered }) => offered)
  .map(({ email, name, at, atInEnglish }) => ({
    email,
    name,
    roles: at,
    rolesInEnglish: atInEnglish,
    password: demoPassword,
  }));

/** `GET /demo/accounts.json`; only there with DEMO. */
export function demoRoutes(app: FastifyInstance): void {
  app.get("/demo/accounts.json", async (_request, reply) =>
    reply.header("cache-control", "no-store").send(demoAccounts),
  );
}
