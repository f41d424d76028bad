import type { IncomingHttpHeaders } from "node:http";
import { HeaderMap, type HTTPGraphQLRequest } from "@apollo/server";
import type { Documents } from "../graphql/documents.ts";
import type { Operation } from "../graphql/executor.ts";

/** What came over HTTP, as far as GraphQL goes. */
export interface Request {
  readonly method: string;
  /** With a leading slash: path and query string. */
  readonly url: string;
  readonly headers: IncomingHttpHeaders;
  /** Parsed JSON, or whatever else was sent. */
  readonly body: unknown;
}

/** What goes back over HTTP. */
export interface Reply {
  readonly status: number;
  readonly headers: Iterable<readonly [name: string, value: string]>;
  readonly body: string;
}

/** An operation as it was sent. */
export interface SentOperation extends Operation {
  /** The same with the text in it, for Apollo. */
  readonly spelledOut: Pick<HTTPGraphQLRequest, "body" | "search">;
}

/**
 * Null where the request has not the form of an operation; Apollo then says what is wrong with it.
 * @throws {Refusal} UNKNOWN_DOCUMENT
 */
export function readRequest(request: Request, documents: Documents): SentOperation | null {
  return request.method === "GET"
    ? fromSearch(searchOf(request), documents)
    : fromBody(request.body, documents);
}

/** @param spelledOut instead of what was sent, where a document's text was looked up */
export function toApollo(
  { method, url, headers, body }: Request,
  spelledOut: SentOperation["spelledOut"] = { body, search: searchOf({ url }) },
): HTTPGraphQLRequest {
  const map = new HeaderMap();
  for (const [name, value] of Object.entries(headers)) {
    if (value !== undefined) map.set(name, Array.isArray(value) ? value.join(", ") : value);
  }
  return { method, headers: map, ...spelledOut };
}

function searchOf({ url }: Pick<Request, "url">): string {
  return new URL(url, "http://localhost").search;
}

function fromBody(sent: unknown, documents: Documents): SentOperation | null {
  if (!isObject(sent)) return null;
  const { query, operationName, variables, extensions } = sent;
  if (
    !isOptional(query, isString) ||
    !isOptional(operationName, isString) ||
    !isOptional(variables, isObject)
  )
    return null;
  const hash = hashIn(extensions);
  if (query === undefined && hash === undefined) return null;
  const text = documents.textOrThrow({ hash, query: query ?? undefined });
  const { extensions: _, ...rest } = sent;
  return {
    text,
    operationName: operationName ?? undefined,
    variables: variables ?? {},
    isKnownDocument: hash !== undefined,
    spelledOut: { body: { ...rest, query: text }, search: "" },
  };
}

function fromSearch(sent: string, documents: Documents): SentOperation | null {
  const search = new URLSearchParams(sent);
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
    spelledOut: { body: undefined, search: `?${search.toString()}` },
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
