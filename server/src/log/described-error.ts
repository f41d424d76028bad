/** What may be written down of an error. */
export interface DescribedError {
  type: string;
  message: string;
  stack: string;
  [detail: string]: unknown;
}

/** Names and codes, which we chose. What PostgreSQL adds beside them (detail, hint, where, parameters) quotes rows. */
const kept = [
  "code",
  "severity",
  "schema",
  "table",
  "column",
  "constraint",
  "dataType",
  "routine",
  "statement",
  "syscall",
  "statusCode",
] as const;

/** Classes of SQLSTATE whose messages name our own tables, columns and constraints; others, too, quote what was sent. */
const nameOnlyOurs = /^(08|23|25|40|42|53|54|55|57)/;

/** At most this many errors inside each other. */
const deepest = 4;

/** An error without what people wrote, and without addresses and tokens. */
export function describeError(error: unknown, depth = 0): DescribedError {
  if (!(error instanceof Error)) {
    const message = typeof error === "string" ? withoutSecrets(error) : "(left out)";
    return { type: typeof error, message, stack: "" };
  }
  const found = error as Error & Record<string, unknown>;
  const message = messageOf(found);
  const inner = found["driverError"] ?? found["originalError"] ?? found.cause;
  return {
    type: found.name,
    message,
    stack: `${found.name}: ${message}\n${framesOf(found)}`,
    ...Object.fromEntries(
      kept.flatMap((name) =>
        ["string", "number"].includes(typeof found[name]) ? [[name, found[name]]] : [],
      ),
    ),
    ...(inner instanceof Error && depth < deepest && { cause: describeError(inner, depth + 1) }),
  };
}

/** A text of ours or of a library without addresses of people, and without what could be a token. */
export function withoutSecrets(text: string): string {
  return text
    .replaceAll(/[^\s<>"'(]+@[^\s<>"')]+/g, "…@…")
    .replaceAll(/[\w-]{32,}/g, (word) => (uuid.test(word) ? word : "…"));
}

const uuid = /^[\da-f]{8}-[\da-f]{4}-[\da-f]{4}-[\da-f]{4}-[\da-f]{12}$/i;

function messageOf(error: Error & Record<string, unknown>): string {
  const code = sqlState(error);
  return code === null || nameOnlyOurs.test(code) ? withoutSecrets(error.message) : "(left out)";
}

/** Also of TypeORM's errors, which repeat PostgreSQL's message. */
function sqlState(error: Record<string, unknown>): string | null {
  for (const one of [error, error["driverError"]]) {
    const { code, severity } = (one ?? {}) as Record<string, unknown>;
    if (typeof code === "string" && /^[\dA-Z]{5}$/.test(code) && severity !== undefined)
      return code;
  }
  return null;
}

/** Lines that say where; the message before them may have many lines. */
function framesOf({ stack = "" }: Error): string {
  return stack
    .split("\n")
    .filter((line) => /^\s+at /.test(line))
    .join("\n");
}
