import type { Answer, Server } from "./app.ts";
import type { Member, World } from "./scenario.ts";

interface WithId {
  readonly id: string;
}

/** Changing who belongs to an organisation, as its administrator does it through the server. */
export interface Managing {
  readonly changeRoles: (
    by: Member,
    who: WithId,
    roles: readonly string[],
    baseVersion: number,
  ) => Promise<Answer>;
  readonly end: (by: Member, who: WithId) => Promise<Answer>;
  readonly restore: (by: Member, who: WithId) => Promise<Answer>;
  readonly membership: (
    of: Member,
  ) => Promise<{ roles: string[]; ended: boolean; version: number }>;
  /** How many sessions a person has. */
  readonly sessions: (of: WithId) => Promise<number>;
}

const member = "personId roles version endedAt";

export function openManaging(world: World, server: Server): Managing {
  const about = (name: "endMembership" | "restoreMembership") => (by: Member, who: WithId) =>
    server.ask(
      server.as(by),
      `mutation ($input: MemberInput!) { ${name}(input: $input) { memberships { ${member} } } }`,
      { input: { organisationId: by.organisationId, personId: who.id } },
    );
  return {
    end: about("endMembership"),
    restore: about("restoreMembership"),
    changeRoles: (by, who, roles, baseVersion) =>
      server.ask(
        server.as(by),
        `mutation ($input: ChangeRolesInput!) { changeRoles(input: $input) {
           ... on RolesChanged { membership { ${member} } } ... on MembershipConflict { current { ${member} } } } }`,
        { input: { organisationId: by.organisationId, personId: who.id, roles, baseVersion } },
      ),
    async membership(of) {
      const [row] = await world.rows<{ roles: string[]; ended: boolean; version: number }>(
        `select roles, ended_at is not null as ended, version from toetssteen.membership
         where organisation_id = $1 and person_id = $2`,
        [of.organisationId, of.id],
      );
      if (!row) throw new Error(`${of.name} never was a member.`);
      return row;
    },
    sessions: async ({ id }) =>
      (await world.rows('select from identity.session where "userId" = $1', [id])).length,
  };
}
