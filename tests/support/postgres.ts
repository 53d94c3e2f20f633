import { spawn } from "node:child_process";
import { chownSync, existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import pg from "pg";
import {
  collectOutput,
  endProcess,
  endWithThisProcess,
  findExecutable,
  freePort,
  isRunning,
  runToEnd,
  scratchFolder,
  unprivilegedUser,
} from "./processes";

/** Where Debian keeps PostgreSQL's programs: one folder per major version, not on the PATH. */
const DEBIAN_ROOT = "/usr/lib/postgresql";
const USER = "vitrine";
/** A first start on a slow disk takes a few seconds. */
const START_TIMEOUT_MS = 60_000;

export type PostgresServer = {
  /** Address of its maintenance database. */
  readonly url: string;
  /** Address of another database of the same server. */
  readonly urlOf: (database: string) => string;
  readonly pid: () => number;
  /** kill -9, as a power cut would. */
  readonly kill: () => Promise<void>;
  /** Starts again on the same files and port after `kill`. */
  readonly restart: () => Promise<void>;
  readonly stop: () => Promise<void>;
};

/** The programs `initdb` and `postgres`; undefined when PostgreSQL is not installed. */
export function findPostgres(): { readonly initdb: string; readonly postgres: string } | undefined {
  const versions = existsSync(DEBIAN_ROOT) ? readdirSync(DEBIAN_ROOT).sort((a, b) => Number(b) - Number(a)) : [];
  const folders = versions.map((version) => join(DEBIAN_ROOT, version, "bin"));
  const postgres = findExecutable(["postgres"], folders);
  const initdb = findExecutable(["initdb"], folders);
  return postgres && initdb ? { initdb, postgres } : undefined;
}

/**
 * Starts a private PostgreSQL in a temp folder on a free port of 127.0.0.1, without system service or socket file.
 * `durable` keeps fsync on, for tests that kill it. Errors: not installed; its own output when it does not start.
 */
export async function startPostgres(options: { readonly durable?: boolean } = {}): Promise<PostgresServer> {
  const programs = findPostgres();
  if (programs === undefined) throw new Error("PostgreSQL is not installed (Debian: apt-get install postgresql).");
  const user = unprivilegedUser();
  const { folder, remove } = scratchFolder("vitrine-postgres-");
  if (user) chownSync(folder, user.uid, user.gid);
  const files = join(folder, "files");
  const init = ["-D", files, "-U", USER, "--auth=trust", "--no-sync", "-E", "UTF8", "--locale=C"];
  await runToEnd(programs.initdb, init, { cwd: folder, ...(user ? { user } : {}) });
  const port = await freePort();
  const urlOf = (database: string): string => `postgres://${USER}@127.0.0.1:${port}/${database}`;
  const args = ["-D", files, "-p", String(port), ...settings(options.durable ?? false).flatMap((setting) => ["-c", setting])];
  const start = async (): Promise<ReturnType<typeof spawn>> => {
    const child = spawn(programs.postgres, args, { ...user, cwd: folder, stdio: ["ignore", "pipe", "pipe"] });
    endWithThisProcess(child, "SIGQUIT");
    await answers(urlOf("postgres"), child, collectOutput(child));
    return child;
  };
  let child = await start();
  return {
    url: urlOf("postgres"),
    urlOf,
    pid: () => child.pid ?? 0,
    kill: () => powerCut(child),
    restart: async () => {
      child = await start();
    },
    stop: async () => {
      await endProcess(child, "SIGINT");
      remove();
    },
  };
}

/** The server's processes too: those in the middle of a statement would outlive their parent. */
async function powerCut(child: ReturnType<typeof spawn>): Promise<void> {
  const pid = child.pid ?? 0;
  const family = isRunning(child)
    ? readFileSync(`/proc/${pid}/task/${pid}/children`, "utf8").trim().split(" ").filter(Boolean).map(Number)
    : [];
  await endProcess(child, "SIGKILL");
  for (const each of family) killIfThere(each);
}

function killIfThere(pid: number): void {
  try {
    process.kill(pid, "SIGKILL");
  } catch (error) {
    if (!(error instanceof Error && "code" in error && error.code === "ESRCH")) throw error;
  }
}

function settings(durable: boolean): string[] {
  const always = ["listen_addresses=127.0.0.1", "unix_socket_directories=", "max_connections=200", "log_min_messages=warning", "jit=off"];
  return durable ? always : [...always, "fsync=off", "synchronous_commit=off", "full_page_writes=off"];
}

async function answers(url: string, child: ReturnType<typeof spawn>, output: () => string): Promise<void> {
  const until = Date.now() + START_TIMEOUT_MS;
  for (;;) {
    if (!isRunning(child)) throw new Error(`PostgreSQL ended while starting:\n${output()}`);
    const refusal = await tryToConnect(url);
    if (refusal === undefined) return;
    if (Date.now() > until) throw new Error(`PostgreSQL does not answer (${refusal.message}):\n${output()}`);
    await sleep(50);
  }
}

async function tryToConnect(url: string): Promise<Error | undefined> {
  const client = new pg.Client({ connectionString: url });
  try {
    await client.connect();
    await client.end();
    return undefined;
  } catch (error) {
    return error instanceof Error ? error : new Error(String(error));
  }
}
