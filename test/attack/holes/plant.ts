import { readFileSync } from "node:fs";
import { registerHooks } from "node:module";
import { fileURLToPath } from "node:url";
import { findHole } from "./holes.ts";

/**
 * Loaded before everything else by `--import`, in the attacked server and in what attacks it: puts the planted hole into
 * the module that it belongs in. The files of the product stay as they are.
 */
const patch = findHole(process.env["ATTACK_HOLE"])?.patch;

if (patch) {
  registerHooks({
    load(url, context, next) {
      if (!url.endsWith(`/${patch.built ?? "server/dist"}/${patch.file}`))
        return next(url, context);
      const source = readFileSync(fileURLToPath(url), "utf8");
      if (!source.includes(patch.from))
        throw new Error(`${patch.file} has changed: plant the hole anew in holes.ts.`);
      return { format: "module", shortCircuit: true, source: source.replace(patch.from, patch.to) };
    },
  });
}
