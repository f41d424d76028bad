import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { features } from "./norm-messages.ts";

test.each(["nl", "en"])(
  "the words of a norm in %s are those of every feature that is told to have come",
  (language) => {
    const source = readFileSync(join(import.meta.dirname, `norm-words.${language}.ts`), "utf8");
    const imported = [
      ...source.matchAll(/as (\w+) \} from "\.\.\/features\/([\w-]+)\/locales\/(\w+)\.po/g),
    ];
    expect(imported.map(([, , feature]) => feature)).toEqual(features);
    expect(new Set(imported.map(([, , , one]) => one))).toEqual(new Set([language]));
    // And each is handed on.
    const handedOn = source.slice(source.indexOf("Object.assign"));
    for (const [, name] of imported) expect(handedOn).toMatch(new RegExp(`\\b${name}\\b`));
  },
);
