import { type ChildProcess, fork } from "node:child_process";
import { createServer } from "node:net";
import { SECOND_MS } from "~/domain/kernel/instant";
import { parseWebEnv, type WebEnv } from "~/env.server";
import { migrate } from "~db/migrate";
import { openDatabase } from "~db/open";
import { buildIfStale } from "./build";
import { readChildEnv } from "./env";

/** A child may take 20 s to drain; then it is ended. */
const GRACE_MS = 25 * SECOND_MS;
const FIRST_PAUSE_MS = 250;
const LONGEST_PAUSE_MS = 5 * SECOND_MS;
/** A child that fails this often in a row without ever getting ready will not get ready. */
const FAILURES_BEFORE_GIVING_UP = 5;

/** The product runs on without a `spare` child. */
type Child = { readonly name: string; readonly spare: boolean; process: ChildProcess | undefined; failures: number };
type Ready = { readonly ready: true; readonly port?: number };

/** `npm start`: builds when needed, migrates, starts web, worker and the demo world, and keeps them running. */
async function main(): Promise<void> {
  const parsed = parseWebEnv(readChildEnv());
  if (!parsed.ok) return fail(parsed.problems);
  const { env } = parsed;
  await refuseTakenPort(env.port);
  await buildIfStale(tell);
  await prepareDatabase(env);
  const family = startFamily();
  const web = await family.add("web", "app/server.ts");
  await family.add("worker", "jobs/worker.ts");
  announce(env, web.port);
  process.send?.({ ready: true, port: web.port });
  if (env.demo) await family.add("demo", "jobs/demo/main.ts", true);
}

/** Says it before the build rather than five times after it. */
async function refuseTakenPort(port: number): Promise<void> {
  const probe = createServer();
  const taken = await new Promise<boolean>((resolve) => {
    probe.once("error", () => resolve(true));
    probe.listen(port, () => probe.close(() => resolve(false)));
  });
  if (taken) fail(`Port ${port} is taken. Stop what listens there, or start with another one: PORT=${port + 1} npm start`);
}

async function prepareDatabase(env: WebEnv): Promise<void> {
  const db = openDatabase(env.database);
  const applied = await migrate(db);
  if (applied.length > 0) tell(`Database brought up to date: ${applied.join(", ")}.`);
  await db.close();
}

function announce(env: WebEnv, port: number | undefined): void {
  const origin = env.publicOrigin.endsWith(":0") ? `http://localhost:${port}` : env.publicOrigin;
  tell(`\nVitrine is running: ${origin}`);
  if (env.demo) tell("One-click sign-ins on the first page: Camille (shopper), Lina (affiliate), Inès (brand), Sam (operator).");
  else tell("Next: npm run --silent cli -- create-user --email you@example.org --password … --role operator");
  tell("Stop with Ctrl-C.\n");
}

function startFamily(): { readonly add: (name: string, entry: string, spare?: boolean) => Promise<Ready> } {
  const children: Child[] = [];
  let stopping = false;
  const stop = async (): Promise<void> => {
    if (stopping) return;
    stopping = true;
    await Promise.all(children.map((child) => endChild(child)));
    process.exit(0);
  };
  process.on("SIGTERM", () => void stop());
  process.on("SIGINT", () => void stop());

  const launch = (child: Child, entry: string, ready: (message: Ready) => void): void => {
    const running = fork(entry, [], { execArgv: ["--import", "tsx"], env: readChildEnv() });
    child.process = running;
    running.on("message", (message: Ready) => {
      if (message.ready !== true) return;
      child.failures = 0;
      ready(message);
    });
    running.on("exit", (code, signal) => {
      child.process = undefined;
      if (stopping) return;
      child.failures += 1;
      if (child.failures >= FAILURES_BEFORE_GIVING_UP) {
        tell(`${child.name} failed ${child.failures} times in a row; see its messages above.`);
        if (child.spare) return;
        process.exitCode = 1;
        void Promise.all(children.map((other) => endChild(other))).then(() => process.exit(1));
        stopping = true;
        return;
      }
      const pauseMs = Math.min(LONGEST_PAUSE_MS, FIRST_PAUSE_MS * 2 ** child.failures);
      tell(`${child.name} ended (${signal ?? `code ${code}`}); it starts again.`);
      setTimeout(() => !stopping && launch(child, entry, ready), pauseMs);
    });
  };
  return {
    add: (name, entry, spare = false) =>
      new Promise((resolve) => {
        const child: Child = { name, spare, process: undefined, failures: 0 };
        children.push(child);
        launch(child, entry, resolve);
      }),
  };
}

async function endChild(child: Child): Promise<void> {
  const running = child.process;
  if (running === undefined) return;
  await new Promise<void>((resolve) => {
    const timer = setTimeout(() => running.kill("SIGKILL"), GRACE_MS);
    running.once("exit", () => {
      clearTimeout(timer);
      resolve();
    });
    running.kill("SIGTERM");
  });
}

function tell(sentence: string): void {
  process.stdout.write(`${sentence}\n`);
}

function fail(problems: string): void {
  process.stderr.write(`${problems}\n`);
  process.exit(1);
}

main().catch((error: unknown) => {
  const output = error instanceof Error && "stdout" in error ? String(error.stdout) : "";
  fail(`${output}${error instanceof Error ? (error.stack ?? error.message) : String(error)}`);
});
