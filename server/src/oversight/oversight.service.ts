import { dayInAmsterdam, type Edition } from "@toetssteen/norms";
import { IsNull } from "typeorm";
import { logActivity } from "../activity/activity.sql.ts";
import { Refusal } from "../refusal.ts";
import { holdsAction } from "../rights/permissions.ts";
import { requireId, requireSame } from "../graphql/input.ts";
import { memberJson } from "../membership/member.sql.ts";
import type { Organisation } from "../organisation/organisation.type.ts";
import { byName } from "../search/fold.sql.ts";
import type { Scope } from "../tenancy/scope.ts";
import { OversightRow, type OversightLevel } from "./oversight.entity.ts";
import type { Oversight, OversightPage } from "./oversight.type.ts";
import { normsOf, OverseenLibrary } from "./overseen-library.type.ts";
import { findOverseen } from "./overseen.sql.ts";

/** @throws {Refusal} NOT_FOUND when the organisation is no library with an open cycle */
export async function getOversightPageOrThrow(
  scope: Scope,
  editions: ReadonlyMap<string, Edition>,
  organisationId: string,
): Promise<OversightPage> {
  const [library] = await findOverseen(scope, editions, [organisationId], true);
  if (!library) throw new Refusal("NOT_FOUND");
  const grants = await scope.sql<Oversight>(
    "grants of library",
    `select o.id, o.level, o.granted_at as "grantedAt", o.withdrawn_at as "withdrawnAt",
       json_build_object('id', s.id, 'name', s.name) as "supportOrganisation",
       ${memberJson("m")} as "grantedBy"
     from toetssteen.oversight o
     join toetssteen.organisation s on s.id = o.subject_organisation_id
     join toetssteen.membership m on m.organisation_id = o.organisation_id and m.person_id = o.granted_by
     where o.organisation_id = $1
     order by o.withdrawn_at desc nulls first, o.granted_at desc`,
    [organisationId],
  );
  return {
    grants,
    preview: new OverseenLibrary(library, dayInAmsterdam(new Date())),
    norms: normsOf([library]),
    canChange: holdsAction(scope.actor, organisationId, "oversight.write"),
  };
}

/** Organisations that are appointed to support libraries; never the library itself. */
export function findSupportOrganisations(
  scope: Scope,
  organisationId: string,
): Promise<Organisation[]> {
  return scope.sql<Organisation>(
    "support organisations",
    `select o.id, o.name from toetssteen.appointment a join toetssteen.organisation o on o.id = a.organisation_id
     where a.appointed_as = 'support_organisation' and o.id <> $1 order by o.name ${byName}, o.id`,
    [organisationId],
  );
}

/**
 * Lets a support organisation look, and mails both sides. Where it already may, nothing changes; asking again with the same id, too.
 * @throws {Refusal} INVALID_INPUT when it is no support organisation · ID_TAKEN
 */
export async function grantOversight(
  scope: Scope,
  input: {
    organisationId: string;
    id: string;
    supportOrganisationId: string;
    level: OversightLevel;
  },
): Promise<void> {
  const { organisationId, level } = input;
  const id = requireId("id", input.id);
  const supportOrganisationId = requireId("supportOrganisationId", input.supportOrganisationId);
  const known = await findSupportOrganisations(scope, organisationId);
  const support = known.find((organisation) => organisation.id === supportOrganisationId);
  if (!support)
    throw new Refusal("INVALID_INPUT", [
      { path: "supportOrganisationId", message: "Een ondersteuningsorganisatie." },
    ]);
  const granted = await scope.sql(
    "grant oversight",
    `insert into toetssteen.oversight (organisation_id, id, subject_organisation_id, level, granted_by)
     values ($1, $2, $3, $4, $5) on conflict do nothing returning id`,
    [organisationId, id, supportOrganisationId, level, scope.actor.personId],
  );
  if (granted.length === 1) {
    await logActivity(scope, organisationId, "oversight_granted", [
      { field: support.name, from: null, to: level },
    ]);
    await scope.sql("tell of oversight", "select tenancy.tell_of_oversight($1)", [id]);
    return;
  }
  const earlier = await scope.entities.findOneBy(OversightRow, { organisationId, id });
  if (earlier) {
    requireSame([supportOrganisationId, level], [earlier.supportOrganisationId, earlier.level]);
  }
}

/** Ends it with the next request of whoever looks. Withdrawing twice is withdrawing once. @throws {Refusal} NOT_FOUND */
export async function withdrawOversight(
  scope: Scope,
  input: { organisationId: string; id: string },
): Promise<void> {
  const { organisationId } = input;
  const key = { organisationId, id: requireId("id", input.id) };
  const row = await scope.entities.findOneBy(OversightRow, key);
  if (!row) throw new Refusal("NOT_FOUND");
  const { affected } = await scope.entities.update(
    OversightRow,
    { ...key, withdrawnAt: IsNull() },
    { withdrawnAt: () => "now()", withdrawnBy: scope.actor.personId },
  );
  if (affected !== 1) return;
  const [support] = await scope.sql<Organisation>(
    "organisation",
    "select id, name from toetssteen.organisation where id = $1",
    [row.supportOrganisationId],
  );
  await logActivity(scope, organisationId, "oversight_withdrawn", [
    { field: support?.name ?? "", from: row.level, to: null },
  ]);
}
