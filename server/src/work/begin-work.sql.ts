import type { Scope } from "../tenancy/scope.ts";

/** Whoever writes in a part begins the work on it; statements that write an answer or an evidence use say so themselves. */
export async function beginWork(
  scope: Scope,
  organisationId: string,
  { cycleId, part }: { readonly cycleId: string; readonly part: string },
): Promise<void> {
  await scope.sql(
    "begin work",
    `insert into toetssteen.progress (organisation_id, cycle_id, part, state, touched_at, touched_by)
     values ($1, $2, $3, 'IN_PROGRESS', now(), $4)
     on conflict (organisation_id, cycle_id, part) do update
     set state = case progress.state when 'TO_DO' then 'IN_PROGRESS' else progress.state end,
       touched_at = excluded.touched_at, touched_by = excluded.touched_by`,
    [organisationId, cycleId, part, scope.actor.personId],
  );
}
