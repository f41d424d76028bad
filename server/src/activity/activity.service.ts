import { requireId } from "../graphql/input.ts";
import { cut, pageSize } from "../graphql/page.ts";
import { memberJson } from "../membership/member.sql.ts";
import type { Scope } from "../tenancy/scope.ts";
import type { Activity, ActivityPage } from "./activity.type.ts";

/** @throws {Refusal} INVALID_INPUT */
export async function findActivity(
  scope: Scope,
  asked: { organisationId: string; part: string | null; first: number; before: string | null },
): Promise<ActivityPage> {
  const { part } = asked;
  const first = pageSize(asked.first);
  const before = asked.before === null ? null : requireId("before", asked.before);
  const values: unknown[] = [asked.organisationId, first + 1];
  const placeholder = (value: string) => `$${values.push(value)}`;
  const found = await scope.sql<Activity>(
    `activity${part === null ? "" : " of part"}${before === null ? "" : " before"}`,
    `select a.id, a.at, a.what, a.part, a.changes, ${memberJson("m")} as by
     from toetssteen.activity a
     join toetssteen.membership m on m.organisation_id = a.organisation_id and m.person_id = a.person_id
     where a.organisation_id = $1
       ${part === null ? "" : `and a.part = ${placeholder(part)}`}
       ${before === null ? "" : `and (a.at, a.id) < ${momentOf(placeholder(before))}`}
     order by a.at desc, a.id desc limit $2`,
    values,
  );
  const { rows, last } = cut(found, first);
  return { entries: rows, nextBefore: last?.id ?? null };
}

const momentOf = (id: string) =>
  `(select b.at, b.id from toetssteen.activity b where b.organisation_id = $1 and b.id = ${id})`;
