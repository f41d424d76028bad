import type { World } from "../../support/scenario.ts";

/** A job that somebody asked for. */
export interface AskedJob {
  readonly id: string;
  readonly task: string;
  readonly payload: {
    readonly organisationId?: string | null;
    readonly personId?: string | null;
    readonly payload?: Readonly<Record<string, unknown>>;
  };
}

export interface AskedJobs {
  /** Every one so far, oldest first. */
  all(): Promise<AskedJob[]>;
  /** Those that are asked for while it lasts, also by what fails in the end. */
  during(work: () => Promise<unknown>): Promise<AskedJob[]>;
}

/** Keeps what is asked of the queue from now on: a worker takes a job, and nothing is left of it. */
export async function keepAskedJobs(world: World): Promise<AskedJobs> {
  await world.asOperator(`
    create schema attack;
    create table attack.job (id bigint primary key, task text not null, payload jsonb);
    create function attack.keep() returns trigger language plpgsql security definer set search_path = '' as $$
      begin
        insert into attack.job select new.id, t.identifier, new.payload::jsonb
        from graphile_worker._private_tasks t where t.id = new.task_id
        on conflict (id) do update set payload = excluded.payload;
        return null;
      end
    $$;
    revoke all on function attack.keep() from public;
    create trigger attack_keep after insert or update of payload on graphile_worker._private_jobs
      for each row execute function attack.keep()`);
  const after = (id: string) =>
    world.asAdmin((query) =>
      query<AskedJob>(
        "select j.id::text, j.task, j.payload from attack.job j where j.id > $1 order by j.id",
        [id],
      ),
    );
  return {
    all: () => after("0"),
    async during(work) {
      const before = await after("0");
      await work();
      return after(before.at(-1)?.id ?? "0");
    },
  };
}
