/** Brings the database to this release's shape. */
export async function migrate(_: { adminUrl: string; databaseUrl: string; secret: string }): Promise<void> {}
