import { randomBytes } from "node:crypto";
import { copyFileSync, mkdtempSync, rmSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import pg from "pg";
import { afterEach, describe, inject } from "vitest";
import { formats } from "~/adapters/formats/formats";
import type { Ids } from "~/ports/ids";
import type { Log } from "~/ports/log";
import type { Deps } from "~/services/deps";
import type { DialectName } from "~db/dialects/dialect";
import { type Db, openDatabase } from "~db/open";
import "./global-setup";
import { type SettableClock, settableClock } from "./settable-clock";

/** A process that was told to end may take its time to leave a database, on a busy machine all the more. */
const LEAVE_TIMEOUT_MS = 30_000;

/** Source: PostgreSQL documentation, appendix A. */
const OBJECT_IN_USE = "55006";

/** One list: a suite cannot forget a database. */
const DATABASES = ["sqlite", "postgres"] as const satisfies readonly DialectName[];

/** A migrated, empty database and everything a service needs, all of it deterministic. */
export type World = {
  readonly db: Db;
  readonly deps: Deps;
  readonly clock: SettableClock;
  /** How another process would open the same database. */
  readonly where: { readonly file: string } | { readonly url: string };
  /** A second handle on the same database, as another process would have; closed with the world. */
  readonly connect: () => Db;
  /** Called for you after each test. */
  readonly close: () => Promise<void>;
};

type Place = { readonly where: World["where"]; readonly remove: () => Promise<void> };

/** Runs the suite once per database. `open` gives a fresh world; everything opened is closed and dropped after each test. */
export function onEachDatabase(define: (open: () => Promise<World>, dialect: DialectName) => void): void {
  for (const dialect of DATABASES) {
    describe(dialect, () => {
      const worlds: World[] = [];
      afterEach(async () => {
        await Promise.all(worlds.splice(0).map((world) => world.close()));
      });
      const open = async (): Promise<World> => {
        const world = await openWorld(dialect);
        worlds.push(world);
        return world;
      };
      define(open, dialect);
    });
  }
}

/** One fresh world outside `onEachDatabase`; the caller closes it. */
export async function openWorld(dialect: DialectName): Promise<World> {
  const place = dialect === "sqlite" ? copySqliteTemplate() : await copyPostgresTemplate();
  const db = openDatabase(place.where);
  const handles = [db];
  const clock = settableClock();
  let closed = false;
  return {
    db,
    deps: { db, clock, ids: countingIds(), log: SILENT, faults: { reach: () => undefined }, formats },
    clock,
    where: place.where,
    connect: () => {
      const handle = openDatabase(place.where);
      handles.push(handle);
      return handle;
    },
    close: async () => {
      if (closed) return;
      closed = true;
      await Promise.all(handles.map((handle) => handle.close()));
      await place.remove();
    },
  };
}

function copySqliteTemplate(): Place {
  const { sqliteTemplate, folder } = inject("services");
  const own = mkdtempSync(join(folder, "sqlite-"));
  const file = join(own, "vitrine.db");
  copyFileSync(sqliteTemplate, file);
  return { where: { file }, remove: async () => rmSync(own, { recursive: true, force: true }) };
}

async function copyPostgresTemplate(): Promise<Place> {
  const { postgresUrl, postgresTemplate } = inject("services");
  const name = `world_${randomBytes(8).toString("hex")}`;
  await administer(postgresUrl, `create database ${name} template ${postgresTemplate} strategy file_copy`);
  const url = new URL(postgresUrl);
  url.pathname = `/${name}`;
  return { where: { url: url.href }, remove: () => dropWhenLeft(postgresUrl, name) };
}

/**
 * A closed pool's connections need a moment to go. Forcing them out would reach clients that nobody listens to
 * any more, as an error from nowhere. Errors: a handle was left open.
 */
async function dropWhenLeft(postgresUrl: string, name: string): Promise<void> {
  const until = Date.now() + LEAVE_TIMEOUT_MS;
  for (;;) {
    try {
      return await administer(postgresUrl, `drop database ${name}`);
    } catch (error) {
      if (!isInUse(error) || Date.now() > until) throw error;
      await sleep(20);
    }
  }
}

function isInUse(error: unknown): boolean {
  return error instanceof Error && "code" in error && error.code === OBJECT_IN_USE;
}

async function administer(url: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}

/** `prefix_` and a counter: unique in its world, sorted by making, the same in every run. */
function countingIds(): Ids {
  let made = 0;
  const next = (): string => String(++made).padStart(26, "0");
  return { next: (prefix) => `${prefix}_${next()}`, secret: () => `secret-${next()}` };
}

const SILENT: Log = { info: () => undefined, warn: () => undefined, error: () => undefined };
