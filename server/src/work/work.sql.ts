import type { AssignPartsInput, SetWorkStatesInput } from "@toetssteen/contract";
import type { Scope } from "../tenancy/scope.ts";

interface Place {
  readonly organisationId: string;
  readonly cycleId: string;
}

/** Who does parts, and by when. @param parts each once */
export async function writeGiven(
  scope: Scope,
  { organisationId, cycleId }: Place,
  parts: AssignPartsInput["parts"],
): Promise<void> {
  await scope.sql(
    "assign",
    `insert into toetssteen.progress (organisation_id, cycle_id, part, state, assignee_id, touched_at, touched_by, due_on)
     select $1, $2, given.part, 'TO_DO', given.assignee_id, now(), $6, given.due_on
     from unnest($3::text[], $4::uuid[], $5::date[]) as given (part, assignee_id, due_on)
     on conflict (organisation_id, cycle_id, part) do update
     set assignee_id = excluded.assignee_id, due_on = excluded.due_on`,
    [
      organisationId,
      cycleId,
      parts.map(({ part }) => part),
      parts.map(({ assigneeId }) => assigneeId),
      parts.map(({ dueOn }) => dueOn),
      scope.actor.personId,
    ],
  );
}

/** How far parts are. @param parts each once */
export async function writeStates(
  scope: Scope,
  { organisationId, cycleId }: Place,
  parts: SetWorkStatesInput["parts"],
): Promise<void> {
  await scope.sql(
    "set work state",
    `insert into toetssteen.progress (organisation_id, cycle_id, part, state, touched_at, touched_by)
     select $1, $2, said.part, said.state, now(), $5 from unnest($3::text[], $4::text[]) as said (part, state)
     on conflict (organisation_id, cycle_id, part) do update
     set state = excluded.state, touched_at = excluded.touched_at, touched_by = excluded.touched_by`,
    [
      organisationId,
      cycleId,
      parts.map(({ part }) => part),
      parts.map(({ state }) => state),
      scope.actor.personId,
    ],
  );
}
