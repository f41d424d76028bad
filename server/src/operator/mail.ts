import { tasks, type Payload } from "../jobs/catalogue.ts";
import type { Query } from "./database.ts";

/**
 * In the command's transaction, on behalf of nobody.
 * @param organisationId null for mail about somebody's account
 */
export async function enqueueMail(
  query: Query,
  organisationId: string | null,
  mail: Payload<"mail">,
): Promise<void> {
  const job = { organisationId, personId: null, payload: tasks.mail.parse(mail) };
  await query("select graphile_worker.add_job('mail', payload => $1::json)", [JSON.stringify(job)]);
}
