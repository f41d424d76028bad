import pg from "pg";
import type { FileRows } from "../files/file-rows.ts";

/** @param databaseUrl as the worker role */
export function openFileRows(databaseUrl: string, lost: (error: Error) => void): FileRows {
  const pool = new pg.Pool({
    connectionString: databaseUrl,
    max: 2,
    connectionTimeoutMillis: 5_000,
    application_name: "toetssteen files",
  });
  pool.on("error", lost);
  pool.on("connect", (client) => client.on("error", lost));
  const query = async <Row>(text: string, values: readonly unknown[] = []): Promise<Row[]> =>
    (await pool.query(text, [...values])).rows;
  return {
    async quarantinedObject({ organisationId, id }) {
      const [row] = await query<{ object: string | null }>(
        "select tenancy.quarantined_object($1, $2) as object",
        [organisationId, id],
      );
      return row?.object ?? null;
    },
    overdueScans: () =>
      query(
        `select organisation_id as "organisationId", file_id as id from tenancy.overdue_scans()`,
      ),
    async settleScan({ organisationId, id }, objectId, infected) {
      await query("select tenancy.settle_scan($1, $2, $3, $4)", [
        organisationId,
        id,
        objectId,
        infected,
      ]);
    },
    async forgetUploads() {
      const [row] = await query<{ count: number }>("select tenancy.forget_uploads() as count");
      return row?.count ?? 0;
    },
    unknownObjects: (objects) =>
      query(
        `select organisation_id as "organisationId", object_id as id from tenancy.unknown_objects($1, $2)`,
        [objects.map(({ organisationId }) => organisationId), objects.map(({ id }) => id)],
      ),
    close: () => pool.end(),
  };
}
