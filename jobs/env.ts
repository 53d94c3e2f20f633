import { z } from "zod";
import { type CrashOrder, contradiction, databaseOf, demoOf, problemsIn, sharedEnvShape, withoutBlanks } from "~/env.server";

export type WorkerEnv = {
  readonly mode: "production" | "development" | "test";
  readonly dataDir: string;
  readonly demo: boolean;
  readonly database: { readonly url: string } | { readonly file: string };
  readonly redisUrl: string | null;
  /** Keeps several installations apart on one Redis. */
  readonly redisPrefix: string;
  readonly logLevel: "debug" | "info" | "warn" | "error" | "silent";
  readonly crash: CrashOrder | null;
};

const workerEnvShape = {
  ...sharedEnvShape,
  REDIS_PREFIX: z
    .string()
    .regex(/^[\w-]+$/)
    .default("vitrine"),
};

export type ParsedWorkerEnv = { readonly ok: true; readonly env: WorkerEnv } | { readonly ok: false; readonly problems: string };

/** The environment of worker and command line, or the sentences that say what is wrong with it. */
export function parseWorkerEnv(source: NodeJS.ProcessEnv): ParsedWorkerEnv {
  const parsed = z.object(workerEnvShape).safeParse(withoutBlanks(source));
  if (!parsed.success) return { ok: false, problems: problemsIn(parsed.error) };
  const values = parsed.data;
  const problem = contradiction(values);
  if (problem !== null) return { ok: false, problems: problem };
  return {
    ok: true,
    env: {
      mode: values.NODE_ENV,
      dataDir: values.DATA_DIR,
      demo: demoOf(values),
      database: databaseOf(values),
      redisUrl: values.REDIS_URL ?? null,
      redisPrefix: values.REDIS_PREFIX,
      logLevel: values.LOG_LEVEL,
      crash: values.CRASH_POINT ?? null,
    },
  };
}

/** The environment of this process, or what is wrong with it, for a caller who says so in its own way. */
export function checkWorkerEnv(): ParsedWorkerEnv {
  return parseWorkerEnv(process.env);
}

/** The environment of this process; a bad value ends it with a sentence that says what to do. */
export function readWorkerEnv(): WorkerEnv {
  const parsed = checkWorkerEnv();
  if (parsed.ok) return parsed.env;
  process.stderr.write(`${parsed.problems}\n`);
  process.exit(1);
}

/** The environment handed to child processes: production unless the caller says otherwise (React, too, reads it). */
export function readChildEnv(): NodeJS.ProcessEnv {
  return { ...process.env, NODE_ENV: process.env.NODE_ENV ?? "production" };
}

/** Where the person stood who called the command line: npm runs scripts in the package's folder but tells this. */
export function readStartFolder(): string {
  return process.env.INIT_CWD ?? process.cwd();
}

/** How often an order arrives in the demo world, on average. */
export function readDemoEnv(): { readonly orderEveryMs: number } {
  const parsed = z.object({ DEMO_ORDER_SECONDS: z.coerce.number().min(0.1).max(86_400).default(20) }).safeParse(withoutBlanks(process.env));
  if (parsed.success) return { orderEveryMs: parsed.data.DEMO_ORDER_SECONDS * 1_000 };
  process.stderr.write(`${problemsIn(parsed.error)}\n`);
  process.exit(1);
}
