import { mkdirSync } from "node:fs";
import { dirname } from "node:path";
import { Kysely } from "kysely";
import type { DialectName } from "./dialects/dialect";
import { openPostgres } from "./dialects/postgres";
import { openSqlite } from "./dialects/sqlite";
import type { Schema } from "./schema";

/** A handle for reading, or a transaction. Query modules take either and never open one themselves. */
export type Queryable = Kysely<Schema>;

/** An open database. `query` is for single statements; everything that writes goes through `transact`. */
export type Db = {
  readonly query: Queryable;
  readonly dialect: DialectName;
  readonly close: () => Promise<void>;
};

/**
 * Opens PostgreSQL when `url` is given, else the SQLite file (its folder is made when missing).
 * Errors: a SQLite that is too old, a folder that cannot be written. A PostgreSQL that does not answer shows at the first query.
 */
export function openDatabase(where: { readonly file: string } | { readonly url: string }): Db {
  if ("url" in where) {
    const query = new Kysely<Schema>({ dialect: openPostgres(where.url) });
    return { query, dialect: "postgres", close: () => query.destroy() };
  }
  mkdirSync(dirname(where.file), { recursive: true });
  const query = new Kysely<Schema>({ dialect: openSqlite(where.file) });
  return { query, dialect: "sqlite", close: () => query.destroy() };
}
