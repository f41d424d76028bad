import { builtInEditions } from "@toetssteen/server/norms/editions";
import type { Caller } from "../support/app.ts";
import { signing } from "../support/app.ts";
import { createFactories, type Library, type Member } from "../support/scenario.ts";
import { openClient, type Client } from "./client.ts";
import type { Stage } from "./stage.ts";

const libraries = 3;
const peopleEach = 10;

const { edition } = [...builtInEditions.values()][0] ?? { edition: undefined };
const norm = edition?.norms.find(({ code }) => code === "4");
/** Few, so that people meet in one answer. */
export const indicators: readonly string[] = norm?.indicators.map(({ code }) => code) ?? [];
export const questions: readonly string[] = norm?.questions.map(({ code }) => code) ?? [];

/** Somebody who works, with connections of their own. */
export interface Person extends Member {
  readonly library: Library;
  readonly caller: Caller;
  readonly client: Client;
  /** Others of the same library. */
  readonly colleagues: () => readonly Person[];
}

/** Thirty people of three libraries, none of whom was there before. */
export async function openCohort({ database, front }: Stage): Promise<Person[]> {
  const { as } = signing(database.secret);
  return database.as("owner", async (query) => {
    const factories = createFactories(query);
    const everybody: Person[] = [];
    for (let count = 0; count < libraries; count += 1) {
      const library = await factories.library();
      for (let place = 0; place < peopleEach; place += 1) {
        const role = place === 0 ? "administrator" : "quality_coordinator";
        const made = await factories.member(library, role);
        const person: Person = {
          ...made,
          library,
          caller: as(made),
          client: openClient(front.port),
          colleagues: () =>
            everybody.filter((other) => other.library === library && other !== person),
        };
        everybody.push(person);
      }
    }
    return everybody;
  });
}
