import { mkdirSync } from "node:fs";
import { dirname, join } from "node:path";
import pg from "pg";
import { migrate } from "~db/migrate";
import { openDatabase } from "~db/open";
import { type PostgresServer, startPostgres } from "./postgres";
import { scratchFolder } from "./processes";
import { type RedisServer, startRedis } from "./redis";

/** What a suite needs to open a world; plain text, because it travels to the test processes. */
export type Services = {
  /** Maintenance database of the private PostgreSQL. */
  readonly postgresUrl: string;
  /** The migrated, empty database every world is copied from. */
  readonly postgresTemplate: string;
  /** The migrated, empty SQLite file every world is copied from. */
  readonly sqliteTemplate: string;
  readonly redisUrl: string;
  /** Temp folder of this run; removed at its end. */
  readonly folder: string;
};

const TEMPLATE = "vitrine_template";

/** Starts the private PostgreSQL and Redis of one test run and prepares both template databases. Errors: what did not start. */
export async function startServices(): Promise<{ readonly services: Services; readonly stop: () => Promise<void> }> {
  const { folder, remove } = scratchFolder("vitrine-tests-");
  const [postgres, redis] = await Promise.all([startPostgres(), startRedis()]);
  const stop = (): Promise<void> => stopAll(postgres, redis, remove);
  try {
    const sqliteTemplate = join(folder, "template", "vitrine.db");
    await Promise.all([makePostgresTemplate(postgres), makeSqliteTemplate(sqliteTemplate)]);
    const services = { postgresUrl: postgres.url, postgresTemplate: TEMPLATE, sqliteTemplate, redisUrl: redis.url, folder };
    return { services, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

async function stopAll(postgres: PostgresServer, redis: RedisServer, remove: () => void): Promise<void> {
  await Promise.all([postgres.stop(), redis.stop()]);
  remove();
}

async function makePostgresTemplate(postgres: PostgresServer): Promise<void> {
  const client = new pg.Client({ connectionString: postgres.url });
  await client.connect();
  await client.query(`create database ${TEMPLATE}`);
  await client.end();
  const db = openDatabase({ url: postgres.urlOf(TEMPLATE) });
  await migrate(db);
  await db.close();
}

/** Closing the last connection folds the write-ahead log into the file, so that copying one file copies all. */
async function makeSqliteTemplate(file: string): Promise<void> {
  mkdirSync(dirname(file), { recursive: true });
  const db = openDatabase({ file });
  await migrate(db);
  await db.close();
}
