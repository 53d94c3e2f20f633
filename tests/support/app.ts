import { type ChildProcess, fork, spawn } from "node:child_process";
import { join } from "node:path";
import { ensureBuilt } from "./build";
import { collectOutput, endProcess, endWithThisProcess, freePort, isRunning, scratchFolder } from "./processes";

/** The product's own processes. The supervisor starts the other two. */
const ENTRIES = { supervisor: "jobs/supervisor.ts", web: "app/server.ts", worker: "jobs/worker.ts" } as const;
export type EntryName = keyof typeof ENTRIES;

/** A first start migrates; a slow machine under load needs patience. */
const READY_TIMEOUT_MS = 120_000;
/** Isbot takes plain Node for a robot. */
export const USER_AGENT = "Mozilla/5.0 (X11; Linux x86_64) Vitrine test";

type Environment = Readonly<Record<string, string>>;

/** Where a product lives: everything several processes of it share. */
export type Home = {
  readonly dataDir: string;
  readonly port: number;
  /** The public origin; other hosts are redirected or refused. */
  readonly origin: string;
  readonly env: Environment;
  /** Removes its files; end its processes before. */
  readonly remove: () => void;
};

export type RunningProcess = {
  readonly child: ChildProcess;
  /** The end of what it wrote, for messages. */
  readonly output: () => string;
  /** SIGTERM; waits for the drain. */
  readonly stop: () => Promise<void>;
  /** kill -9. */
  readonly kill: () => Promise<void>;
};

export type Product = Home & RunningProcess;

/**
 * A new home in a temp folder with a port of its own: embedded shape unless `env` names DATABASE_URL or
 * REDIS_URL, without the demo world unless it says DEMO=1.
 */
export async function makeHome(env: Environment = {}): Promise<Home> {
  const { folder, remove } = scratchFolder("vitrine-home-");
  const port = await freePort();
  const origin = `http://localhost:${port}`;
  const own = { NODE_ENV: "production", DEMO: "0", PORT: String(port), DATA_DIR: join(folder, "data"), PUBLIC_ORIGIN: origin };
  return { dataDir: own.DATA_DIR, port, origin, env: { ...own, ...env }, remove };
}

/** Starts the whole product as `npm start` does and waits until it answers. Errors: its own output when it does not. */
export async function startProduct(env: Environment = {}): Promise<Product> {
  const home = await makeHome(env);
  const running = await startProcess("supervisor", home);
  const stop = async (): Promise<void> => {
    await running.stop();
    home.remove();
  };
  return { ...home, ...running, stop };
}

/** Starts one process of the product and waits until it says that it is ready. `env` is for this process alone, e.g. an armed crash point. */
export async function startProcess(entry: EntryName, home: Home, env: Environment = {}): Promise<RunningProcess> {
  await ensureBuilt();
  const child = fork(ENTRIES[entry], {
    env: { ...process.env, ...home.env, ...env },
    execArgv: ["--import", "tsx"],
    stdio: ["ignore", "pipe", "pipe", "ipc"],
  });
  endWithThisProcess(child);
  const output = collectOutput(child);
  await ready(entry, child, output);
  return { child, output, stop: () => endProcess(child), kill: () => endProcess(child, "SIGKILL") };
}

function ready(entry: EntryName, child: ChildProcess, output: () => string): Promise<void> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => refuse(`did not get ready in ${READY_TIMEOUT_MS / 1000} s`), READY_TIMEOUT_MS);
    const refuse = (reason: string): void => {
      clearTimeout(timer);
      child.kill("SIGKILL");
      reject(new Error(`The ${entry} ${reason}:\n${output()}`));
    };
    const ended = (code: number | null): void => refuse(`ended with ${code} before it was ready`);
    // Not "exit": that may come before the last words have been read.
    child.once("close", ended);
    child.on("message", (message) => {
      if (!saysReady(message)) return;
      clearTimeout(timer);
      child.off("close", ended);
      resolve();
    });
  });
}

function saysReady(message: unknown): boolean {
  return typeof message === "object" && message !== null && "ready" in message && message.ready === true;
}

export type CliResult = { readonly code: number | null; readonly stdout: string; readonly stderr: string };

/** Runs one command of the product's command line on this home. A refusal is a result, not an error. */
export function runCli(home: Home, args: readonly string[]): Promise<CliResult> {
  return new Promise((resolve, reject) => {
    const env = { ...process.env, ...home.env };
    const child = spawn(process.execPath, ["--import", "tsx", "jobs/cli.ts", ...args], { env, stdio: ["ignore", "pipe", "pipe"] });
    endWithThisProcess(child);
    const chunks = { stdout: [] as Buffer[], stderr: [] as Buffer[] };
    child.stdout.on("data", (chunk: Buffer) => chunks.stdout.push(chunk));
    child.stderr.on("data", (chunk: Buffer) => chunks.stderr.push(chunk));
    child.once("error", reject);
    child.once("close", (code) =>
      resolve({ code, stdout: String(Buffer.concat(chunks.stdout)), stderr: String(Buffer.concat(chunks.stderr)) }),
    );
  });
}

/** True while the process lives. */
export function isUp(running: RunningProcess): boolean {
  return isRunning(running.child);
}
