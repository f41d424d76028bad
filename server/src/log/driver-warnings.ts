import { format } from "node:util";
import { withoutSecrets } from "./described-error.ts";

const ofDriver = /[\\/]node_modules[\\/]pg(?:-[a-z]+)?[\\/]/;

/**
 * Hears what the database's driver has against what we do: it says so on the console, or as a warning of the process,
 * where nobody reads it, and goes on. Anything else that is said there is left alone.
 * @returns what stops it
 */
export function onDriverWarning(hear: (said: string) => void): () => void {
  // Under a name of its own: nothing is said here.
  const out: Pick<Console, "error"> = console;
  const { error } = out;
  out.error = (...said: unknown[]) => {
    if (ofDriver.test(new Error().stack ?? "")) hear(withoutSecrets(format(...said)));
    else error.apply(out, said);
  };
  const onWarning = (warning: Error) => {
    if (ofDriver.test(warning.stack ?? ""))
      hear(withoutSecrets(`${warning.name}: ${warning.message}`));
  };
  process.on("warning", onWarning);
  return () => {
    out.error = error;
    process.off("warning", onWarning);
  };
}

/** As errors: each is a statement that means something else than it says, or will. @returns what stops it */
export function logDriverWarnings(log: {
  error(details: object, message: string): void;
}): () => void {
  return onDriverWarning((said) =>
    log.error({ said: said.slice(0, 500) }, "the database's driver warned"),
  );
}
