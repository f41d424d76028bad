import { ApolloClient, ApolloLink, InMemoryCache } from "@apollo/client";
import type { OperationVariables, TypedDocumentNode } from "@apollo/client";
import { BaseHttpLink } from "@apollo/client/link/http";
import { hatNow } from "./features/identity/hat.ts";

/** Longest a request may take before it counts as a lost connection. */
const patience = 20_000;

export function createClient(): ApolloClient {
  return new ApolloClient({
    link: ApolloLink.from([
      asked,
      new BaseHttpLink({ uri: "/graphql", credentials: "same-origin" }),
    ]),
    cache: new InMemoryCache({
      possibleTypes: { AnswerIndicatorResult: ["IndicatorAnswered", "IndicatorAnswerConflict"] },
      typePolicies: {
        Viewer: { keyFields: [] },
        SelfEvaluation: { keyFields: ["cycle", ["id"]] },
        // One person is shown under another name at another organisation.
        Member: { keyFields: false },
      },
    }),
  });
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
  operation.setContext({
    headers: hat === null ? {} : { "x-hat": hat },
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
  const fresh = client.query<Data>({ ...options, fetchPolicy: "network-only" } as never);
  if (known !== null) {
    // The page stands; if asking again fails, saving will say so.
    fresh.catch(() => undefined);
    return known;
  }
  const { data } = await fresh;
  if (data === undefined) throw new Error("The server answered without data");
  return data;
}
