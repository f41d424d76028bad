/**
 * Prints the fingerprint of a text, by which `test/schema/texts.test.ts` finds its sentences in our files:
 * `node test/support/fingerprint-text.ts FILE > test/schema/white-paper.fingerprint.txt`
 */
import { randomBytes } from "node:crypto";
import { readFileSync } from "node:fs";
import { fingerprintOf, printFingerprint } from "./word-runs.ts";

const [file] = process.argv.slice(2);
if (file === undefined) throw new Error("Give the file with the text.");
const text = readFileSync(file, "utf8");
process.stdout.write(printFingerprint(fingerprintOf(text, randomBytes(16).toString("hex"))));
