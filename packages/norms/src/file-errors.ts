import { z } from "zod";
import type { IssueParams } from "./edition-coherence.ts";
import { readYaml, type Path, type Position } from "./located-yaml.ts";

/** What is wrong in a file, where, and what may stand there instead. For its author, in Dutch. */
export interface FileError extends Position {
  /** Such as 'norms[3].indicators[0].code'; empty when the file as a whole is meant. */
  readonly path: string;
  readonly message: string;
  /** The values or fields that are allowed here, when they can be listed. */
  readonly allowed?: readonly string[];
}

/** What a file says, or everything that is wrong in it from top to bottom. */
export type ReadFile<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly errors: readonly FileError[] };

/** Reads a YAML or JSON text by a schema. */
export function readFile<T>(text: string, schema: z.ZodType<T>): ReadFile<T> {
  const file = readYaml(text);
  if (!file.ok) {
    return {
      ok: false,
      errors: file.errors.map(({ message, ...position }) => ({
        ...position,
        path: "",
        message: `geen leesbare YAML of JSON: ${message}`,
      })),
    };
  }
  const read = schema.safeParse(file.value, { reportInput: true });
  if (read.success) return { ok: true, value: read.data };
  const errors = read.error.issues.flatMap((issue) =>
    describe(issue, schema, file.positionOf).map((described) =>
      located(described, file.positionOf),
    ),
  );
  return { ok: false, errors: errors.toSorted((a, b) => a.line - b.line || a.column - b.column) };
}

/** One error on one line, as a command prints it. */
export function describeFileError({ line, path, message, allowed }: FileError): string {
  const where = path === "" ? `regel ${line}` : `regel ${line}, ${path}`;
  return `${where}: ${message}${allowed === undefined ? "" : ` (mag zijn: ${allowed.join(", ")})`}`;
}

interface Description {
  readonly path: Path;
  readonly message: string;
  readonly allowed?: readonly string[];
}

function located(
  { path, ...described }: Description,
  positionOf: (path: Path) => Position,
): FileError {
  return { ...positionOf(path), path: written(path), ...described };
}

function describe(
  issue: z.core.$ZodIssue,
  schema: z.ZodType,
  positionOf: (path: Path) => Position,
): readonly Description[] {
  const { path } = issue;
  switch (issue.code) {
    case "unrecognized_keys": {
      const allowed = fieldsAt(schema, path);
      return issue.keys.map((key) => ({
        path: [...path, key],
        message: "dit veld bestaat niet",
        allowed,
      }));
    }
    case "invalid_value": {
      const message =
        issue.input === undefined ? "ontbreekt" : `${shown(issue.input)} kan hier niet`;
      return [{ path, message, allowed: issue.values.map(String) }];
    }
    case "invalid_type":
      return [{ path, ...wrongType(issue.expected, issue.input) }];
    case "too_small": {
      const many =
        issue.origin === "array" ? `${issue.minimum} in de lijst hebben` : `${issue.minimum} zijn`;
      return [{ path, message: `moet minstens ${many}` }];
    }
    case "too_big":
      return [{ path, message: `mag hoogstens ${issue.maximum} zijn` }];
    case "custom": {
      const { allowed, firstPath } = (issue.params ?? {}) as IssueParams;
      const before = firstPath === undefined ? "" : ` op regel ${positionOf(firstPath).line}`;
      return [
        { path, message: issue.message + before, ...(allowed === undefined ? {} : { allowed }) },
      ];
    }
    default:
      return [{ path, message: issue.message }];
  }
}

const typeNames: { readonly [expected: string]: string } = {
  string: "tekst",
  number: "een getal",
  int: "een geheel getal",
  boolean: "true of false",
  array: "een lijst",
  object: "een groep velden",
  record: "een groep velden",
};

function wrongType(
  expected: string,
  input: unknown,
): { message: string; allowed?: readonly string[] } {
  const allowed = expected === "boolean" ? { allowed: ["true", "false"] } : {};
  if (input === undefined) return { message: "ontbreekt", ...allowed };
  const quotes =
    expected === "string" && typeof input !== "object" ? "; zet er aanhalingstekens omheen" : "";
  return {
    message: `moet ${typeNames[expected] ?? expected} zijn, niet ${shown(input)}${quotes}`,
    ...allowed,
  };
}

function shown(input: unknown): string {
  if (input === null) return "leeg";
  if (Array.isArray(input)) return "een lijst";
  if (typeof input === "object") return "een groep velden";
  return JSON.stringify(input).slice(0, 60);
}

/** The fields of the object that a path leads to. */
function fieldsAt(schema: unknown, path: Path): readonly string[] {
  let found = unwrapped(schema);
  for (const step of path) {
    if (found instanceof z.ZodArray) found = unwrapped(found.element);
    else if (found instanceof z.ZodObject) found = unwrapped(found.shape[String(step)]);
    else return [];
  }
  return found instanceof z.ZodObject ? Object.keys(found.shape) : [];
}

function unwrapped(schema: unknown): unknown {
  const wrapped =
    schema instanceof z.ZodOptional ||
    schema instanceof z.ZodExactOptional ||
    schema instanceof z.ZodDefault;
  return wrapped ? unwrapped(schema.unwrap()) : schema;
}

function written(path: Path): string {
  return path
    .map((step) => {
      if (typeof step === "number") return `[${step}]`;
      return /^[A-Za-z_]\w*$/.test(String(step)) ? `.${String(step)}` : `["${String(step)}"]`;
    })
    .join("")
    .replace(/^\./, "");
}
