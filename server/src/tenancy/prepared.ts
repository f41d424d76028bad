import { hash } from "node:crypto";
import type { Client, Kept, Statement } from "./client.ts";

/**
 * Prepared statements that one connection keeps. Filters make thousands of texts, and each takes memory of the
 * database for as long as the connection lives; a day's work needs some eighty.
 */
export const mostPrepared = 200;

/** Names by text, for each connection; what was used last stands last. */
const prepared = new WeakMap<Kept, Map<string, string>>();

/**
 * A statement under a name that follows from its text, so that two texts never share one: PostgreSQL cuts names at 63
 * characters without a word. The name is the same on every connection, which lets a pooler in between prepare it once.
 * To be sent at once: where the connection has its most, the statement unused for longest is let go first.
 */
export function preparedOn(
  { connection }: Client,
  text: string,
  values: readonly unknown[],
): Statement {
  let names = prepared.get(connection);
  if (!names) prepared.set(connection, (names = new Map()));
  let name = names.get(text);
  if (name === undefined) {
    name = hash("sha256", text, "base64url");
    if (names.size >= mostPrepared) letGo(connection, names);
  } else {
    names.delete(text);
  }
  names.set(text, name);
  return { name, text, values };
}

/**
 * Says so in the message of the protocol, which travels with what is sent next, waits for no answer and counts in a
 * transaction that failed; a pooler understands it, as it wouldn't `deallocate`.
 */
function letGo(connection: Kept, names: Map<string, string>): void {
  for (const [text, name] of names) {
    // The driver would take it for prepared when the answer comes.
    if (name in connection.submittedNamedStatements) continue;
    names.delete(text);
    delete connection.parsedStatements[name];
    connection.close({ type: "S", name });
    return;
  }
}
