import { statSync } from "node:fs";
import { request } from "node:http";
import { connect } from "node:net";
import { join } from "node:path";
import { expect, it } from "vitest";
import { makeHome, startProcess } from "~tests/support/app";
import { rawRequest } from "~tests/support/raw-request";
import { until } from "~tests/support/until";

it("makes its signing secret once, readable by its owner only", async () => {
  const home = await makeHome();
  const web = await startProcess("web", home);
  expect(statSync(join(home.dataDir, "auth-secret")).mode & 0o777).toBe(0o600);
  await web.stop();
  home.remove();
});

it("finishes what was begun when it is told to leave, and takes nothing new", async () => {
  const home = await makeHome();
  const web = await startProcess("web", home);
  const slow = new Promise<number>((resolve, reject) => {
    const headers = {
      host: `localhost:${home.port}`,
      origin: home.origin,
      "content-type": "application/x-www-form-urlencoded",
      "content-length": "40",
      // The server says "100 Continue" when it has begun with the request: only then may it be told to leave.
      expect: "100-continue",
    };
    const sent = request({ port: home.port, method: "POST", path: "/preferences", headers }, (answer) => {
      answer.resume();
      answer.on("end", () => resolve(answer.statusCode ?? 0));
    });
    sent.on("error", reject);
    sent.once("continue", () => {
      sent.write("locale=fr&next=");
      web.child.kill("SIGTERM");
      until(async () => !(await accepts(home.port))).then(() => sent.end("/glossary?a=1234567890123"), reject);
    });
  });
  expect(await slow).toBe(302);
  await web.stop();
  expect(web.child.exitCode).toBe(0);
  await expect(rawRequest(home.port, { path: "/healthz" })).rejects.toThrow();
  home.remove();
});

/** Whether the server takes a new connection. */
function accepts(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, "127.0.0.1", () => {
      socket.destroy();
      resolve(true);
    });
    socket.once("error", () => resolve(false));
  });
}

it.each([
  [{ PORT: "web" }, "PORT"],
  [{ PUBLIC_ORIGIN: "shop.example/path" }, "PUBLIC_ORIGIN"],
  [{ DATABASE_URL: "postgres://localhost/x" }, "AUTH_SECRET"],
  [{ CRASH_POINT: "event.before_commit" }, "CRASH_POINT"],
])("ends with a sentence when %o", async (env, name) => {
  const home = await makeHome(env);
  await expect(startProcess("web", home)).rejects.toThrow(new RegExp(`${name} .*`));
  home.remove();
});
