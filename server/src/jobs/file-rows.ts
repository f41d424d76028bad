import pg from "pg";

/** A version of a file, or an object, of an organisation. */
export interface OfOrganisation {
  readonly organisationId: string;
  readonly id: string;
}

/** What a worker may know and say of files; see `tenancy/file-functions.ts`. */
export interface FileRows {
  /** The object of a file that waits for its scan; null when it doesn't (any more). */
  quarantinedObject(file: OfOrganisation): Promise<string | null>;
  /** Files that should have been scanned by now. */
  overdueScans(): Promise<OfOrganisation[]>;
  settleScan(file: OfOrganisation, objectId: string, infected: boolean): Promise<void>;
  /** @returns how many uploads */
  forgetUploads(): Promise<number>;
  /** Those of these objects that no row knows. */
  unknownObjects(objects: readonly OfOrganisation[]): Promise<OfOrganisation[]>;
  close(): Promise<void>;
}

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
