type Stored = Readonly<Record<string, unknown>>;

/**
 * Adds what the cache knows of a norm to what comes in of it, and of its indicators and questions by their codes. They have
 * no ids, so otherwise what comes in would take away all that another document, or the same in another language, knows: who
 * still shows that would ask for it again, and take the first away in turn.
 */
export function addKnown(known: unknown, fresh: unknown): unknown {
  if (Array.isArray(fresh))
    return fresh.map((one: Stored | null) =>
      addKnown(
        (known as Stored[] | undefined)?.find((other) => other["code"] === one?.["code"]),
        one,
      ),
    );
  // What has no code is known by its id, or as a whole.
  if (!(known as Stored | undefined)?.["code"]) return fresh;
  const merged: Record<string, unknown> = { ...(known as Stored) };
  for (const [field, value] of Object.entries(fresh as Stored))
    merged[field] = addKnown(merged[field], value);
  return merged;
}
