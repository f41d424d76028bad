import { Refusal } from "../refusal.ts";
import { databaseCode } from "../persistence/database-code.ts";
import type { Scope } from "../tenancy/scope.ts";
import { type Payload, tasks } from "./catalogue.ts";
import { tooManyMails, type TaskName } from "./task-names.ts";

/**
 * Asks for a task once this scope's transaction is kept; undone, it never was. The organisation and the person it is
 * for are the scope's.
 *
 * @param key a job that still waits under the same key of this organisation is replaced by this one
 * @throws {ZodError} when the payload isn't what the task takes
 * @throws {Refusal} TOO_MANY_MAILS
 */
export async function enqueue<Task extends TaskName>(
  scope: Pick<Scope, "sql">,
  task: Task,
  payload: Payload<Task>,
  key?: string,
): Promise<void> {
  await asking(
    scope.sql("enqueue", "select tenancy.enqueue($1, $2, $3)", [
      task,
      checked(task, payload),
      key ?? null,
    ]),
  );
}

/** @throws {Refusal} TOO_MANY_MAILS */
async function asking(asked: Promise<unknown>): Promise<void> {
  try {
    await asked;
  } catch (error) {
    throw databaseCode(error) === tooManyMails ? new Refusal("TOO_MANY_MAILS") : error;
  }
}

/**
 * Asks for mail to a member of the organisation acted for. The address is looked up by the database: the application
 * role can't read it, nor can it mail somebody who isn't a member.
 * @throws {ZodError} when something in the mail isn't right
 * @throws {Refusal} TOO_MANY_MAILS
 */
export async function mailMember(
  scope: Pick<Scope, "sql">,
  personId: string,
  mail: UnaddressedMail,
): Promise<void> {
  const { to: _, ...unaddressed } = tasks.mail.parse({ ...mail, to: "iemand@bibliotheek.example" });
  await asking(
    scope.sql("mail member", "select tenancy.mail_member($1, $2)", [
      personId,
      JSON.stringify(unaddressed),
    ]),
  );
}

type UnaddressedMail =
  Payload<"mail"> extends infer Mail
    ? Mail extends { to: string }
      ? Omit<Mail, "to">
      : never
    : never;

/** A connection or pool of the identity role. */
export interface IdentityConnection {
  query(text: string, values: unknown[]): Promise<unknown>;
}

/**
 * Asks for mail about somebody's account. In a transaction of the same connection it goes with it; else at once.
 *
 * @param key mail that still waits under the same key is replaced by this one
 * @throws {ZodError} when something in the mail isn't right
 */
export async function enqueueAccountMail(
  identity: IdentityConnection,
  mail: Payload<"mail">,
  key?: string,
): Promise<void> {
  await identity.query("select tenancy.enqueue_mail($1, $2)", [checked("mail", mail), key ?? null]);
}

function checked<Task extends TaskName>(task: Task, payload: Payload<Task>): string {
  return JSON.stringify(tasks[task].parse(payload));
}
