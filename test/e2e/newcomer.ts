import type { APIRequestContext, Page } from "playwright-core";
import { v7 as uuidv7 } from "uuid";
import { openPage } from "../support/browser.ts";
import { openAt, waterlinie } from "./waterlinie.ts";

export interface Newcomer {
  readonly name: string;
  readonly email: string;
  readonly password: string;
}

/** Nobody of the demo, so that what happens to this person disturbs no other test. */
export function newcomer(name: string): Newcomer {
  const address = `${name.toLowerCase().replaceAll(/\W+/g, ".")}.${uuidv7().slice(-8)}`;
  return { name, email: `${address}@waterlinie.example`, password: "een zin van vier woorden" };
}

/** The page in the latest mail to an address, once there is one after so many. */
export async function pageInMail(
  page: Page,
  to: string,
  template: "uitnodiging" | "wachtwoord",
): Promise<string> {
  for (let attempt = 0; attempt < 100; attempt += 1) {
    const answer = await page.request.get("/demo/outbox.json");
    const mails = (await answer.json()) as { to: string; text: string }[];
    const texts = mails.filter((mail) => mail.to === to).map(({ text }) => text);
    const [found] = texts.flatMap((text) => new RegExp(`/${template}/[\\w-]+`).exec(text) ?? []);
    if (found !== undefined) return found;
    await page.waitForTimeout(100);
  }
  throw new Error(`No mail to ${to} with a link to ${template}`);
}

/** An administrator of Waterlinie on the page of people. */
export async function openPeople(choices: Parameters<typeof openPage>[0] = {}): Promise<Page> {
  const page = await openAt("Hanna Prins", `${waterlinie}/mensen`, choices);
  await page.getByRole("heading", { level: 1, name: "Mensen" }).waitFor();
  return page;
}

/** Invites somebody without the screens that other tests are about. */
export async function invite(admin: Page, { name, email }: Newcomer): Promise<string> {
  const organisationId = organisationOf(admin);
  const input = { organisationId, id: uuidv7(), name, email, roles: ["COLLEAGUE"] };
  await mutate(admin.request, organisationId, {
    query: "mutation ($input: InviteMemberInput!) { inviteMember(input: $input) { id } }",
    variables: { input },
  });
  return pageInMail(admin, email, "uitnodiging");
}

/** Somebody who was invited and has joined; on a page of their own, signed in. */
export async function join(admin: Page, person: Newcomer): Promise<Page> {
  const token = (await invite(admin, person)).split("/").at(-1);
  const page = await openPage();
  const answer = await page.request.post("/api/auth/accept-invitation", {
    data: { token, password: person.password },
    headers: { origin: new URL(admin.url()).origin },
  });
  if (!answer.ok()) throw new Error(`Joining gave ${answer.status()}`);
  await mutate(page.request, null, {
    query: "mutation ($token: String!) { acceptInvitation(token: $token) { hats { id } } }",
    variables: { token },
  });
  return page;
}

/** As a colleague with the same rights does meanwhile. */
export async function giveRoles(admin: Page, name: string, roles: string[]): Promise<void> {
  const organisationId = organisationOf(admin);
  const { members } = (await mutate(admin.request, organisationId, {
    query:
      "query ($id: ID!) { members(organisationId: $id) { memberships { personId name version } } }",
    variables: { id: organisationId },
  })) as { members: { memberships: { personId: string; name: string; version: number }[] } };
  const member = members.memberships.find((one) => one.name === name);
  if (!member) throw new Error(`${name} is no member`);
  const { personId, version: baseVersion } = member;
  await mutate(admin.request, organisationId, {
    query: "mutation ($input: ChangeRolesInput!) { changeRoles(input: $input) { __typename } }",
    variables: { input: { organisationId, personId, baseVersion, roles } },
  });
}

export function organisationOf(page: Page): string {
  return new URL(page.url()).pathname.split("/")[2] ?? "";
}

async function mutate(
  request: APIRequestContext,
  hat: string | null,
  data: { query: string; variables: object },
): Promise<unknown> {
  const headers = hat === null ? {} : { "x-hat": hat };
  const answer = await request.post("/graphql", { data, headers });
  const { data: result, errors } = (await answer.json()) as { data?: unknown; errors?: unknown };
  if (errors !== undefined) throw new Error(`GraphQL: ${JSON.stringify(errors)}`);
  return result;
}
