import { Migrator } from "kysely";
import { MIGRATIONS } from "./migrations/index";
import type { Db } from "./open";

/**
 * Brings the database to the newest shape; safe when several processes start at once. Returns the names applied now.
 * Errors: the failed migration's own error; everything it did is rolled back.
 */
export async function migrate(db: Db): Promise<readonly string[]> {
  const migrator = new Migrator({ db: db.query, provider: { getMigrations: async () => ({ ...MIGRATIONS }) } });
  const { error, results = [] } = await migrator.migrateToLatest();
  if (error !== undefined) throw error;
  return results.filter((result) => result.status === "Success").map((result) => result.migrationName);
}
