import type { Verdict } from "../graphql/enums.ts";
import type { Scope } from "../tenancy/scope.ts";

export interface AnswerToWrite {
  readonly organisationId: string;
  readonly cycleId: string;
  readonly indicator: string;
  readonly baseVersion: number;
  readonly verdict: Verdict | null;
  readonly explanation: string;
  readonly historyId: string;
  readonly activityId: string;
}

/** Words by the same person within this time are one entry in the history. */
const quiet = "interval '10 minutes'";

/**
 * Answer, history, work state and activity in one statement, so that a write is one round trip and can't be half.
 * A stale `baseVersion` matches no row: then nothing is written anywhere.
 * @returns whether it was written
 */
export async function writeAnswer(scope: Scope, answer: AnswerToWrite): Promise<boolean> {
  const rows = await scope.sql("write answer", statement, [
    answer.organisationId,
    answer.cycleId,
    answer.indicator,
    answer.baseVersion,
    answer.verdict,
    answer.explanation,
    scope.asker.personId,
    answer.historyId,
    answer.activityId,
  ]);
  return rows.length === 1;
}

const statement = `
  with first as (
    insert into toetssteen.indicator_answer
      (organisation_id, cycle_id, indicator, verdict, explanation, version, changed_at, changed_by)
    select $1, $2, $3, $5, $6, 1, now(), $7 where $4::int = 0
    on conflict do nothing
    returning version
  ), later as (
    update toetssteen.indicator_answer
    set verdict = $5, explanation = $6, version = version + 1, changed_at = now(), changed_by = $7
    where organisation_id = $1 and cycle_id = $2 and indicator = $3 and version = $4 and $4 > 0
    returning version
  ), written as (
    select version from first union all select version from later
  ), grown as (
    update toetssteen.answer_history h
    set verdict = $5, explanation = $6, version = written.version, written_at = now()
    from written
    where h.organisation_id = $1 and h.cycle_id = $2 and h.indicator = $3
      and h.version = written.version - 1 and h.written_by = $7 and h.written_at > now() - ${quiet}
    returning h.id
  ), begun as (
    insert into toetssteen.answer_history
      (organisation_id, id, cycle_id, indicator, verdict, explanation, version, written_by, opened_at, written_at)
    select $1, $8, $2, $3, $5, $6, written.version, $7, now(), now()
    from written where not exists (select from grown)
    returning id
  ), worked as (
    insert into toetssteen.progress (organisation_id, cycle_id, part, state, touched_at, touched_by)
    select $1, $2, $3, 'IN_PROGRESS', now(), $7 from written
    on conflict (organisation_id, cycle_id, part) do update
    set state = case progress.state when 'TO_DO' then 'IN_PROGRESS' else progress.state end,
      touched_at = excluded.touched_at, touched_by = excluded.touched_by
  ), noted as (
    insert into toetssteen.activity (organisation_id, id, at, person_id, what, cycle_id, part)
    select $1, $9, now(), $7, 'answered', $2, $3 from begun
  )
  select version from written`;
