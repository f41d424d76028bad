import { spawn } from "node:child_process";
import { join } from "node:path";
import { holes, type Hole } from "./holes.ts";

/** `pnpm attack holes`: makes one mistake at a time, and sees whether the attack finds it. */
const here = import.meta.dirname;

interface Run {
  readonly code: number | null;
  readonly said: string;
}

/** The attack on the product with that hole, on the part that must find it. */
function run({ name, area, trial }: Hole): Promise<Run> {
  const choices = ["--seed", "1", "--only", area, "--trial", trial];
  const child = spawn(
    process.execPath,
    ["--import", join(here, "plant.ts"), join(here, "..", "main.ts"), ...choices],
    { env: { ...process.env, ATTACK_HOLE: name }, stdio: ["ignore", "pipe", "pipe"] },
  );
  const said: string[] = [];
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding("utf8").on("data", (text: string) => void said.push(text));
  return new Promise((resolve) =>
    child.once("close", (code) => resolve({ code, said: said.join("") })),
  );
}

const asked = process.argv.slice(2);
const chosen = holes.filter(({ name }) => asked.length === 0 || asked.includes(name));
let caught = 0;
for (const hole of chosen) {
  const { code, said } = await run(hole);
  const told = new RegExp(`^(LEAKED|UNLIKE|5XX) ${hole.area} · .*$`, "m").exec(said);
  const found = code === 1 && told !== null;
  if (found) caught += 1;
  console.log(`${found ? "caught" : "MISSED"}: ${hole.name}\n    ${told?.[0] ?? said.slice(-600)}`);
}
console.log(`holes ${chosen.length}, caught ${caught}`);
process.exitCode = caught === chosen.length && caught > 0 ? 0 : 1;
