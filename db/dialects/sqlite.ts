import { setTimeout as sleep } from "node:timers/promises";
import Sqlite from "better-sqlite3";
import {
  CompiledQuery,
  type DatabaseConnection,
  type Dialect,
  type QueryResult,
  SqliteAdapter,
  type SqliteDatabase,
  SqliteDialect,
  SqliteDriver,
} from "kysely";

/** Below this version SQLite has a WAL-reset bug that can corrupt a file under several writers. */
const LOWEST_SQLITE = "3.51.3";

/** Statements kept compiled per connection; the product has a few hundred distinct ones. */
const STATEMENTS_KEPT = 500;

/** How long a writer waits for another connection's transaction (all are short) before it gives up. */
const PATIENCE_MS = 10_000;

/**
 * SQLite's own wait blocks the whole process, and for ever when the lock's holder is another connection of the
 * same process. So it waits a moment only; the rest of the patience is spent with the event loop free.
 */
const BUSY_TIMEOUT_MS = 5;
const LONGEST_PAUSE_MS = 25;

/** Opens the file (made when missing) in WAL mode with full durability; refuses a SQLite that is too old. */
export function openSqlite(file: string): Dialect {
  const raw = new Sqlite(file, { timeout: BUSY_TIMEOUT_MS });
  refuseOldSqlite(raw);
  raw.pragma("journal_mode = WAL");
  raw.pragma("synchronous = FULL");
  raw.pragma("foreign_keys = ON");
  raw.pragma("cache_size = -65536");
  return new ImmediateSqliteDialect({ database: cachingStatements(raw) });
}

function refuseOldSqlite(raw: Sqlite.Database): void {
  const { version } = raw.prepare("select sqlite_version() as version").get() as { version: string };
  if (compareVersions(version, LOWEST_SQLITE) < 0) {
    raw.close();
    throw new Error(`SQLite ${version} is too old: ${LOWEST_SQLITE} or newer is needed. Reinstall with \`npm ci\`.`);
  }
}

function compareVersions(left: string, right: string): number {
  const [a, b] = [left, right].map((version) => version.split(".").map(Number)) as [number[], number[]];
  const at = a.findIndex((part, index) => part !== b[index]);
  return at < 0 ? 0 : (a[at] ?? 0) - (b[at] ?? 0);
}

/** Preparing costs half of a small query; the least recently used statements are dropped. */
function cachingStatements(raw: Sqlite.Database): SqliteDatabase {
  const cache = new Map<string, Sqlite.Statement>();
  return {
    close: () => raw.close(),
    prepare(text) {
      const known = cache.get(text);
      if (known !== undefined) {
        cache.delete(text);
        cache.set(text, known);
        return known;
      }
      const statement = raw.prepare(text);
      cache.set(text, statement);
      if (cache.size > STATEMENTS_KEPT) cache.delete(cache.keys().next().value as string);
      return statement;
    },
  } as SqliteDatabase;
}

/** Kysely begins deferred transactions, which fail half-way when another process wrote meanwhile. */
class ImmediateSqliteDriver extends SqliteDriver {
  override async acquireConnection(): Promise<DatabaseConnection> {
    return new PatientConnection(await super.acquireConnection());
  }

  override async beginTransaction(connection: DatabaseConnection): Promise<void> {
    await connection.executeQuery(CompiledQuery.raw("begin immediate"));
  }
}

/** Waits for the write lock without blocking the process. A refused statement has done nothing, so it is simply run again. */
class PatientConnection implements DatabaseConnection {
  readonly #inner: DatabaseConnection;

  constructor(inner: DatabaseConnection) {
    this.#inner = inner;
  }

  async executeQuery<Row>(query: CompiledQuery): Promise<QueryResult<Row>> {
    const deadline = performance.now() + PATIENCE_MS;
    for (let attempt = 1; ; attempt++) {
      try {
        return await this.#inner.executeQuery<Row>(query);
      } catch (error) {
        if (!isBusy(error) || performance.now() > deadline) throw error;
        await sleep(Math.min(LONGEST_PAUSE_MS, attempt));
      }
    }
  }

  streamQuery<Row>(query: CompiledQuery, chunkSize?: number): AsyncIterableIterator<QueryResult<Row>> {
    return this.#inner.streamQuery<Row>(query, chunkSize);
  }
}

function isBusy(error: unknown): boolean {
  return error instanceof Sqlite.SqliteError && (error.code === "SQLITE_BUSY" || error.code === "SQLITE_BUSY_SNAPSHOT");
}

/** SQLite rolls back DDL like everything else, so a killed migration leaves nothing behind. */
class TransactionalDdlAdapter extends SqliteAdapter {
  override get supportsTransactionalDdl(): boolean {
    return true;
  }
}

class ImmediateSqliteDialect extends SqliteDialect {
  readonly #database: SqliteDatabase;

  constructor(config: { database: SqliteDatabase }) {
    super(config);
    this.#database = config.database;
  }

  override createDriver(): ImmediateSqliteDriver {
    return new ImmediateSqliteDriver({ database: this.#database });
  }

  override createAdapter(): TransactionalDdlAdapter {
    return new TransactionalDdlAdapter();
  }
}
