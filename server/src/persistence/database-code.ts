/** The SQLSTATE of an error, also where TypeORM or GraphQL wrapped it. */
export function databaseCode(error: unknown): string | undefined {
  for (let current = error; current instanceof Error; current = wrapped(current)) {
    if ("code" in current && typeof current.code === "string" && /^[0-9A-Z]{5}$/.test(current.code))
      return current.code;
  }
  return undefined;
}

function wrapped(error: Error): unknown {
  if ("driverError" in error) return error.driverError;
  if ("originalError" in error) return error.originalError;
  return error.cause;
}
