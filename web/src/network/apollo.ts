import { ApolloClient, ApolloLink, InMemoryCache } from "@apollo/client";
import type { FieldPolicy, OperationVariables, TypedDocumentNode } from "@apollo/client";
import { BaseHttpLink } from "@apollo/client/link/http";
import { takeOr } from "./ahead.ts";
import { addKnown } from "./add-known.ts";
import { hatNow, organisationHat, personNow } from "./hat.ts";

/** Longest a request may take before it counts as a lost connection. */
const patience = 20_000;

export function createClient(): ApolloClient {
  return new ApolloClient({
    link: ApolloLink.from([
      asked,
      new BaseHttpLink({
        uri: "/graphql",
        credentials: "same-origin",
        fetch: (address, options) =>
          takeOr("answers", bodyOf(options), () => fetch(address, options)),
      }),
    ]),
    cache: new InMemoryCache({
      typePolicies: {
        Viewer: { keyFields: [] },
        Hat: { keyFields: ["kind", "id"] },
        SelfEvaluation: {
          keyFields: ["cycle", ["id"]],
          fields: { norm: { merge: addKnown }, norms: { merge: addKnown } },
        },
        // One person is shown under another name at another organisation.
        Member: { keyFields: false },
        SubmissionNotice: { keyFields: ["organisationId", "submissionId"] },
        Query: {
          fields: {
            planning: pages("lines", "after", "nextAfter", ["organisationId", "choice", "first"]),
            accessLog: pages("entries", "before", "nextBefore", ["organisationId"]),
            history: pages("entries", "before", "nextBefore", [
              "organisationId",
              "cycleId",
              "part",
              "field",
            ]),
            activity: pages("entries", "before", "nextBefore", ["organisationId", "part"]),
            evidence: pages("items", "after", "nextAfter", ["organisationId", "filter", "sort"]),
            overseen: pages("libraries", "after", "nextAfter", [
              "organisationId",
              "sort",
              "quarter",
              "search",
            ]),
          },
        },
        // Asked for in two documents, because not everybody may see the invitations.
        Members: { merge: true },
      },
    }),
  });
}

function bodyOf(options: RequestInit | undefined): string {
  return typeof options?.body === "string" ? options.body : "";
}

/**
 * A list that comes in pages: one after another they are one list. Asking for the first begins it anew, but one that says
 * how many there are goes on when that and its beginning are as they were: who comes back finds as much as they had.
 */
function pages(rows: string, place: string, next: string, keyArgs: string[]): FieldPolicy {
  return {
    keyArgs,
    merge(existing: Page | undefined, incoming: Page, { args }) {
      const asked: unknown = args?.[place] ?? null;
      if (existing === undefined) return incoming;
      const [known, come] = [listOf(existing, rows), listOf(incoming, rows)];
      if (asked === null)
        return incoming["total"] !== undefined &&
          incoming["total"] === existing["total"] &&
          JSON.stringify(known.slice(0, come.length)) === JSON.stringify(come)
          ? { ...incoming, [rows]: known, [next]: existing[next] }
          : incoming;
      // The list was begun anew meanwhile: this page belongs to the one before.
      if (existing[next] !== asked) return existing;
      return { ...incoming, [rows]: [...known, ...come] };
    },
  };
}

type Page = Readonly<Record<string, unknown>>;

function listOf(page: Page, rows: string): readonly unknown[] {
  const list = page[rows];
  return Array.isArray(list) ? list : [];
}

/**
 * Says which hat asks, and names the document by its hash: the server knows the text. A caller that
 * writes later than it was typed gives the hat of that moment as `context.hat`.
 */
const asked = new ApolloLink((operation, forward) => {
  const context = operation.getContext();
  const hat: string | null = context["hat"] ?? hatNow();
  const hash = (operation.query as { __meta__?: { hash: string } }).__meta__?.hash.replace(
    /^sha256:/,
    "",
  );
  const person = personNow();
  operation.setContext({
    headers: {
      // What waited on this device since the release before this one has an organisation's id alone.
      ...(hat !== null && { "x-hat": hat.includes(":") ? hat : organisationHat(hat) }),
      ...(person !== null && { "x-person": person }),
    },
    http: { includeQuery: import.meta.env.DEV, includeExtensions: true },
    fetchOptions: { signal: AbortSignal.timeout(patience), ...context["fetchOptions"] },
  });
  // While developing, documents change faster than the server's list of them.
  if (!import.meta.env.DEV)
    operation.extensions["persistedQuery"] = { version: 1, sha256Hash: hash };
  return forward(operation);
});

/**
 * For route loaders: answers at once with what is known and asks the server again behind the page;
 * waits only when nothing is known yet.
 */
export async function load<Data, Variables extends OperationVariables>(
  client: ApolloClient,
  query: TypedDocumentNode<Data, Variables>,
  variables: Variables,
): Promise<Data> {
  const options = { query, variables } as const;
  const known = client.readQuery<Data>(options as never);
  const fresh = ask(client, query, variables, {});
  if (known !== null) {
    // The page stands; if asking again fails, saving will say so.
    fresh.catch(() => undefined);
    return known;
  }
  return fresh;
}

/**
 * For what may be shown only as long as the server lets it, and for what was just changed: waits for the answer, whatever is
 * known or was asked before.
 */
export function loadAnew<Data, Variables extends OperationVariables>(
  client: ApolloClient,
  query: TypedDocumentNode<Data, Variables>,
  variables: Variables,
): Promise<Data> {
  return ask(client, query, variables, { queryDeduplication: false });
}

async function ask<Data, Variables extends OperationVariables>(
  client: ApolloClient,
  query: TypedDocumentNode<Data, Variables>,
  variables: Variables,
  context: { readonly queryDeduplication?: boolean },
): Promise<Data> {
  const { data } = await client.query<Data>({
    query,
    variables,
    fetchPolicy: "network-only",
    context,
  } as never);
  if (data === undefined) throw new Error("The server answered without data");
  return data;
}
