import { randomBytes } from "node:crypto";
import { join } from "node:path";
import { StartError } from "../start-error.ts";
import { readText, writePrivately } from "../installation/files.ts";

/** Made once for a data folder, and never to be lost: without them its database stays closed. */
export interface Secrets {
  superuserPassword: string;
  applicationPassword: string;
  sessionSecret: string;
}

/** Reads the secrets of a data folder, or makes them at its first start. */
export async function readOrMakeSecrets(dataDir: string): Promise<Secrets> {
  const file = join(dataDir, "secrets.json");
  const kept = await readText(file);
  if (kept !== undefined) return parseSecrets(kept, file);
  const made = {
    superuserPassword: secret(),
    applicationPassword: secret(),
    sessionSecret: secret(),
  };
  await writePrivately(file, `${JSON.stringify(made, null, 2)}\n`);
  return made;
}

function parseSecrets(text: string, file: string): Secrets {
  try {
    const read = JSON.parse(text) as Partial<Secrets>;
    const { superuserPassword, applicationPassword, sessionSecret } = read;
    if (superuserPassword && applicationPassword && sessionSecret) {
      return { superuserPassword, applicationPassword, sessionSecret };
    }
  } catch {
    // Says the same as a secret that is missing.
  }
  throw new StartError(
    `${file} can't be read as the secrets of this data folder; put it back from a backup.`,
  );
}

/** 256 bits in characters that need no escape in a URL or a shell. */
function secret(): string {
  return randomBytes(32).toString("base64url");
}
