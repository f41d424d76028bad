import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { errors } from "@toetssteen/contract";
import { kwaliteitInBeeld2 } from "@toetssteen/norms";

/** What is said in Dutch, and the same in English. */
export interface Said {
  readonly nl: string;
  readonly en: string;
  /** The file, without the ending that says the language. */
  readonly where: string;
}

const web = join(import.meta.dirname, "../../web");

/** The texts of all catalogues; Dutch is the text in the code itself. */
export function catalogueTexts(): Said[] {
  return globSync("src/**/locales/en.po", { cwd: web }).flatMap((file) =>
    readFileSync(join(web, file), "utf8")
      .split("\n\n")
      // The first block says things about the file.
      .slice(1)
      .flatMap((block) => {
        const [nl, en] = ["msgid", "msgstr"].map((word) => {
          const quoted = new RegExp(`^${word} ((?:".*"\n?)+)`, "m").exec(block)?.[1];
          return quoted?.split("\n").map(unquote).join("");
        });
        return nl ? [{ nl, en: en ?? "", where: file.replace(/\/en\.po$/, "") }] : [];
      }),
  );
}

/** What the server says: the errors and the norms. */
export function servedTexts(): Said[] {
  return [...inBoth(errors, "errors"), ...inBoth(kwaliteitInBeeld2, "norms")];
}

function unquote(line: string): string {
  return line === "" ? "" : (JSON.parse(line) as string);
}

function inBoth(value: unknown, where: string): Said[] {
  if (typeof value !== "object" || value === null) return [];
  if ("nl" in value && "en" in value && typeof value.nl === "string")
    return [{ nl: value.nl, en: String(value.en), where }];
  return Object.values(value).flatMap((inner) => inBoth(inner, where));
}
