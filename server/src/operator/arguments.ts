import { parseArgs } from "node:util";
import { OperatorError } from "./refusal.ts";

/** What stood behind the verb. */
export interface Arguments {
  /** Empty when the command takes none. */
  readonly positional: string;
  readonly flags: ReadonlySet<string>;
  readonly texts: ReadonlyMap<string, string>;
}

type Options = Readonly<Record<string, "flag" | "text">>;

/**
 * Node finds the words and we judge them, because its own refusals are in English and say nothing of what would be right.
 *
 * @param positional how the help names what the command is about, in brackets when it may be left out; null when it is
 *   about nothing
 * @throws {OperatorError}
 */
export function readArguments(
  words: readonly string[],
  positional: string | null,
  options: Options,
): Arguments {
  const { tokens } = parseArgs({
    args: [...words],
    strict: false,
    allowPositionals: true,
    tokens: true,
    options: Object.fromEntries(
      Object.entries(options).map(([name, kind]) => [
        name,
        { type: kind === "flag" ? ("boolean" as const) : ("string" as const) },
      ]),
    ),
  });
  const subjects: string[] = [];
  const flags = new Set<string>();
  const texts = new Map<string, string>();
  for (const token of tokens) {
    if (token.kind === "positional") subjects.push(token.value);
    if (token.kind !== "option") continue;
    const { name, rawName, value, inlineValue } = token;
    if (flags.has(name) || texts.has(name))
      throw new OperatorError(`${rawName} staat er twee keer.`);
    switch (options[name]) {
      case undefined:
        throw new OperatorError(`${rawName} bestaat hier niet${known(options)}.`);
      case "flag":
        if (inlineValue)
          throw new OperatorError(`${rawName} krijgt geen waarde: schrijf alleen ${rawName}.`);
        flags.add(name);
        break;
      case "text":
        // "--admin-email --admin-name …" would take the name of the next option as the address.
        if (value === undefined || (value.startsWith("--") && !inlineValue)) {
          throw new OperatorError(`${rawName} heeft een waarde nodig.`);
        }
        texts.set(name, value);
    }
  }
  return { positional: oneOf(subjects, positional), flags, texts };
}

function oneOf(subjects: readonly string[], positional: string | null): string {
  const [subject = "", extra] = positional === null ? ["", ...subjects] : subjects;
  if (extra !== undefined) {
    throw new OperatorError(
      `"${extra}" staat te veel; zet een naam van meer woorden tussen aanhalingstekens.`,
    );
  }
  if (positional !== null && !positional.startsWith("[") && subject.trim() === "")
    throw new OperatorError(`${positional} ontbreekt.`);
  return subject;
}

function known(options: Options): string {
  const names = Object.keys(options).map((name) => `--${name}`);
  return names.length > 0 ? `; wel: ${names.join(", ")}` : "";
}
