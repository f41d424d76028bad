import { onDriverWarning } from "@toetssteen/server/log/driver-warnings";
import { afterAll, afterEach, expect } from "vitest";

/** For every test of a file: the database's driver has nothing against what was done. */
const said: string[] = [];
const stop = onDriverWarning((warning) => said.push(warning));
/** What was warned of so far, by a test that brings it about. */
export const takeDriverWarnings = () => said.splice(0);
const heard = () =>
  expect(takeDriverWarnings(), "what the database's driver warned of").toEqual([]);
afterEach(heard);
afterAll(() => {
  stop();
  heard();
});
