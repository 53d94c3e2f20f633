import { Agent } from "node:http";
import { connect } from "node:net";
import { afterAll, beforeAll, expect, it } from "vitest";
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

const MEGABYTE = Buffer.alloc(1_000_000, "a");

it("refuses a form over a megabyte by what it announces", async () => {
  const headers = { ...formHeaders(home.origin), "content-length": "1000001" };
  const answer = await rawRequest(home.port, { method: "POST", path: "/preferences", headers, body: [MEGABYTE, Buffer.from("a")] });
  expect(answer.status).toBe(413);
});

it("refuses a form over a megabyte that announces nothing", async () => {
  const headers = { ...formHeaders(home.origin), "transfer-encoding": "chunked" };
  const answer = await rawRequest(home.port, { method: "POST", path: "/preferences", headers, body: [MEGABYTE, MEGABYTE] });
  expect(answer.status).toBe(413);
  expect(answer.text).toContain("nothing was changed");
});

it("takes up to 25 megabytes where files are taken, and not more", async () => {
  const path = "/manage/none/catalog/import";
  const announce = (bytes: number) => ({ ...formHeaders(home.origin), "content-length": String(bytes) });
  const over = await rawRequest(home.port, {
    method: "POST",
    path,
    headers: announce(26_000_000),
    body: Array.from({ length: 26 }, () => MEGABYTE),
  });
  expect(over.status).toBe(413);
  const within = await rawRequest(home.port, { method: "POST", path, headers: announce(2_000_000), body: [MEGABYTE, MEGABYTE] });
  expect(within.status).toBe(302);
});

it("refuses what is no form", async () => {
  const headers = { origin: home.origin, "content-type": "application/json" };
  expect((await rawRequest(home.port, { method: "POST", path: "/sign-in", headers, body: "{}" })).status).toBe(400);
  const broken = { origin: home.origin, "content-type": "multipart/form-data; boundary=x" };
  expect((await rawRequest(home.port, { method: "POST", path: "/sign-in", headers: broken, body: "--y\r\n" })).status).toBe(400);
});

it("keeps a connection usable when it did not read what was sent", async () => {
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  const headers = { origin: home.origin, "content-type": "application/json" };
  for (const path of ["/sign-in", "/sign-in", "/manage/none/catalog/import"]) {
    const answer = await rawRequest(home.port, { agent, method: "POST", path, headers, body: [MEGABYTE.subarray(0, 900_000)] });
    expect([400, 302]).toContain(answer.status);
    expect((await rawRequest(home.port, { agent, path: "/sign-in" })).status).toBe(200);
  }
  agent.destroy();
});

it("repeats nothing that is too long to be meant", async () => {
  const answer = await rawRequest(home.port, {
    method: "POST",
    path: "/sign-in",
    headers: formHeaders(home.origin),
    body: `email=${"a".repeat(50_000)}&password=x&surprise=1`,
  });
  expect(answer.status).toBe(400);
  expect(answer.text).not.toContain("aaaaaaaaaa");
});

it("lets go of a caller who never finishes their headers", async () => {
  const answer = await new Promise<string>((resolve, reject) => {
    const socket = connect(home.port, "127.0.0.1", () => socket.write("GET / HTTP/1.1\r\nHost: x\r\n"));
    let text = "";
    socket.on("data", (chunk: Buffer) => {
      text += String(chunk);
    });
    socket.on("error", reject);
    socket.on("close", () => resolve(text));
  });
  expect(answer).toMatch(/^HTTP\/1\.1 408 /);
}, 90_000);

it("goes on answering after callers that hang up halfway", async () => {
  await Promise.all(
    Array.from(
      { length: 20 },
      () =>
        new Promise<void>((resolve) => {
          const socket = connect(home.port, "127.0.0.1", () => {
            socket.write(
              `POST /sign-in HTTP/1.1\r\nHost: localhost:${home.port}\r\nOrigin: ${home.origin}\r\nContent-Length: 1000\r\n\r\nemail=`,
            );
            setTimeout(() => socket.destroy(), 50);
          });
          socket.on("close", () => resolve());
        }),
    ),
  );
  expect((await rawRequest(home.port, { path: "/sign-in" })).status).toBe(200);
});
