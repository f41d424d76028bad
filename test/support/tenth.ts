import { createHash } from "node:crypto";

/** Whether all is asked of what grows by concepts × rights (`npm run test:all`), or a tenth that is another every day. */
export const isWhole = process.env["TESTS"] === "all";

const seed = process.env["TESTS_SEED"] ?? new Date().toISOString().slice(0, "yyyy-mm-dd".length);

/** @param name what tells it from all others */
export function isInTenth(name: string): boolean {
  const [place = 0] = createHash("sha256").update(`${seed}\n${name}`).digest();
  return isWhole || place % 10 === 0;
}
