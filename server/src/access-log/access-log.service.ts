import { requireId } from "../graphql/input.ts";
import { cut, pageSize } from "../graphql/page.ts";
import type { Scope } from "../tenancy/scope.ts";
import type { AccessLogEntry, AccessLogPage } from "./access-log.type.ts";

/** @throws {Refusal} INVALID_INPUT */
export async function findAccessLog(
  scope: Scope,
  asked: { organisationId: string; first: number; before: string | null },
): Promise<AccessLogPage> {
  const first = pageSize(asked.first);
  const before = asked.before === null ? null : requireId("before", asked.before);
  const found = await scope.sql<AccessLogEntry>(
    before === null ? "access log" : "access log before",
    `select l.id, l.at, l.reader_name as "readerName", l.reader_organisation_name as "readerOrganisation", l.via, l.opened,
       (select f.name from toetssteen.evidence_file f
         where f.organisation_id = $1
           and f.id = case when l.opened ~ '^file:' then substr(l.opened, 6)::uuid end) as "openedFile"
     from toetssteen.access_log l
     where l.organisation_id = $1 ${before === null ? "" : earlier}
     order by l.at desc, l.id desc limit $2`,
    [asked.organisationId, first + 1, ...(before === null ? [] : [before])],
  );
  const { rows, last } = cut(found, first);
  return { entries: rows, nextBefore: last?.id ?? null };
}

const earlier = `and (l.at, l.id) <
  (select b.at, b.id from toetssteen.access_log b where b.organisation_id = $1 and b.id = $3)`;
