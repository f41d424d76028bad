import { inviteMemberInput } from "@toetssteen/contract";
import { isPlainDate } from "@toetssteen/norms";
import * as z from "zod/mini";
import { readArguments, type Arguments } from "./arguments.ts";
import { OperatorError } from "./refusal.ts";

export type Appointment = "support_organisation" | "certification_body";
export type Kind = "library" | Appointment;

export interface Administrator {
  readonly email: string;
  readonly name: string;
}

/** What a library begins with; `edition` null is the one in force. */
export interface LibraryFacts {
  readonly vobMember: boolean;
  readonly runsIdo: boolean;
  readonly locations: number;
  readonly certificateExpiresOn: string | null;
  readonly edition: string | null;
}

/** A command that was understood. Holds nothing secret: it is written into the log as it is. */
export type Command =
  | {
      readonly name: "organisation create";
      readonly organisation: string;
      readonly kinds: readonly Kind[];
      readonly library: LibraryFacts | null;
      readonly administrator: Administrator;
    }
  | { readonly name: "organisation list" }
  | {
      readonly name: "organisation invite";
      readonly organisation: string;
      readonly administrator: Administrator;
    }
  | {
      readonly name: "organisation appoint";
      readonly organisation: string;
      readonly kinds: readonly Kind[];
      readonly library: LibraryFacts | null;
    }
  | {
      readonly name: "organisation dismiss";
      readonly organisation: string;
      readonly kinds: readonly Appointment[];
      readonly withdraw: boolean;
    }
  | { readonly name: AccountCommand; readonly email: string }
  | {
      readonly name: "log verify";
      /** Null: every organisation's. */
      readonly organisation: string | null;
      /** Of the chain as it was noted down earlier. */
      readonly head: string | null;
    }
  | { readonly name: "adopt"; readonly dropMail: boolean; readonly takeOver: boolean }
  | { readonly name: "verify-files"; readonly bringBack: boolean }
  | { readonly name: "edition check"; readonly file: string }
  | { readonly name: "edition add"; readonly file: string }
  | { readonly name: "edition list" }
  | { readonly name: "backup"; readonly folder: string }
  | { readonly name: "restore"; readonly folder: string };

/** What an operator does to one account. */
export type AccountCommand =
  | "account block"
  | "account unblock"
  | "account end-sessions"
  | "account drop-second-factor";

export type CommandNamed<Name extends Command["name"]> = Extract<Command, { name: Name }>;

const kindOptions = {
  library: "flag",
  "support-organisation": "flag",
  "certification-body": "flag",
} as const;
const libraryOptions = {
  vob: "flag",
  ido: "flag",
  locations: "text",
  expires: "text",
  edition: "text",
} as const;
const administratorOptions = { "admin-email": "text", "admin-name": "text" } as const;

/** @throws {OperatorError} naming the argument that is missing or wrong */
export function parseCommand(words: readonly string[]): Command {
  const [noun = "", verb = "", ...rest] = words;
  if (noun === "backup" || noun === "restore")
    return { name: noun, folder: readArguments(words.slice(1), "MAP", {}).positional };
  if (noun === "adopt" || noun === "verify-files") return installationCommand(noun, words.slice(1));
  const name = `${noun} ${verb}`.trim();
  switch (name) {
    case "organisation create": {
      const given = readArguments(rest, "NAAM", {
        ...kindOptions,
        ...libraryOptions,
        ...administratorOptions,
      });
      const organisation = valid("NAAM", inviteMemberInput.shape.name, given.positional);
      const kinds = kindsIn(given);
      return {
        name,
        organisation,
        kinds,
        library: libraryIn(given),
        administrator: administratorIn(given),
      };
    }
    case "organisation list":
    case "edition list":
      readArguments(rest, null, {});
      return { name };
    case "organisation invite": {
      const given = readArguments(rest, "ORGANISATIE", administratorOptions);
      return { name, organisation: given.positional, administrator: administratorIn(given) };
    }
    case "organisation appoint": {
      const given = readArguments(rest, "ORGANISATIE", { ...kindOptions, ...libraryOptions });
      const kinds = kindsIn(given);
      return { name, organisation: given.positional, kinds, library: libraryIn(given) };
    }
    case "organisation dismiss": {
      const given = readArguments(rest, "ORGANISATIE", { ...kindOptions, withdraw: "flag" });
      const kinds = kindsIn(given).map(dismissable);
      return { name, organisation: given.positional, kinds, withdraw: given.flags.has("withdraw") };
    }
    case "account block":
    case "account unblock":
    case "account end-sessions":
    case "account drop-second-factor": {
      const { positional } = readArguments(rest, "ADRES", {});
      return { name, email: valid("ADRES", inviteMemberInput.shape.email, positional) };
    }
    case "log verify": {
      const { positional, texts } = readArguments(rest, "[ORGANISATIE]", { head: "text" });
      const organisation = positional === "" ? null : positional;
      const given = texts.get("head");
      if (given !== undefined && organisation === null)
        throw new OperatorError("ORGANISATIE ontbreekt: --head hoort bij één logboek.");
      return {
        name,
        organisation,
        head: given === undefined ? null : valid("--head", head, given),
      };
    }
    case "edition check":
    case "edition add":
      return { name, file: readArguments(rest, "BESTAND", {}).positional };
    default:
      throw new OperatorError(
        `"${name}" bestaat niet; het kan zijn: organisation create, list, invite, appoint, dismiss, of edition check, add, list, of log verify, of account block, unblock, end-sessions, drop-second-factor, of backup, restore, adopt, verify-files.`,
      );
  }
}

function installationCommand(name: "adopt" | "verify-files", words: readonly string[]): Command {
  if (name === "adopt") {
    const { flags } = readArguments(words, null, { "drop-mail": "flag", "take-over": "flag" });
    return { name, dropMail: flags.has("drop-mail"), takeOver: flags.has("take-over") };
  }
  const { flags } = readArguments(words, null, { "bring-back": "flag" });
  return { name, bringBack: flags.has("bring-back") };
}

function kindsIn({ flags }: Arguments): Kind[] {
  const kinds: Kind[] = [];
  if (flags.has("library")) kinds.push("library");
  if (flags.has("support-organisation")) kinds.push("support_organisation");
  if (flags.has("certification-body")) kinds.push("certification_body");
  if (kinds.length > 0) return kinds;
  throw new OperatorError(
    "Er ontbreekt een soort: geef --library, --support-organisation of --certification-body, of meer dan één.",
  );
}

function dismissable(kind: Kind): Appointment {
  if (kind !== "library") return kind;
  throw new OperatorError(
    "--library kan niet worden teruggenomen: het dossier van een bibliotheek hoort bij haar.",
  );
}

function libraryIn({ flags, texts }: Arguments): LibraryFacts | null {
  if (!flags.has("library")) {
    const stray = Object.keys(libraryOptions).find((name) => flags.has(name) || texts.has(name));
    if (stray === undefined) return null;
    throw new OperatorError(
      `--${stray} hoort bij een bibliotheek: geef ook --library, of laat het weg.`,
    );
  }
  return {
    vobMember: flags.has("vob"),
    runsIdo: flags.has("ido"),
    locations: Number(valid("--locations", count, texts.get("locations") ?? "1")),
    certificateExpiresOn: texts.has("expires")
      ? valid("--expires", date, texts.get("expires"))
      : null,
    edition: texts.get("edition") ?? null,
  };
}

const count = z.string().check(z.regex(/^(\d{1,4}|10000)$/, "Een getal van 0 tot en met 10000."));
const head = z
  .string()
  .check(z.regex(/^\d+:[0-9a-f]{64}$/, "Een kop zoals log verify die geeft, 12:5f0c…"));
const date = z.string().check(z.refine(isPlainDate, "Een dag die bestaat, zoals 2027-02-28."));

function administratorIn({ texts }: Arguments): Administrator {
  for (const [option, example] of [
    ["admin-email", "naam@bibliotheek.nl"],
    ["admin-name", '"Hanna Prins"'],
  ] as const) {
    if (!texts.has(option))
      throw new OperatorError(`--${option} ontbreekt, bijvoorbeeld --${option} ${example}.`);
  }
  const { email, name } = inviteMemberInput.shape;
  return {
    email: valid("--admin-email", email, texts.get("admin-email")),
    name: valid("--admin-name", name, texts.get("admin-name")),
  };
}

function valid<S extends z.ZodMiniType>(argument: string, schema: S, value: unknown): z.output<S> {
  const result = z.safeParse(schema, value);
  if (result.success) return result.data;
  const message = result.error.issues[0]?.message ?? "";
  throw new OperatorError(
    `${argument} klopt niet: ${message.charAt(0).toLowerCase()}${message.slice(1)}`,
  );
}
