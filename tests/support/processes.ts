import { type ChildProcess, spawn } from "node:child_process";
import { accessSync, constants, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";

/** Above Linux' range for outgoing connections (32768–60999), so that none of those takes a port between choosing and listening. */
const FIRST_PORT = 61_001;
const LAST_PORT = 65_000;
const PORT_ATTEMPTS = 50;
/** Test processes that run side by side choose from slices of their own: a chosen port is taken only when its server listens. */
const PORT_SLICES = 4;

/** A polite stop that takes longer than this becomes a kill. */
const STOP_TIMEOUT_MS = 20_000;

const MISSING = -1;

/** A TCP port of 127.0.0.1 nobody listens on right now. */
export async function freePort(): Promise<number> {
  const size = Math.floor((LAST_PORT - FIRST_PORT) / PORT_SLICES);
  const first = FIRST_PORT + (Number(process.env["VITEST_POOL_ID"] ?? 0) % PORT_SLICES) * size;
  for (let attempt = 0; attempt < PORT_ATTEMPTS; attempt++) {
    const port = first + Math.floor(Math.random() * size);
    if (await isFree(port)) return port;
  }
  throw new Error(`No free port found between ${FIRST_PORT} and ${LAST_PORT} in ${PORT_ATTEMPTS} attempts.`);
}

function isFree(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once("error", () => resolve(false));
    server.listen(port, "127.0.0.1", () => server.close(() => resolve(true)));
  });
}

/** The first executable of these names in these folders or on the PATH; undefined when there is none. */
export function findExecutable(names: readonly string[], folders: readonly string[] = []): string | undefined {
  const everywhere = [...folders, ...(process.env["PATH"] ?? "").split(delimiter).filter((folder) => folder !== "")];
  return everywhere.flatMap((folder) => names.map((name) => join(folder, name))).find(isExecutable);
}

/** True when this process may run the file. */
export function isExecutable(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch (error) {
    if (error instanceof Error) return false;
    throw error;
  }
}

export type User = { readonly uid: number; readonly gid: number };

/** PostgreSQL refuses to run as root: the user it runs as then, or undefined when this process is not root. */
export function unprivilegedUser(): User | undefined {
  if (process.getuid?.() !== 0) return undefined;
  const people = readFileSync("/etc/passwd", "utf8")
    .split("\n")
    .map((line) => line.split(":"));
  const person = people.find(([name]) => name === "postgres") ?? people.find(([name]) => name === "nobody");
  if (person === undefined) throw new Error("PostgreSQL cannot run as root, and there is no user `postgres` or `nobody` to run it as.");
  return { uid: Number(person[2]), gid: Number(person[3]) };
}

/** Runs a program to its end. Errors: the end of its output when it fails. */
export function runToEnd(
  file: string,
  args: readonly string[],
  options: { readonly user?: User; readonly cwd?: string; readonly env?: NodeJS.ProcessEnv } = {},
): Promise<string> {
  return new Promise((resolve, reject) => {
    const child = spawn(file, [...args], {
      ...options.user,
      ...(options.cwd ? { cwd: options.cwd } : {}),
      ...(options.env ? { env: options.env } : {}),
      stdio: ["ignore", "pipe", "pipe"],
    });
    const output = collectOutput(child);
    child.once("error", reject);
    child.once("close", (code) => (code === 0 ? resolve(output()) : reject(new Error(`${file} ended with ${code}:\n${output()}`))));
  });
}

/** Keeps the last 20 000 characters of what a child writes. */
export function collectOutput(child: ChildProcess): () => string {
  let text = "";
  const keep = (chunk: Buffer): void => {
    text = (text + chunk.toString("utf8")).slice(-20_000);
  };
  child.stdout?.on("data", keep);
  child.stderr?.on("data", keep);
  return () => text;
}

/** True while the process has neither ended nor been killed. */
export function isRunning(child: ChildProcess): boolean {
  return child.exitCode === null && child.signalCode === null && (child.pid ?? MISSING) !== MISSING;
}

/** Sends the signal and waits for the end; after 20 seconds it kills. */
export async function endProcess(child: ChildProcess, signal: NodeJS.Signals = "SIGTERM"): Promise<void> {
  if (!isRunning(child)) return;
  const ended = new Promise<void>((resolve) => child.once("exit", () => resolve()));
  child.kill(signal);
  const killer = setTimeout(() => child.kill("SIGKILL"), STOP_TIMEOUT_MS);
  await ended;
  clearTimeout(killer);
}

const mortal = new Map<ChildProcess, NodeJS.Signals>();
const scratch = new Set<string>();

/**
 * Signals the child when this process ends for whatever reason it can notice, Ctrl-C included. SIGTERM for those
 * that have children of their own to end.
 */
export function endWithThisProcess(child: ChildProcess, signal: NodeJS.Signals = "SIGTERM"): void {
  noticeTheEnd();
  mortal.set(child, signal);
  child.once("exit", () => mortal.delete(child));
}

/** A new temp folder that disappears with this process at the latest. */
export function scratchFolder(prefix: string): { readonly folder: string; readonly remove: () => void } {
  noticeTheEnd();
  const folder = mkdtempSync(join(tmpdir(), prefix));
  scratch.add(folder);
  const remove = (): void => {
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
    scratch.delete(folder);
  };
  return { folder, remove };
}

let noticing = false;

function noticeTheEnd(): void {
  if (noticing) return;
  noticing = true;
  process.once("exit", () => {
    for (const [child, signal] of mortal) child.kill(signal);
    for (const folder of scratch) rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  });
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.once(signal, () => process.exit(1));
}
