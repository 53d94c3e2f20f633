import { type ChildProcess, fork } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { systemClock } from "~/adapters/clock/system-clock";
import { providerKeys } from "~/adapters/payments/provider-keys";
import { sandboxPayments } from "~/adapters/payments/sandbox/sandbox-payments";
import type { Fault, Operation, WebhookMode } from "~/adapters/payments/sandbox-provider/http/trouble";
import type { Payments } from "~/ports/payments";
import type { Home } from "./app";
import { collectOutput, endProcess, endWithThisProcess, freePort, scratchFolder } from "./processes";

const ENTRY = "app/adapters/payments/sandbox-provider/main.ts";
const READY_TIMEOUT_MS = 60_000;
const PATIENCE_MS = 30_000;
/** Longer than an idle provider takes, short enough to wait for. */
const IMPATIENCE_MS = 600;
/** Known to whoever asks in tests; a real one is made in the data folder. */
const SECRET = "the secret that provider and app share in tests";

/** A fault as a test orders it: what is left out is once, and at once. */
type OrderedFault = Pick<Fault, "on" | "fault"> & Partial<Fault>;

export type ProviderControl = {
  /** Replaces what was ordered before. */
  readonly setFaults: (...faults: readonly OrderedFault[]) => Promise<void>;
  readonly setWebhooks: (mode: WebhookMode) => Promise<void>;
  /** Kills the provider at the `reach`-th arrival there. */
  readonly crashAt: (on: Operation, when: "before_commit" | "before_reply", reach?: number) => Promise<void>;
  /** Pays out now; returns how many batches. */
  readonly settle: () => Promise<number>;
  /** Lets happen now what banks do later: pending refunds, disputes. */
  readonly runFollowUps: () => Promise<number>;
};

export type TestProvider = {
  readonly url: string;
  readonly port: number;
  readonly secret: string;
  /** `whsec_…` */
  readonly webhookSecret: string;
  readonly dataDir: string;
  readonly appOrigin: string;
  /** Waits as long as a busy machine may take. */
  readonly payments: Payments;
  /** Gives up soon: for calls that are to stay without an answer. */
  readonly impatient: Payments;
  readonly control: ProviderControl;
  readonly output: () => string;
  /** Resolves when the process has ended by itself, e.g. at a crash point. */
  readonly ended: () => Promise<void>;
  readonly kill: () => Promise<void>;
  /** Starts it again on the same books and port, after a kill or crash. */
  readonly restart: () => Promise<void>;
  /** Ends it and removes its books. */
  readonly stop: () => Promise<void>;
};

type Options = {
  /** The merchant's origin: where challenges lead back to and whose pages may frame the card entry. */
  readonly appOrigin?: string;
  /** Where webhooks are delivered; nowhere when left out. */
  readonly webhookUrl?: string;
  readonly env?: Readonly<Record<string, string>>;
};

/** A private sandbox provider: a process of its own with its own books and a free port. */
export async function startProvider(options: Options = {}): Promise<TestProvider> {
  const { folder, remove } = scratchFolder("vitrine-provider-");
  const [port, dataDir] = [await freePort(), join(folder, "data")];
  const appOrigin = options.appOrigin ?? "http://shop.localhost";
  const url = `http://127.0.0.1:${port}`;
  const env = {
    DATA_DIR: dataDir,
    PROVIDER_PORT: String(port),
    PROVIDER_SECRET: SECRET,
    PUBLIC_ORIGIN: appOrigin,
    PROVIDER_PUBLIC_ORIGIN: url,
    PROVIDER_WEBHOOK_URL: options.webhookUrl ?? "http://127.0.0.1:9/",
    SETTLE_SECONDS: "3600",
    VITRINE_TEST: "1",
    ...options.env,
  };
  let child = await launch(env);
  const keys = providerKeys(SECRET);
  const clientThatWaits = (timeoutMs: number): Payments =>
    sandboxPayments({ url, frameOrigin: url, secret: SECRET, clock: systemClock(), timeoutMs });
  return {
    url,
    port,
    secret: SECRET,
    webhookSecret: keys.webhooks,
    dataDir,
    appOrigin,
    payments: clientThatWaits(PATIENCE_MS),
    impatient: clientThatWaits(IMPATIENCE_MS),
    control: controlOf(url, keys.api),
    output: () => child.output(),
    ended: () => child.ended,
    kill: () => endProcess(child.process, "SIGKILL"),
    restart: async () => {
      child = await launch(env);
    },
    stop: async () => {
      await endProcess(child.process);
      remove();
    },
  };
}

/** A provider nobody reaches, for use cases that do not pay. */
export function noPayments(): Payments {
  return sandboxPayments({ url: "http://127.0.0.1:9", frameOrigin: "http://127.0.0.1:9", secret: SECRET, clock: systemClock() });
}

type Launched = { readonly process: ChildProcess; readonly output: () => string; readonly ended: Promise<void> };

function launch(env: Readonly<Record<string, string>>): Promise<Launched> {
  const child = fork(ENTRY, { env: { ...process.env, ...env }, execArgv: ["--import", "tsx"], stdio: ["ignore", "pipe", "pipe", "ipc"] });
  endWithThisProcess(child);
  const output = collectOutput(child);
  const ended = new Promise<void>((resolve) => child.once("exit", () => resolve()));
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error(`The provider did not get ready:\n${output()}`)), READY_TIMEOUT_MS);
    child.once("message", () => {
      clearTimeout(timer);
      resolve({ process: child, output, ended });
    });
    void ended.then(() => {
      clearTimeout(timer);
      reject(new Error(`The provider ended before it was ready:\n${output()}`));
    });
  });
}

/** A client of the provider a home's supervisor started. */
export function homePayments(home: Home): Payments {
  const url = `http://127.0.0.1:${home.providerPort}`;
  return sandboxPayments({ url, frameOrigin: url, secret: homeSecret(home), clock: systemClock() });
}

/** The orders a home's own provider takes, once it runs; the home's environment must say VITRINE_TEST=1. */
export function homeProviderControl(home: Home): ProviderControl {
  return controlOf(`http://127.0.0.1:${home.providerPort}`, providerKeys(homeSecret(home)).api);
}

function homeSecret({ dataDir }: Home): string {
  return readFileSync(join(dataDir, "provider-secret"), "utf8").trim();
}

function controlOf(url: string, apiKey: string): ProviderControl {
  const order = async (path: string, body: unknown): Promise<Readonly<Record<string, unknown>>> => {
    const headers = { authorization: `Bearer ${apiKey}`, "content-type": "application/json" };
    const answer = await fetch(`${url}/control/${path}`, { method: "POST", headers, body: JSON.stringify(body) });
    const text = await answer.text();
    if (!answer.ok) throw new Error(`The provider refused the order ${path}: ${text}`);
    return JSON.parse(text) as Readonly<Record<string, unknown>>;
  };
  return {
    setFaults: async (...faults) => void (await order("faults", { faults })),
    setWebhooks: async (mode) => void (await order("webhooks", { mode })),
    crashAt: async (on, when, reach = 1) => void (await order("crash", { on, when, reach })),
    settle: async () => Number((await order("settle", {}))["batches"]),
    runFollowUps: async () => Number((await order("follow-ups", {}))["done"]),
  };
}

/** What somebody types into the card frame; a card that succeeds unless told otherwise. */
export type Typed = { readonly number?: string; readonly expiry?: string; readonly cvc?: string };

/** Types a card into the frame as a browser without scripts does. The answer is a 303 when the card was taken, 422 when not. */
export function typeCard(frameUrl: string, typed: Typed = {}): Promise<Response> {
  const body = new URLSearchParams({ number: "4242 4242 4242 4242", expiry: "12/40", cvc: "123", ...typed });
  return fetch(frameUrl, { method: "POST", body, redirect: "manual" });
}

/** Answers a challenge as the cardholder would; a 303 to the merchant. */
export function answerChallenge(challengeUrl: string, answer: "confirm" | "refuse"): Promise<Response> {
  return fetch(challengeUrl, { method: "POST", body: new URLSearchParams({ answer }), redirect: "manual" });
}
