import { setTimeout as pause } from "node:timers/promises";
import type { Random } from "../attack/random.ts";
import type { Stage } from "./stage.ts";

/** Something that goes wrong for a while. */
export interface Trouble {
  readonly name: string;
  /** Makes it, and ends it; where what broke is started again, it resolves when that is ready. */
  readonly make: (stage: Stage, random: Random) => Promise<void>;
}

/** How long a line stays troubled, in milliseconds: from a moment to longer than people wait for an answer. */
const whiles = [100, 400, 1_200];

/** Cuts of one line after another; a person or a server makes new connections in between. */
const cuts = 4;

export const troubles: readonly Trouble[] = [
  {
    name: "a server is killed",
    async make({ servers }, random) {
      const server = random.pick(servers);
      await server.kill();
      await server.begin();
    },
  },
  {
    name: "the worker is killed",
    async make({ worker }) {
      await worker.kill();
      await worker.begin();
    },
  },
  {
    name: "PostgreSQL is killed",
    async make({ database }, random) {
      await database.kill();
      await pause(random.pick(whiles));
      await database.begin();
    },
  },
  {
    name: "a process of PostgreSQL is killed",
    make: ({ database }) => database.killOne(),
  },
  {
    name: "people's connections are cut",
    async make({ front }, random) {
      for (let cut = 0; cut < cuts; cut += 1) {
        front.cut();
        await pause(random.below(400));
      }
    },
  },
  {
    name: "people's connections are slow",
    async make({ front }, random) {
      front.slow(20 + random.below(150));
      await pause(random.pick(whiles));
      front.heal();
    },
  },
  {
    name: "people's connections are half closed",
    async make({ front }, random) {
      for (let time = 0; time < cuts; time += 1) {
        front.halfClose(random.pick(["asks", "answers"] as const));
        await pause(random.below(400));
      }
    },
  },
  {
    name: "answers are lost",
    async make({ front }, random) {
      front.loseAnswers();
      await pause(random.pick(whiles));
      front.heal();
    },
  },
  {
    name: "connections to the database are cut",
    async make(stage, random) {
      for (let cut = 0; cut < cuts; cut += 1) {
        random.pick(linesToDatabase(stage)).cut();
        await pause(random.below(400));
      }
    },
  },
  {
    name: "connections to the database are slow",
    async make(stage, random) {
      const lines = linesToDatabase(stage);
      for (const line of lines) line.slow(1 + random.below(10));
      await pause(random.pick(whiles));
      for (const line of lines) line.heal();
    },
  },
  {
    name: "connections to the database are half closed",
    async make(stage, random) {
      for (let time = 0; time < cuts; time += 1) {
        random.pick(linesToDatabase(stage)).halfClose(random.pick(["asks", "answers"] as const));
        await pause(random.below(400));
      }
    },
  },
  {
    name: "a database connection falls silent, then breaks",
    async make(stage, random) {
      const line = random.pick(linesToDatabase(stage));
      line.silence();
      await pause(random.pick(whiles));
      line.cut();
      line.heal();
    },
  },
  {
    name: "the pool is full",
    async make({ database }, random) {
      const lasts = random.pick(whiles);
      const held = database.as("owner", async (query) => {
        // Whoever writes now holds a connection until this lets go.
        await query("begin");
        await query("lock table toetssteen.indicator_answer, toetssteen.comment in exclusive mode");
        await pause(lasts);
        await query("rollback");
      });
      // Where PostgreSQL is killed as well, nothing is held any more.
      await held.catch(() => undefined);
    },
  },
];

function linesToDatabase({ servers, worker }: Stage) {
  return [...servers, worker].map(({ toDatabase }) => toDatabase);
}
