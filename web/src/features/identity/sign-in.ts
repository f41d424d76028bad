import type { ApolloClient } from "@apollo/client";
import { isErrorCode } from "@toetssteen/contract";
import { ViewerDocument } from "../../gql/graphql.ts";
import type { ViewerQuery } from "../../gql/graphql.ts";
import { load, loadAnew } from "../../apollo.ts";
import type { Problem } from "./problem.ts";

export type Viewer = ViewerQuery["viewer"];
export type Hat = Viewer["hats"][number];

export interface DemoAccount {
  readonly email: string;
  readonly password: string;
  readonly name: string;
  readonly roles: readonly string[];
}

/** Who this browser's session belongs to, and for whom they may act. */
export async function findViewer(client: ApolloClient): Promise<Viewer> {
  const known = client.readQuery({ query: ViewerDocument });
  if (known?.viewer.person) return known.viewer;
  return (await load(client, ViewerDocument, {})).viewer;
}

/** The same, as the server has it now: mandates begin and end while a tab is open. */
export async function findViewerAnew(client: ApolloClient): Promise<Viewer> {
  return (await loadAnew(client, ViewerDocument, {})).viewer;
}

/** Null when it worked; else why it didn't. */
export async function signIn({
  email,
  password,
}: Pick<DemoAccount, "email" | "password">): Promise<Problem | null> {
  return post("/api/auth/sign-in/email", { email, password });
}

export async function signOut(): Promise<Problem | null> {
  return post("/api/auth/sign-out", {});
}

/** The accounts that a demonstration offers; none anywhere else. */
export async function findDemoAccounts(): Promise<readonly DemoAccount[]> {
  try {
    const response = await fetch("/demo/accounts.json");
    const isJson = response.headers.get("content-type")?.includes("json") ?? false;
    return response.ok && isJson ? ((await response.json()) as DemoAccount[]) : [];
  } catch {
    return [];
  }
}

async function post(address: string, body: unknown): Promise<Problem | null> {
  let response: Response;
  try {
    response = await fetch(address, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify(body),
    });
  } catch {
    return "NO_CONNECTION";
  }
  if (response.ok) return null;
  const answer = (await response.json().catch(() => null)) as { code?: unknown } | null;
  return isErrorCode(answer?.code) ? answer.code : "INTERNAL";
}
