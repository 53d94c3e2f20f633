import { z } from "zod";

const origin = z
  .url({ protocol: /^https?$/, error: "must be an address that starts with http:// or https://" })
  .transform((text) => new URL(text).origin);

const port = z.coerce.number().int().min(0).max(65_535);

const shape = z.object({
  DATA_DIR: z.string().default("./data"),
  LOG_LEVEL: z.enum(["debug", "info", "warn", "error", "silent"]).default("info"),
  /** Where the app is, in words every process of the installation shares. */
  PORT: port.default(3_000),
  PUBLIC_ORIGIN: origin.optional(),
  PROVIDER_PORT: port.optional(),
  PROVIDER_PUBLIC_ORIGIN: origin.optional(),
  PROVIDER_SECRET: z.string().min(32, { error: "must have at least 32 characters" }).optional(),
  /** Where webhooks go when the app cannot be reached at its port on this machine. */
  PROVIDER_WEBHOOK_URL: z.url({ protocol: /^https?$/, error: "must be an address that starts with http:// or https://" }).optional(),
  /** How often money is paid out; a real provider takes days, a demo should show it. */
  SETTLE_SECONDS: z.coerce.number().int().min(1).max(604_800).default(60),
  VITRINE_TEST: z.literal("1").optional(),
});

export type ProviderEnv = {
  readonly dataDir: string;
  readonly logLevel: z.infer<typeof shape>["LOG_LEVEL"];
  readonly port: number;
  /** Where browsers reach the provider; known only after listening when `port` is 0. */
  readonly publicOrigin: (listeningOn: number) => string;
  readonly appOrigin: string;
  readonly secret: string | null;
  readonly webhookUrl: string;
  readonly settleSeconds: number;
  readonly test: boolean;
};

/** The provider's environment, or the sentences that say what is wrong with it. Empty values count as absent. */
export function parseProviderEnv(
  source: Readonly<Record<string, string | undefined>>,
): { readonly ok: true; readonly env: ProviderEnv } | { readonly ok: false; readonly problems: string } {
  const parsed = shape.safeParse(Object.fromEntries(Object.entries(source).filter(([, value]) => value !== undefined && value !== "")));
  if (!parsed.success) return { ok: false, problems: problemsIn(parsed.error) };
  const values = parsed.data;
  const appOrigin = values.PUBLIC_ORIGIN ?? `http://localhost:${values.PORT}`;
  const { protocol, hostname } = new URL(appOrigin);
  return {
    ok: true,
    env: {
      dataDir: values.DATA_DIR,
      logLevel: values.LOG_LEVEL,
      port: values.PROVIDER_PORT ?? (values.PORT === 0 ? 0 : values.PORT + 1),
      publicOrigin: (listeningOn) => values.PROVIDER_PUBLIC_ORIGIN ?? `${protocol}//${hostname}:${listeningOn}`,
      appOrigin,
      secret: values.PROVIDER_SECRET ?? null,
      webhookUrl: values.PROVIDER_WEBHOOK_URL ?? `http://127.0.0.1:${values.PORT}/webhooks/payments`,
      settleSeconds: values.SETTLE_SECONDS,
      test: values.VITRINE_TEST === "1",
    },
  };
}

/** The environment of this process; a bad value ends it with a sentence that says what to do. */
export function readProviderEnv(): ProviderEnv {
  const parsed = parseProviderEnv(process.env);
  if (parsed.ok) return parsed.env;
  process.stderr.write(`${parsed.problems}\n`);
  process.exit(1);
}

function problemsIn(error: z.ZodError): string {
  return error.issues
    .map((issue) => `${issue.path.join(".")} is not usable: ${issue.message}. Correct or remove it and start again.`)
    .join("\n");
}
