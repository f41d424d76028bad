import type { ApolloClient } from "@apollo/client";
import { ViewerDocument } from "../../gql/graphql.ts";
import type { ViewerQuery } from "../../gql/graphql.ts";
import { load, loadAnew } from "../../network/apollo.ts";
import { belongTo } from "../../network/hat.ts";
import { askIdentity } from "./ask-identity.ts";

export type Viewer = ViewerQuery["viewer"];
export type Hat = Viewer["hats"][number];

export interface DemoAccount {
  readonly email: string;
  readonly password: string;
  readonly name: string;
  readonly roles: readonly string[];
  readonly rolesInEnglish: readonly string[];
}

/** Who this browser's session belongs to, and for whom they may act. */
export async function findViewer(client: ApolloClient): Promise<Viewer> {
  const known = client.readQuery({ query: ViewerDocument });
  if (known?.viewer.person) return known.viewer;
  const { viewer } = await load(client, ViewerDocument, {});
  if (viewer.person) belongTo(viewer.person.id);
  return viewer;
}

/** The same, as the server has it now: mandates begin and end while a tab is open. */
export async function findViewerAnew(client: ApolloClient): Promise<Viewer> {
  const { viewer } = await loadAnew(client, ViewerDocument, {});
  if (viewer.person) belongTo(viewer.person.id);
  return viewer;
}

/** Whether a second step is asked for; there is no session until that is done too. @throws see `askIdentity` */
export async function signIn({
  email,
  password,
}: Pick<DemoAccount, "email" | "password">): Promise<{ asksSecondStep: boolean }> {
  const answer = await askIdentity<{ secondFactor?: true }>("/sign-in/email", { email, password });
  return { asksSecondStep: answer.secondFactor === true };
}

/** @throws see `askIdentity` */
export async function signOut(): Promise<void> {
  await askIdentity("/sign-out", {});
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
