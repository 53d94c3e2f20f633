import { isIP } from "node:net";
import { join } from "node:path";
import { z } from "zod";
import type { CrashPoint } from "~/ports/faults";

/** Every crash point: one that is missing here does not compile. */
const CRASH_POINTS: Readonly<Record<CrashPoint, true>> = {
  "event.before_commit": true,
  "event.after_commit": true,
  "relay.claimed": true,
  "relay.added": true,
  "fold.read": true,
  "fold.before_commit": true,
  "fold.after_commit": true,
  "import.before_commit": true,
  "import.after_commit": true,
};

/** Ends the process at the `reach`-th arrival at `point`; tests only. */
export type CrashOrder = { readonly point: CrashPoint; readonly reach: number };

const wholeUrl = (protocols: readonly string[]) =>
  z.string().refine((text) => URL.canParse(text) && protocols.includes(new URL(text).protocol), {
    error: `must be an address that starts with ${protocols.map((protocol) => `${protocol}//`).join(" or ")}`,
  });

const origin = wholeUrl(["http:", "https:"]).transform((text, context) => {
  const url = new URL(text);
  if (url.pathname === "/" && url.search === "" && url.hash === "" && url.username === "") return url.origin;
  context.addIssue({ code: "custom", message: "must be scheme, host and port only, such as https://shop.example" });
  return z.NEVER;
});

function isCrashPoint(name: string | undefined): name is CrashPoint {
  return name !== undefined && Object.hasOwn(CRASH_POINTS, name);
}

const crashOrder = z.string().transform((text, context): CrashOrder => {
  const [name, reach = "1"] = text.split(":");
  const point = isCrashPoint(name) ? name : undefined;
  if (point !== undefined && /^[1-9]\d{0,5}$/.test(reach)) return { point, reach: Number(reach) };
  context.addIssue({ code: "custom", message: `must be one of ${Object.keys(CRASH_POINTS).join(", ")}, optionally followed by :n` });
  return z.NEVER;
});

/** What web, worker and command line all read. Empty values count as absent. */
export const sharedEnvShape = {
  NODE_ENV: z.enum(["production", "development", "test"]).default("production"),
  DATA_DIR: z.string().default("./data"),
  /** Left out, it depends on where the installation is: see `demoOf`. */
  DEMO: z.enum(["0", "1"]).optional(),
  DATABASE_URL: wholeUrl(["postgres:", "postgresql:"]).optional(),
  REDIS_URL: wholeUrl(["redis:", "rediss:"]).optional(),
  LOG_LEVEL: z.enum(["debug", "info", "warn", "error", "silent"]).default("info"),
  PORT: z.coerce.number().int().min(0).max(65_535).default(3_000),
  PUBLIC_ORIGIN: origin.optional(),
  AUTH_SECRET: z.string().min(32, { error: "must have at least 32 characters; `openssl rand -base64 48` makes one" }).optional(),
  SMTP_URL: wholeUrl(["smtp:", "smtps:"]).optional(),
  MAIL_FROM: z.string().default("Vitrine <no-reply@vitrine.example>"),
  CRASH_POINT: crashOrder.optional(),
  VITRINE_TEST: z.literal("1").optional(),
};

const webEnvShape = {
  ...sharedEnvShape,
  /** Addresses of the proxies whose forwarded headers are believed. */
  TRUSTED_PROXY: z
    .string()
    .default("")
    .transform((text) =>
      text
        .split(",")
        .map((address) => address.trim())
        .filter((address) => address !== ""),
    )
    .refine((addresses) => addresses.every((address) => isIP(address) > 0), { error: "must be IP addresses separated by commas" }),
};

export type WebEnv = {
  readonly mode: "production" | "development" | "test";
  readonly port: number;
  readonly dataDir: string;
  readonly demo: boolean;
  readonly database: { readonly url: string } | { readonly file: string };
  readonly publicOrigin: string;
  readonly authSecret: string | null;
  readonly smtpUrl: string | null;
  readonly mailFrom: string;
  readonly trustedProxies: readonly string[];
  readonly logLevel: "debug" | "info" | "warn" | "error" | "silent";
  readonly crash: CrashOrder | null;
};

/** The environment of the web process, or the sentences that say what is wrong with it. */
export function parseWebEnv(
  source: Readonly<Record<string, string | undefined>>,
): { readonly ok: true; readonly env: WebEnv } | { readonly ok: false; readonly problems: string } {
  const parsed = z.object(webEnvShape).safeParse(withoutBlanks(source));
  if (!parsed.success) return { ok: false, problems: problemsIn(parsed.error) };
  const problem = contradiction(parsed.data);
  if (problem !== null) return { ok: false, problems: problem };
  const values = parsed.data;
  return {
    ok: true,
    env: {
      mode: values.NODE_ENV,
      port: values.PORT,
      dataDir: values.DATA_DIR,
      demo: demoOf(values),
      database: databaseOf(values),
      publicOrigin: values.PUBLIC_ORIGIN ?? `http://localhost:${values.PORT}`,
      authSecret: values.AUTH_SECRET ?? null,
      smtpUrl: values.SMTP_URL ?? null,
      mailFrom: values.MAIL_FROM,
      trustedProxies: values.TRUSTED_PROXY,
      logLevel: values.LOG_LEVEL,
      crash: values.CRASH_POINT ?? null,
    },
  };
}

/** The environment of this web process; a bad value ends it with a sentence that says what to do. */
export function readWebEnv(): WebEnv {
  const parsed = parseWebEnv(process.env);
  if (parsed.ok) return parsed.env;
  process.stderr.write(`${parsed.problems}\n`);
  process.exit(1);
}

/** Where the data is: PostgreSQL when its address is given, else one file in the data folder. */
export function databaseOf(values: { readonly DATABASE_URL?: string | undefined; readonly DATA_DIR: string }): WebEnv["database"] {
  return values.DATABASE_URL === undefined ? { file: join(values.DATA_DIR, "vitrine.db") } : { url: values.DATABASE_URL };
}

/**
 * Whether the demo is on. Its sign-ins need no password, so unless somebody asks for it, it is there only for
 * whoever tries the product out on their own machine: one file as database, and an origin no other machine has.
 */
export function demoOf(values: {
  readonly DEMO?: "0" | "1" | undefined;
  readonly DATABASE_URL?: string | undefined;
  readonly PUBLIC_ORIGIN?: string | undefined;
}): boolean {
  if (values.DEMO !== undefined) return values.DEMO === "1";
  return values.DATABASE_URL === undefined && (values.PUBLIC_ORIGIN === undefined || isLoopback(new URL(values.PUBLIC_ORIGIN).hostname));
}

/** Names and addresses that never leave the machine. Sources: RFC 6761 §6.3, RFC 1122 §3.2.1.3, RFC 4291 §2.5.3. */
function isLoopback(hostname: string): boolean {
  return hostname === "localhost" || hostname.endsWith(".localhost") || hostname === "[::1]" || /^127(?:\.\d{1,3}){3}$/.test(hostname);
}

/** What no single value shows: settings that need or exclude each other. */
export function contradiction(values: {
  readonly NODE_ENV: string;
  readonly DATABASE_URL?: string | undefined;
  readonly AUTH_SECRET?: string | undefined;
  readonly CRASH_POINT?: CrashOrder | undefined;
  readonly VITRINE_TEST?: "1" | undefined;
}): string | null {
  if (values.DATABASE_URL !== undefined && values.AUTH_SECRET === undefined) {
    return "AUTH_SECRET is missing: with DATABASE_URL every process must share one secret of at least 32 characters; `openssl rand -base64 48` makes one.";
  }
  if (values.CRASH_POINT !== undefined && values.NODE_ENV === "production" && values.VITRINE_TEST !== "1") {
    return "CRASH_POINT ends the process on purpose and is refused in production: remove it.";
  }
  return null;
}

/** An empty variable means "not set", as in `PORT= npm start`. */
export function withoutBlanks(source: Readonly<Record<string, string | undefined>>): Record<string, string> {
  return Object.fromEntries(Object.entries(source).filter((entry): entry is [string, string] => entry[1] !== undefined && entry[1] !== ""));
}

/** One sentence per wrong variable. */
export function problemsIn(error: z.ZodError): string {
  return error.issues
    .map((issue) => `${issue.path.join(".")} is not usable: ${issue.message}. Correct or remove it and start again.`)
    .join("\n");
}
