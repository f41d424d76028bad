import { z } from "zod";
import { mail } from "../mail/mail.ts";
import type { TaskName } from "./task-names.ts";

/** Looks for viruses in a file of the organisation that asks. */
const scan = z.object({ fileId: z.uuid() });

/** What each task takes. */
export const tasks = { mail, scan } as const satisfies Record<TaskName, z.ZodType>;

/** What whoever asks for a task gives it. */
export type Payload<Task extends TaskName> = z.input<(typeof tasks)[Task]>;

/** What the task of that name is given. @throws {ZodError} when it is something else */
export function payloadOf<Task extends TaskName>(
  task: Task,
  payload: unknown,
): z.output<(typeof tasks)[Task]> {
  // The compiler forgets that the schema is the one of this name.
  return tasks[task].parse(payload) as z.output<(typeof tasks)[Task]>;
}

/** What is kept of a job: on whose behalf it runs, as the scope that asked for it said, and its payload. */
export const kept = z.object({
  /** Null where no organisation asked: mail about somebody's account. */
  organisationId: z.uuid().nullable(),
  personId: z.uuid().nullable(),
  payload: z.unknown(),
});

/** A job in the hands of its task. */
export interface Job<Task extends TaskName> {
  /** Stays the same over all attempts. */
  readonly id: string;
  readonly askedAt: Date;
  readonly organisationId: string | null;
  readonly personId: string | null;
  readonly payload: z.output<(typeof tasks)[Task]>;
}

/** @throws when it fails; it is then tried again, with growing pauses */
export type Work<Task extends TaskName> = (job: Job<Task>) => Promise<void>;

/** The tasks that this process does. A task that is left out waits in the queue for one that does it. */
export type Works = { readonly [Task in TaskName]?: Work<Task> };
