import { describe, expect, it } from "vitest";
import { providerKeys } from "~/adapters/payments/provider-keys";
import { parseProviderEnv } from "~/adapters/payments/sandbox-provider/provider-env";
import { parseWebEnv } from "~/env.server";
import { parseWorkerEnv } from "~jobs/env";

/** Where the provider itself thinks it is. */
function ownPlace(source: Readonly<Record<string, string>>): {
  readonly url: string;
  readonly publicOrigin: string;
  readonly appOrigin: string;
} {
  const parsed = parseProviderEnv(source);
  if (!parsed.ok) throw new Error(parsed.problems);
  const { port, publicOrigin, appOrigin } = parsed.env;
  return { url: `http://127.0.0.1:${port}`, publicOrigin: publicOrigin(port), appOrigin };
}

it.each<[Readonly<Record<string, string>>, string, string]>([
  [{}, "http://127.0.0.1:3001", "http://localhost:3001"],
  [{ PORT: "8080" }, "http://127.0.0.1:8081", "http://localhost:8081"],
  [{ PORT: "8080", PROVIDER_PORT: "9000" }, "http://127.0.0.1:9000", "http://localhost:9000"],
  [{ PUBLIC_ORIGIN: "http://192.168.1.5:3000" }, "http://127.0.0.1:3001", "http://192.168.1.5:3001"],
  [
    { PUBLIC_ORIGIN: "https://shop.example", PROVIDER_PUBLIC_ORIGIN: "https://pay.example" },
    "http://127.0.0.1:3001",
    "https://pay.example",
  ],
])("with %o, provider, web and worker agree where it is: %s, for browsers %s", (source, url, publicOrigin) => {
  const { appOrigin, ...place } = ownPlace(source);
  expect(place).toEqual({ url, publicOrigin });
  expect(parseWebEnv(source)).toMatchObject({ ok: true, env: { publicOrigin: appOrigin, provider: place } });
  expect(parseWorkerEnv({ NODE_ENV: "production", ...source })).toMatchObject({
    ok: true,
    env: { publicOrigin: appOrigin, provider: place },
  });
});

it("may run elsewhere", () => {
  const place = (source: Readonly<Record<string, string>>) => {
    const parsed = parseWebEnv(source);
    return parsed.ok ? parsed.env.provider : parsed.problems;
  };
  const away = { PROVIDER_URL: "https://pay.internal", PROVIDER_SECRET: "x".repeat(32) };
  expect(place(away)).toEqual({ url: "https://pay.internal", publicOrigin: "https://pay.internal", secret: "x".repeat(32) });
  expect(place({ ...away, PROVIDER_PUBLIC_ORIGIN: "https://pay.example" })).toMatchObject({ publicOrigin: "https://pay.example" });
});

it("takes a free port where the app does, and its address is known once it listens", () => {
  const parsed = parseProviderEnv({ PORT: "0" });
  expect(parsed.ok && [parsed.env.port, parsed.env.publicOrigin(4_321)]).toEqual([0, "http://localhost:4321"]);
});

describe("a sentence says what to do about", () => {
  it.each([
    [{ PROVIDER_PORT: "x" }, /^PROVIDER_PORT is not usable: .*\. Correct or remove it/],
    [{ PROVIDER_PUBLIC_ORIGIN: "pay.example" }, /^PROVIDER_PUBLIC_ORIGIN .*http:\/\/ or https:\/\//],
    [{ PROVIDER_SECRET: "short" }, /^PROVIDER_SECRET .*32 characters/],
    [{ SETTLE_SECONDS: "0" }, /^SETTLE_SECONDS /],
    [{ PROVIDER_WEBHOOK_URL: "nowhere" }, /^PROVIDER_WEBHOOK_URL /],
  ])("%o", (source, sentence) => {
    const parsed = parseProviderEnv(source);
    expect(parsed.ok ? "" : parsed.problems).toMatch(sentence);
  });
});

it("takes an empty value for none", () => {
  expect(parseProviderEnv({ PORT: "", SETTLE_SECONDS: "", VITRINE_TEST: "" })).toMatchObject({
    ok: true,
    env: { settleSeconds: 60, test: false },
  });
});

it("makes keys of one secret that tell nothing of each other, nor of it", () => {
  const [keys, others] = [providerKeys("one"), providerKeys("two")];
  expect(new Set([keys.api, keys.webhooks, others.api, others.webhooks]).size).toBe(4);
  expect(providerKeys("one")).toEqual(keys);
  expect(keys.webhooks).toMatch(/^whsec_[A-Za-z0-9+/]{43}=$/);
});
