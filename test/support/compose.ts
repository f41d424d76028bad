import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "yaml";

export interface Service {
  readonly image: string;
  readonly command?: readonly string[];
  readonly entrypoint?: readonly string[];
  readonly restart?: string;
  readonly environment?: Readonly<Record<string, string>>;
  readonly ports?: readonly string[];
  readonly volumes?: readonly string[];
  readonly depends_on?: Readonly<Record<string, { readonly condition: string }>>;
  readonly deploy?: { readonly replicas: number };
  readonly healthcheck?: { readonly test?: readonly string[]; readonly disable?: boolean };
  readonly read_only?: boolean;
  readonly stop_grace_period?: string;
  readonly mem_limit?: string;
  readonly logging?: { readonly options?: Readonly<Record<string, string>> };
}

export interface Compose {
  readonly services: Readonly<Record<string, Service>>;
  readonly volumes: Readonly<Record<string, null>>;
}

export const composeText = readFileSync(
  join(import.meta.dirname, "../../docker-compose.yml"),
  "utf8",
);

/** The hosted shape as written down, with what its services have in common filled in. */
export const compose: Compose = parse(composeText, { merge: true });

const variable = /\$\{(\w+)(?::([-?])([^}]*))?\}/g;

/** The names that `.env` may give, and whether it must. */
export function asked(): Map<string, "needed" | "optional"> {
  return new Map(
    [...composeText.matchAll(variable)].map(([, name = "", kind]) => [
      name,
      kind === "?" ? "needed" : "optional",
    ]),
  );
}

/** What a service finds in its environment. @param given by `.env` */
export function environmentOf(
  service: string,
  given: Readonly<Record<string, string>>,
): Record<string, string> {
  const filled = (text: string) =>
    text.replaceAll(variable, (_, name: string, kind?: string, otherwise?: string) => {
      const value = given[name] || (kind === "-" ? otherwise : undefined);
      if (value === undefined) throw new Error(`${name} is missing in .env`);
      return value;
    });
  return Object.fromEntries(
    Object.entries(compose.services[service]?.environment ?? {}).map(([name, value]) => [
      name,
      filled(value),
    ]),
  );
}
