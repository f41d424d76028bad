import type { Row } from "./rows.ts";
import type { World } from "./scenario.ts";

export interface WaitingJob {
  readonly task: string;
  readonly payload: {
    readonly organisationId: string;
    readonly personId: string;
    readonly payload: Row;
  };
}

/** The address that `World.person` gives somebody. */
export const addressOf = ({ id }: { readonly id: string }) => `${id}@example.org`;

/** What is in the queue, oldest first, and to whom the mail of it goes. */
export function openWaitingJobs(world: World) {
  const waiting = () =>
    world.rows<WaitingJob>(
      `select t.identifier as task, j.payload from graphile_worker._private_jobs j
       join graphile_worker._private_tasks t on t.id = j.task_id order by j.id`,
    );
  const addressed = async () =>
    (await waiting()).map(({ payload }) => String(payload.payload["to"])).toSorted();
  return { waiting, addressed };
}
