import { installationFunctions } from "./installation-functions.ts";

/** How long an upload may take from beginning to end, and a file may be unscanned before a worker looks for itself. */
const uploadMayTake = "interval '1 day'";
const scanMayTake = "interval '1 hour'";

/**
 * What the worker does to files. It has no rights on their table: it can ask which bytes wait for a scan, say how that
 * ended, and forget what was never finished; names and titles it never sees.
 */
export function fileFunctionsScript(): string {
  return `
    -- Where the bytes of a file that waits for its scan are; null for any other.
    create function tenancy.quarantined_object(of_organisation uuid, of_file uuid) returns uuid
    language sql stable security definer set search_path = '' as $$
      select f.object_id from toetssteen.evidence_file f
      where f.organisation_id = of_organisation and f.id = of_file and f.state = 'quarantined'
    $$;

    -- Files that should have been scanned by now: the job for them was lost, or failed for good.
    create function tenancy.overdue_scans() returns table (organisation_id uuid, file_id uuid)
    language sql stable security definer set search_path = '' as $$
      select f.organisation_id, f.id from toetssteen.evidence_file f
      where f.state = 'quarantined' and f.started_at < now() - ${scanMayTake} order by f.started_at limit 100
    $$;

    -- How a scan ended. It counts once, and only for what waits for one; bytes with a virus are forgotten.
    create function tenancy.settle_scan(of_organisation uuid, of_file uuid, of_object uuid, infected boolean) returns void
    language sql volatile security definer set search_path = '' as $$
      update toetssteen.evidence_file f
      set state = case when infected then 'refused' else 'ready' end,
        refused_for = case when infected then 'FILE_INFECTED' end,
        object_id = case when not infected then f.object_id end
      where f.organisation_id = of_organisation and f.id = of_file and f.object_id = of_object and f.state = 'quarantined'
    $$;

    -- Uploads that nobody finished, and what was of a kind that isn't taken; a document of which nothing else came goes too.
    create function tenancy.forget_uploads() returns integer
    language sql volatile security definer set search_path = '' as $$
      update toetssteen.evidence e set removed_at = now()
      where e.kind = 'files' and e.removed_at is null
        and exists (select from toetssteen.evidence_file f where f.organisation_id = e.organisation_id and f.evidence_id = e.id)
        and not exists (select from toetssteen.evidence_file f where f.organisation_id = e.organisation_id and f.evidence_id = e.id
          and not ((f.state = 'uploading' or f.refused_for is not distinct from 'FILE_NOT_ALLOWED') and f.started_at < now() - ${uploadMayTake}));

      with forgotten as (
        delete from toetssteen.evidence_file f
        where (f.state = 'uploading' or f.refused_for = 'FILE_NOT_ALLOWED')
          and f.started_at < now() - ${uploadMayTake}
          and not exists (select from toetssteen.evidence_file v where v.organisation_id = f.organisation_id and v.first_id = f.id)
        returning 1
      )
      select count(*)::integer from forgotten
    $$;

    -- Which of these objects no row knows: what went along with a submission has its row there for good. Those of an organisation that isn't here are never among them: they may
    -- belong to another database that keeps its files in the same place.
    create function tenancy.unknown_objects(organisation_ids uuid[], object_ids uuid[])
    returns table (organisation_id uuid, object_id uuid)
    language sql stable security definer set search_path = '' as $$
      select k.organisation_id, k.object_id from unnest(organisation_ids, object_ids) as k (organisation_id, object_id)
      where exists (select from toetssteen.organisation o where o.id = k.organisation_id)
        and not exists (select from toetssteen.evidence_file f
          where f.organisation_id = k.organisation_id and f.object_id = k.object_id)
    $$;
  `;
}

/** Functions that the worker role may call; they run as the registrar. */
export const workerFunctions = [
  "tenancy.quarantined_object(uuid, uuid)",
  "tenancy.overdue_scans()",
  "tenancy.settle_scan(uuid, uuid, uuid, boolean)",
  "tenancy.forget_uploads()",
  "tenancy.unknown_objects(uuid[], uuid[])",
  ...installationFunctions,
] as const;
