import type { Sql } from "./client.ts";

/**
 * Written before anything is answered, and in the same transaction: no row in the log, no data. A transaction has one
 * line for each right.
 * @returns the organisations to which there is a right
 */
export async function logOutsideRead(sql: Sql, opened: string): Promise<string[]> {
  const rows = await sql<{ organisation_id: string }>(
    "log outside read",
    `with logged as (insert into toetssteen.access_log
       (organisation_id, id, at, reader_id, reader_name, reader_organisation_id, reader_organisation_name, via, right_id, opened)
     select seen.organisation_id, uuidv7(), now(), tenancy.person(), reader.person_name, reader.organisation_id,
       reader.organisation_name, seen.via, seen.right_id, $1
     from tenancy.reader() reader,
       (select distinct organisation_id, via, right_id from tenancy.rights()) seen
     where seen.organisation_id <> reader.organisation_id
     on conflict do nothing)
     select distinct organisation_id from tenancy.rights()`,
    [opened],
  );
  return rows.map((row) => row.organisation_id);
}
