import type { HTTPGraphQLRequest } from "@apollo/server";
import type { Documents } from "./documents.ts";

/** An operation as asked: its document's text, looked up where only its hash was sent. */
export interface Asked {
  readonly text: string;
  readonly operationName: string | undefined;
  readonly variables: Readonly<Record<string, unknown>>;
  /** Named by the hash of a document that the server knows. */
  readonly isKnownDocument: boolean;
  /** The same request with the text in it, for Apollo. */
  readonly request: HTTPGraphQLRequest;
}

/**
 * Null where the request has not the form of an operation; Apollo then says what is wrong with it.
 * @throws {Refusal} UNKNOWN_DOCUMENT
 */
export function readRequest(request: HTTPGraphQLRequest, documents: Documents): Asked | null {
  return request.method === "GET" ? fromSearch(request, documents) : fromBody(request, documents);
}

function fromBody(request: HTTPGraphQLRequest, documents: Documents): Asked | null {
  if (!isObject(request.body)) return null;
  const { query, operationName, variables, extensions } = request.body;
  if (
    !isOptional(query, isString) ||
    !isOptional(operationName, isString) ||
    !isOptional(variables, isObject)
  )
    return null;
  const hash = hashIn(extensions);
  if (query === undefined && hash === undefined) return null;
  const text = documents.textOrThrow({ hash, query: query ?? undefined });
  const { extensions: _, ...rest } = request.body;
  const body = { ...rest, query: text };
  return {
    text,
    operationName: operationName ?? undefined,
    variables: variables ?? {},
    isKnownDocument: hash !== undefined,
    request: { ...request, body },
  };
}

function fromSearch(request: HTTPGraphQLRequest, documents: Documents): Asked | null {
  const search = new URLSearchParams(request.search);
  const variables = parsed(search.get("variables") ?? "{}");
  const hash = hashIn(parsed(search.get("extensions") ?? "{}"));
  const query = search.get("query") ?? undefined;
  if (!isObject(variables) || (query === undefined && hash === undefined)) return null;
  const text = documents.textOrThrow({ hash, query });
  search.set("query", text);
  search.delete("extensions");
  const operationName = search.get("operationName") ?? undefined;
  return {
    text,
    operationName,
    variables,
    isKnownDocument: hash !== undefined,
    request: { ...request, search: `?${search.toString()}` },
  };
}

function hashIn(extensions: unknown): string | undefined {
  const persisted = isObject(extensions) ? extensions["persistedQuery"] : undefined;
  const hash = isObject(persisted) ? persisted["sha256Hash"] : undefined;
  return isString(hash) ? hash : undefined;
}

function parsed(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return undefined;
  }
}

function isString(value: unknown): value is string {
  return typeof value === "string";
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function isOptional<T>(
  value: unknown,
  is: (value: unknown) => value is T,
): value is T | null | undefined {
  return value === undefined || value === null || is(value);
}
