import { get } from "node:http";
import { brotliDecompressSync, gunzipSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Home, makeHome, type RunningProcess, startProcess } from "~tests/support/app";
import { formHeaders, rawRequest } from "~tests/support/raw-request";

let home: Home;
let web: RunningProcess;
let secure: Home;
let secureWeb: RunningProcess;

beforeAll(async () => {
  [home, secure] = [await makeHome(), await makeHome({ PUBLIC_ORIGIN: "https://shop.example" })];
  [web, secureWeb] = await Promise.all([startProcess("web", home), startProcess("web", secure)]);
});

afterAll(async () => {
  await Promise.all([web?.stop(), secureWeb?.stop()]);
  home?.remove();
  secure?.remove();
});

const nonceIn = (policy: string | undefined) => /'nonce-([^']+)'/.exec(policy ?? "")?.[1];

it.each(["/sign-in", "/nowhere", "/%zz", "/favicon.svg", "/healthz", "/account", "/sign-in.data"])(
  "%s carries every security header",
  async (path) => {
    const { headers } = await rawRequest(home.port, { path });
    const policy = String(headers["content-security-policy"]);
    const nonce = nonceIn(policy);
    expect(policy.split("; ")).toEqual([
      "default-src 'self'",
      `script-src 'nonce-${nonce}' 'strict-dynamic' 'self'`,
      `style-src 'self' 'nonce-${nonce}'`,
      "img-src 'self' data:",
      "font-src 'self'",
      "connect-src 'self'",
      "form-action 'self'",
      "frame-ancestors 'none'",
      "base-uri 'none'",
      "object-src 'none'",
    ]);
    expect(headers).toMatchObject({
      "x-content-type-options": "nosniff",
      "referrer-policy": "strict-origin-when-cross-origin",
      "cross-origin-opener-policy": "same-origin",
    });
    expect(headers["permissions-policy"]).toContain("camera=()");
    expect(headers["strict-transport-security"]).toBeUndefined();
    expect(headers["x-powered-by"]).toBeUndefined();
  },
);

it("asks for https for two years on an https origin", async () => {
  const { headers } = await rawRequest(secure.port, { path: "/sign-in", headers: { host: "shop.example" } });
  expect(headers["strict-transport-security"]).toBe("max-age=63072000; includeSubDomains");
});

it("marks each answer's own scripts with a nonce of its own, and nothing else runs", async () => {
  const [one, two] = [await rawRequest(home.port, { path: "/sign-in" }), await rawRequest(home.port, { path: "/sign-in" })];
  const nonce = nonceIn(String(one.headers["content-security-policy"]));
  expect(nonce).not.toBe(nonceIn(String(two.headers["content-security-policy"])));
  expect(Buffer.from(nonce ?? "", "base64")).toHaveLength(16);
  const scripts = one.text.match(/<script[^>]*>/g) ?? [];
  expect(scripts.length).toBeGreaterThan(1);
  expect(scripts.filter((script) => !script.includes(`nonce="${nonce}"`))).toEqual([]);
  expect(one.text).not.toMatch(/\sstyle="|\son[a-z]+="/);
});

describe("what may be kept", () => {
  it("is nothing of a page", async () => {
    const { headers } = await rawRequest(home.port, { path: "/sign-in" });
    expect(headers["cache-control"]).toBe("no-store");
    expect(headers.vary).toContain("Accept-Language");
    expect(headers.vary).toContain("Cookie");
  });

  it("is nothing of an answer to somebody with a session, or that sets a cookie", async () => {
    const signedIn = await rawRequest(home.port, { path: "/glossary", headers: { cookie: "vitrine_session=any" } });
    expect(signedIn.headers["cache-control"]).toBe("private, no-store");
    const cookie = await rawRequest(home.port, {
      method: "POST",
      path: "/preferences",
      headers: formHeaders(home.origin),
      body: "locale=fr",
    });
    expect(cookie.headers["set-cookie"]).toEqual(["vitrine_locale=fr; Path=/; Max-Age=31536000; HttpOnly; SameSite=Lax"]);
    expect(cookie.headers["cache-control"]).toBe("private, no-store");
  });

  it("is a built file, for ever", async () => {
    const page = await rawRequest(home.port, { path: "/sign-in" });
    const script = /"(\/assets\/[^"]+\.js)"/.exec(page.text)?.[1] ?? "";
    const { status, headers } = await rawRequest(home.port, { path: script });
    expect([status, headers["cache-control"]]).toEqual([200, "public, max-age=31536000, immutable"]);
    const again = await rawRequest(home.port, { path: script, headers: { "if-none-match": String(headers.etag) } });
    expect(again.status).toBe(304);
    expect((await rawRequest(home.port, { path: script, headers: { range: "bytes=9-2" } })).status).toBe(200);
  });
});

describe("compression", () => {
  const fetchBytes = (path: string, encoding: string): Promise<{ readonly encoding: string | undefined; readonly bytes: Buffer }> =>
    new Promise((resolve, reject) => {
      get({ port: home.port, path, headers: { host: `localhost:${home.port}`, "accept-encoding": encoding } }, (answer) => {
        const chunks: Buffer[] = [];
        answer.on("data", (chunk: Buffer) => chunks.push(chunk));
        answer.on("end", () => resolve({ encoding: answer.headers["content-encoding"], bytes: Buffer.concat(chunks) }));
      }).on("error", reject);
    });

  it("of pages follows what the caller reads", async () => {
    const brotli = await fetchBytes("/sign-in", "gzip, br");
    expect([brotli.encoding, String(brotliDecompressSync(brotli.bytes))]).toEqual(["br", expect.stringContaining("</html>")]);
    const gzip = await fetchBytes("/sign-in", "gzip;q=1.0, br;q=0");
    expect([gzip.encoding, String(gunzipSync(gzip.bytes))]).toEqual(["gzip", expect.stringContaining("</html>")]);
    const plain = await fetchBytes("/sign-in", "identity");
    expect([plain.encoding, String(plain.bytes)]).toEqual([undefined, expect.stringContaining("</html>")]);
  });

  it("of built files was done at build time", async () => {
    const page = await rawRequest(home.port, { path: "/sign-in" });
    const script = /"(\/assets\/entry[^"]+\.js)"/.exec(page.text)?.[1] ?? "";
    const [small, whole] = [await fetchBytes(script, "br"), await fetchBytes(script, "identity")];
    expect([small.encoding, whole.encoding]).toEqual(["br", undefined]);
    expect(brotliDecompressSync(small.bytes).equals(whole.bytes)).toBe(true);
  });
});

it("answers in the language asked for, the cookie first", async () => {
  const lang = async (headers: Readonly<Record<string, string>>) =>
    /<html lang="(\w+)"/.exec((await rawRequest(home.port, { path: "/sign-in", headers })).text)?.[1];
  expect(await lang({})).toBe("en");
  expect(await lang({ "accept-language": "fr-CA,en;q=0.5" })).toBe("fr");
  expect(await lang({ "accept-language": "de,en;q=0.5,fr;q=0.9" })).toBe("fr");
  expect(await lang({ "accept-language": "fr", cookie: "vitrine_locale=en" })).toBe("en");
  expect(await lang({ "accept-language": "fr", cookie: "vitrine_locale=xx" })).toBe("fr");
});
