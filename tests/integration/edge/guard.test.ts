import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Home, makeHome, type RunningProcess, startProcess } from "~tests/support/app";
import { formHeaders, rawBytes, rawRequest } from "~tests/support/raw-request";

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

const body = "locale=fr";

describe("forms", () => {
  const post = (headers: Readonly<Record<string, string>>, path = "/preferences") =>
    rawRequest(home.port, { method: "POST", path, headers: { "content-type": "application/x-www-form-urlencoded", ...headers }, body });

  it("are taken from our own pages", async () => {
    expect((await post({ origin: home.origin })).status).toBe(302);
    expect((await post({ "sec-fetch-site": "same-origin" })).status).toBe(302);
    expect((await post({ "sec-fetch-site": "same-origin", origin: "null" })).status).toBe(302);
  });

  it.each<Readonly<Record<string, string>>>([
    {},
    { origin: "https://evil.example" },
    { origin: "null" },
    { origin: "http://localhost" },
    { "sec-fetch-site": "cross-site" },
    { "sec-fetch-site": "same-site" },
    { "sec-fetch-site": "none" },
    { "sec-fetch-site": "cross-site", origin: "https://evil.example", "x-forwarded-host": "evil.example", "x-forwarded-proto": "https" },
    { origin: "https://evil.example", forwarded: "host=evil.example;proto=https" },
  ])("are refused with %o", async (headers) => {
    for (const path of ["/preferences", "/preferences.data", "/sign-out", "/nowhere", "/manage/x/live"]) {
      const answer = await post(headers, path);
      expect(answer.status, path).toBe(403);
      expect(answer.headers["set-cookie"], path).toBeUndefined();
      expect(answer.text).toContain("nothing was changed");
    }
  });

  it("are refused in the caller's language", async () => {
    expect((await post({ "accept-language": "fr-CA,fr;q=0.9" })).text).toContain("rien n’a été modifié");
  });
});

describe("methods", () => {
  it.each(["PUT", "PATCH", "DELETE", "OPTIONS", "TRACE", "PROPFIND"])("%s is not allowed anywhere", async (method) => {
    const answer = await rawRequest(home.port, { method, path: "/sign-in", headers: { origin: home.origin } });
    expect(answer.status).toBe(405);
    expect(answer.headers.allow).toBe("GET, HEAD, POST");
  });

  it("HEAD answers like GET without a body", async () => {
    const answer = await rawRequest(home.port, { method: "HEAD", path: "/sign-in" });
    expect([answer.status, answer.text]).toEqual([200, ""]);
  });
});

describe("the framework's data query", () => {
  it.each(["/?_data=root", "/sign-in?_data=routes%2Fsign-in", "/sign-in?%5Fdata=root", "/sign-in.data?_data=root"])(
    "%s is refused",
    async (path) => {
      expect((await rawRequest(home.port, { path })).status).toBe(400);
      expect((await rawRequest(home.port, { path, method: "POST", headers: formHeaders(home.origin), body })).status).toBe(400);
    },
  );
});

describe("addresses", () => {
  it.each([
    "/%",
    "/%zz",
    "/manage/%E0%A4%A",
    "/%00",
    "/sign-in%0d%0aSet-Cookie:x=1",
    "//evil.example",
    "/\\evil.example",
    `/${"a".repeat(8_000)}`,
    "http://evil.example/",
    "*",
  ])("%.40s is malformed", async (path) => {
    expect(await rawBytes(home.port, `GET ${path} HTTP/1.1\r\nHost: localhost:${home.port}\r\nConnection: close\r\n\r\n`)).toBe(
      "HTTP/1.1 400 Bad Request",
    );
  });

  it("too long for the server's own reader are refused by it", async () => {
    expect(await rawBytes(home.port, `GET /${"a".repeat(40_000)} HTTP/1.1\r\nHost: x\r\n\r\n`)).toMatch(/^HTTP\/1\.1 431 /);
  });

  it.each(["/sign-in?next=%", "/sign-in?a[b]=1&a[b]=2", "/sign-in?%zz=%zz", "/.env", "/assets/../../package.json", "/.vite/manifest.json"])(
    "%s never ends in an error of ours",
    async (path) => {
      const answer = await rawRequest(home.port, { path });
      expect(answer.status).toBeLessThan(500);
      expect(answer.text).not.toContain('"dependencies"');
    },
  );

  it("unknown ones are not found, as page and as data", async () => {
    expect((await rawRequest(home.port, { path: "/nowhere" })).status).toBe(404);
    expect((await rawRequest(home.port, { path: "/nowhere.data" })).status).toBe(404);
    expect((await rawRequest(home.port, { path: "/nowhere", method: "POST", headers: formHeaders(home.origin), body })).status).toBe(404);
  });
});
