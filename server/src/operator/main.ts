import "../node-version.ts";
import { readOperatorEnv } from "../env.ts";
import { StartError } from "../start-error.ts";
import { parseCommand } from "./command.ts";
import { help } from "./help.ts";
import { OperatorError } from "./refusal.ts";

// Leaving through `exit` stops a database that was opened for this command.
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) {
  process.on(signal, () => process.exit(1));
}

const words = process.argv.slice(2);
if (words.length === 0 || words.includes("--help")) {
  process.stdout.write(`${help}\n`);
} else {
  try {
    const command = parseCommand(words);
    const settings = readOperatorEnv(process.env);
    // Loaded once the words are understood: a typing mistake is answered at once.
    const { runCommand } = await import("./run.ts");
    // Beside what the command answers: a setting that was forgotten shows before anybody believes the answer.
    const tell = (line: string) => void process.stderr.write(`${line}\n`);
    process.stdout.write(`${(await runCommand(command, settings, tell)).join("\n")}\n`);
  } catch (error) {
    if (!(error instanceof OperatorError || error instanceof StartError)) throw error;
    process.stderr.write(`${error.message}\n`);
    process.exitCode = 1;
  }
}
