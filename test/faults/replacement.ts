import type { Trouble } from "./troubles.ts";

/** How long a server may take to end, in milliseconds: container engines kill what takes longer. */
const endsWithin = 10_000;

/** A new server takes the place of an old one, as in an upgrade. Nobody notices. */
export const replacement: Trouble = {
  name: "a server is replaced",
  async make(stage, random) {
    const { servers, front } = stage;
    const old = random.pick(servers);
    const added = await stage.addServer();
    servers.push(added);
    await front.knows(added.port);
    const began = performance.now();
    const code = await old.end();
    servers.splice(servers.indexOf(old), 1);
    await old.toDatabase.close();
    if (code !== 0) throw new Error(`The server that was replaced ended with ${code}.`);
    if (performance.now() - began > endsWithin)
      throw new Error("The server that was replaced took longer to end than it may.");
  },
};
