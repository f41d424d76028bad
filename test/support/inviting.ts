import { randomUUID } from "node:crypto";
import type { Answer, Api } from "./app.ts";
import type { Member, Organisation, Person, World } from "./scenario.ts";

export interface Invited {
  readonly answer: Answer;
  readonly id: string;
}

interface Letter {
  readonly to: string;
  readonly template: string;
  readonly values: { readonly page: string; readonly name: string };
}

/** Inviting somebody and accepting it, as people do it through the server. */
export interface Inviting {
  readonly invite: (by: Member, input?: Readonly<Record<string, unknown>>) => Promise<Invited>;
  readonly accept: (by: Person & { readonly token: string }, token: string) => Promise<Answer>;
  /** The mails that wait, oldest first. */
  readonly letters: () => Promise<Letter[]>;
  /** The token in the latest mail to an address. */
  readonly tokenFor: (address: string) => Promise<string>;
  readonly invitations: (at: Organisation) => Promise<{ email: string; open: boolean }[]>;
  /** What was done at an organisation, oldest first. */
  readonly deeds: (
    at: Organisation,
  ) => Promise<{ what: string; person_id: string; changes: unknown }[]>;
}

export const addressOf = ({ id }: Person) => `${id}@example.org`;

export function openInviting(world: World, server: Api): Inviting {
  const letters: Inviting["letters"] = async () =>
    (
      await world.rows<{ payload: { payload: Letter } }>(
        "select payload from graphile_worker._private_jobs order by id",
      )
    ).map(({ payload }) => payload.payload);
  return {
    letters,
    async invite(by, input = {}) {
      const id = randomUUID();
      const sent = {
        organisationId: by.organisationId,
        id,
        email: `${id}@example.org`,
        name: "Sanne de Wit",
        roles: ["READER"],
        ...input,
      };
      const answer = await server.ask(
        server.as(by),
        "mutation ($input: InviteMemberInput!) { inviteMember(input: $input) { id email name roles expiresAt } }",
        { input: sent },
      );
      return { answer, id: sent.id };
    },
    accept: (by, token) =>
      server.ask(
        { cookie: server.cookie(by.token) },
        "mutation ($token: String!) { acceptInvitation(token: $token) { hats { id roles } } }",
        { token },
      ),
    async tokenFor(address) {
      const letter = (await letters()).findLast(({ to }) => to === address);
      if (!letter) throw new Error(`There is no mail to ${address}.`);
      return letter.values.page.replace("/uitnodiging/", "");
    },
    invitations: (at) =>
      world.rows(
        `select email, accepted_at is null and withdrawn_at is null as open from toetssteen.invitation
         where organisation_id = $1 order by invited_at, id`,
        [at.id],
      ),
    deeds: (at) =>
      world.rows(
        "select what, person_id, changes from toetssteen.activity where organisation_id = $1 order by at, id",
        [at.id],
      ),
  };
}
