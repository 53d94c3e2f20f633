import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Home, makeHome, type RunningProcess, startProcess } from "~tests/support/app";
import { formHeaders, rawRequest } from "~tests/support/raw-request";

let home: Home;
let web: RunningProcess;

beforeAll(async () => {
  home = await makeHome();
  web = await startProcess("web", home);
});

afterAll(async () => {
  await web?.stop();
  home?.remove();
});

describe("other hosts", () => {
  it.each(["127.0.0.1", "evil.example", "localhost", "LOCALHOST.evil.example:80"])(
    "reading on %s leads to the public origin",
    async (host) => {
      const answer = await rawRequest(home.port, { path: "/sign-in?next=%2Faccount", headers: { host } });
      expect([answer.status, answer.headers.location]).toEqual([302, `${home.origin}/sign-in?next=%2Faccount`]);
    },
  );

  it.each(["127.0.0.1", "evil.example", ""])("writing on %j is refused", async (host) => {
    const answer = await rawRequest(home.port, {
      path: "/preferences",
      method: "POST",
      headers: { ...formHeaders(home.origin), host },
      body: "locale=fr",
    });
    expect(answer.status).toBe(421);
    expect(answer.headers["set-cookie"]).toBeUndefined();
  });

  it("never appear in an answer", async () => {
    const answer = await rawRequest(home.port, {
      path: "/account",
      headers: {
        "x-forwarded-host": "evil.example",
        "x-forwarded-proto": "https",
        forwarded: "host=evil.example",
        "x-original-url": "/ops",
      },
    });
    expect([answer.status, answer.headers.location]).toEqual([302, "/sign-in?next=%2Faccount"]);
    expect(JSON.stringify([answer.headers, answer.text])).not.toContain("evil.example");
  });
});

describe("machines that watch", () => {
  it.each(["/healthz", "/readyz", "/metrics"])("%s answers on any host", async (path) => {
    const answer = await rawRequest(home.port, { path, headers: { host: "10.0.0.9" } });
    expect(answer.status).toBe(200);
    expect(answer.headers["cache-control"]).toBe("no-store");
  });

  it("count answers by class of status, not by address", async () => {
    await rawRequest(home.port, { path: "/sign-in" });
    const { text } = await rawRequest(home.port, { path: "/metrics" });
    expect(text).toMatch(/http_request_duration_seconds_count\{method="GET",status="2xx"\} [1-9]/);
    expect(text).not.toContain("sign-in");
  });
});

describe("a trusted proxy", () => {
  it("is believed about host and address, nobody else is", async () => {
    const behind = await makeHome({ TRUSTED_PROXY: "127.0.0.1", PUBLIC_ORIGIN: "https://shop.example" });
    const proxied = await startProcess("web", behind);
    const headers = { host: `127.0.0.1:${behind.port}`, "x-forwarded-host": "shop.example" };
    expect((await rawRequest(behind.port, { path: "/sign-in", headers })).status).toBe(200);
    const elsewhere = await rawRequest(behind.port, { path: "/sign-in", headers: { ...headers, "x-forwarded-host": "evil.example" } });
    expect(elsewhere.headers.location).toBe("https://shop.example/sign-in");
    await proxied.stop();
    behind.remove();
  });
});
