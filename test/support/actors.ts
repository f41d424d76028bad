import { roles, type Role } from "@toetssteen/server/rights/kinds";
import type { ScopeOptions } from "@toetssteen/server/tenancy/scope";
import { nobody } from "@toetssteen/server/tenancy/principal";
import { asked, newToken, type Member, type Organisation, type World } from "./scenario.ts";

/** Somebody who asks, by a name that says why they may or may not. */
export interface Actor {
  readonly name: string;
  /** Their only role at the organisation asked about; null for those who have no right there now. */
  readonly role: Role | null;
  readonly person: string | null;
  readonly options: Omit<ScopeOptions, "access">;
}

/** People from elsewhere, made once: `stranger` has every role at `home`. */
export interface Elsewhere {
  readonly home: Organisation;
  readonly stranger: Member;
}

export async function makeElsewhere(world: World): Promise<Elsewhere> {
  const home = await world.organisation();
  return { home, stranger: await world.member(home, ...roles) };
}

/** Everybody who could ask for rows of one organisation: a member per role, and those who have nothing to do there. */
export async function makeAskers(
  world: World,
  at: Organisation,
  { home, stranger }: Elsewhere,
): Promise<Actor[]> {
  const own = await Promise.all(
    roles.map(async (role): Promise<Actor> => {
      const member = await world.member(at, role);
      return { name: role, role, person: member.id, options: asked(member, "read") };
    }),
  );
  const everything = await world.member(at, ...roles);
  await world.membership(everything, home, roles);
  const left = { ...(await world.person()), organisationId: at.id, token: "" };
  await world.membership(left, at, roles, { ended: true });
  const wouldBe = (name: string, member: Member, other: Partial<ScopeOptions>): Actor => ({
    name,
    role: null,
    person: member.id,
    options: asked(member, "read", other),
  });
  const session = (token: string) => ({ principal: { kind: "session", token } as const });
  const here = { hat: at.id, subjects: [at.id] };
  return [
    ...own,
    wouldBe("a member of another organisation, for their own", stranger, {}),
    wouldBe("a member of another organisation, under this one's hat", stranger, here),
    wouldBe("a member of another organisation, about this one", stranger, { subjects: [at.id] }),
    wouldBe("a member of another organisation, about both", stranger, {
      subjects: [home.id, at.id],
    }),
    wouldBe("a member of another organisation, without a hat", stranger, {
      hat: null,
      subjects: [at.id],
    }),
    wouldBe("a member of both, under the other hat", everything, {
      hat: home.id,
      subjects: [home.id, at.id],
    }),
    wouldBe("a member who asks about another organisation", everything, { subjects: [home.id] }),
    wouldBe("a member who asks about none", everything, { subjects: [] }),
    wouldBe("a member without a hat", everything, { hat: null }),
    wouldBe(
      "a member whose session ran out",
      everything,
      session(await world.session(everything, { expired: true })),
    ),
    wouldBe("a member who left", left, session(await world.session(left))),
    wouldBe("a member with a session that never was", everything, session(newToken())),
    { name: "nobody", role: null, person: null, options: { principal: nobody, ...here } },
  ];
}
