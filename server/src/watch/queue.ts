import type { Figures } from "./figures.ts";

/** One task of the queue. */
export interface QueueState {
  readonly task: string;
  readonly waiting: number;
  readonly failed: number;
  /** Seconds that the first job has been due and in nobody's hands; 0 when none is. */
  readonly lateness: number;
  /** Jobs that failed before and are tried again. */
  readonly retried: number;
  /** Seconds since the first job that is neither done nor given up was asked for, whoever holds it; 0 when there is none. */
  readonly oldest: number;
}

/** Reads the queue once for all of its figures. */
export const queueStatement = `select s.task, s.waiting, s.failed, s.lateness, a.retried, a.oldest
  from tenancy.queue_state() s join tenancy.queue_ages() a on a.task = s.task`;

export function watchQueue(figures: Figures, queue: () => Promise<readonly QueueState[]>): void {
  figures.gauge(
    "toetssteen_jobs",
    "Jobs in the queue: waiting (of which some were tried before), or failed for good.",
    ["task", "state"],
    async () =>
      (await queue()).flatMap(({ task, waiting, failed, retried }) => [
        { labels: { task, state: "waiting" }, value: waiting },
        { labels: { task, state: "retried" }, value: retried },
        { labels: { task, state: "failed" }, value: failed },
      ]),
  );
  figures.gauge(
    "toetssteen_job_lateness_seconds",
    "How long the first job that is due has been waiting for a worker.",
    ["task"],
    async () =>
      (await queue()).map(({ task, lateness }) => ({ labels: { task }, value: lateness })),
  );
  figures.gauge(
    "toetssteen_job_oldest_seconds",
    "How long ago the oldest job was asked for that is neither done nor given up, also while it is tried again.",
    ["task"],
    async () => (await queue()).map(({ task, oldest }) => ({ labels: { task }, value: oldest })),
  );
}
