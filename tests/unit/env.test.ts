import { describe, expect, it } from "vitest";
import { parseWebEnv } from "~/env.server";
import { parseWorkerEnv } from "~jobs/env";

const problems = (source: Record<string, string>): string => {
  const parsed = parseWebEnv(source);
  return parsed.ok ? "" : parsed.problems;
};

it("needs nothing", () => {
  expect(parseWebEnv({})).toEqual({
    ok: true,
    env: {
      mode: "production",
      port: 3_000,
      dataDir: "./data",
      demo: true,
      database: { file: "data/vitrine.db" },
      publicOrigin: "http://localhost:3000",
      authSecret: null,
      smtpUrl: null,
      mailFrom: "Vitrine <no-reply@vitrine.example>",
      trustedProxies: [],
      logLevel: "info",
      crash: null,
    },
  });
});

it("takes an empty value for none", () => {
  expect(parseWebEnv({ PORT: "", DATABASE_URL: "", DEMO: "" })).toMatchObject({ ok: true, env: { port: 3_000, demo: true } });
});

it("reads what is set", () => {
  const source = {
    PORT: "8080",
    DEMO: "0",
    DATABASE_URL: "postgres://u@h/d",
    AUTH_SECRET: "x".repeat(32),
    TRUSTED_PROXY: "10.0.0.1, ::1",
    PUBLIC_ORIGIN: "https://Shop.Example/",
  };
  expect(parseWebEnv(source)).toMatchObject({
    ok: true,
    env: {
      port: 8_080,
      demo: false,
      database: { url: "postgres://u@h/d" },
      publicOrigin: "https://shop.example",
      trustedProxies: ["10.0.0.1", "::1"],
    },
  });
});

const POSTGRES = { DATABASE_URL: "postgres://u@h/d", AUTH_SECRET: "x".repeat(32) };

describe("the demo", () => {
  it.each([
    [{}, true],
    [{ PUBLIC_ORIGIN: "http://localhost:8080" }, true],
    [{ PUBLIC_ORIGIN: "http://shop.localhost" }, true],
    [{ PUBLIC_ORIGIN: "http://127.0.0.1:3000" }, true],
    [{ PUBLIC_ORIGIN: "http://[::1]:3000" }, true],
    [{ PUBLIC_ORIGIN: "https://shop.example" }, false],
    [{ PUBLIC_ORIGIN: "https://localhost.shop.example" }, false],
    [{ PUBLIC_ORIGIN: "https://127.shop.example" }, false],
    [POSTGRES, false],
    [{ ...POSTGRES, PUBLIC_ORIGIN: "http://localhost:3000" }, false],
    [{ PUBLIC_ORIGIN: "https://shop.example", DEMO: "1" }, true],
    [{ ...POSTGRES, DEMO: "1" }, true],
    [{ DEMO: "0" }, false],
  ])("with %o is %s, for web and worker alike", (source, demo) => {
    expect(parseWebEnv(source)).toMatchObject({ ok: true, env: { demo } });
    expect(parseWorkerEnv({ NODE_ENV: "production", ...source })).toMatchObject({ ok: true, env: { demo } });
  });
});

describe("a sentence says what to do about", () => {
  it.each([
    [{ PORT: "web" }, /^PORT is not usable: .*\. Correct or remove it/],
    [{ PORT: "70000" }, /^PORT /],
    [{ DEMO: "yes" }, /^DEMO /],
    [{ PUBLIC_ORIGIN: "shop.example" }, /^PUBLIC_ORIGIN .*http:\/\/ or https:\/\//],
    [{ PUBLIC_ORIGIN: "https://shop.example/path" }, /^PUBLIC_ORIGIN .*scheme, host and port only/],
    [{ DATABASE_URL: "mysql://x", AUTH_SECRET: "x".repeat(32) }, /^DATABASE_URL /],
    [{ DATABASE_URL: "postgres://h/d" }, /^AUTH_SECRET is missing/],
    [{ AUTH_SECRET: "short" }, /^AUTH_SECRET .*32 characters/],
    [{ TRUSTED_PROXY: "proxy.internal" }, /^TRUSTED_PROXY /],
    [{ REDIS_URL: "http://x" }, /^REDIS_URL /],
    [{ CRASH_POINT: "nowhere", NODE_ENV: "test" }, /^CRASH_POINT /],
    [{ CRASH_POINT: "fold.read:0", NODE_ENV: "test" }, /^CRASH_POINT /],
    [{ CRASH_POINT: "fold.read", NODE_ENV: "production" }, /^CRASH_POINT .*remove it/],
  ])("%o", (source, sentence) => {
    expect(problems(source)).toMatch(sentence);
  });
});

it("arms a crash point in tests only", () => {
  const order = { point: "fold.read", reach: 3 };
  expect(parseWebEnv({ CRASH_POINT: "fold.read:3", NODE_ENV: "test" })).toMatchObject({ ok: true, env: { crash: order } });
  expect(parseWebEnv({ CRASH_POINT: "fold.read:3", VITRINE_TEST: "1" })).toMatchObject({ ok: true, env: { crash: order } });
});
