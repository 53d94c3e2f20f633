import { get } from "node:http";
import { dirname } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import type { BrandId } from "~/domain/kernel/branded";
import { takeNextVersion } from "~db/queries/projection-versions";
import { transact } from "~db/transaction";
import { accountWorld, brandOf, person, sessionOf } from "~tests/support/account-world";
import { type Home, makeHome, type RunningProcess, startProcess } from "~tests/support/app";
import { openWorld, type World } from "~tests/support/databases";
import { rawRequest } from "~tests/support/raw-request";

let world: World;
let home: Home;
let web: RunningProcess;
let cookie = "";
let brandId: BrandId;

beforeAll(async () => {
  world = await openWorld("sqlite");
  if (!("file" in world.where)) throw new Error("not SQLite");
  const { deps } = accountWorld(world);
  const owner = await person(deps, "own@example.org");
  brandId = await brandOf(deps, "brume", owner);
  cookie = await sessionOf(deps, owner);
  home = await makeHome({ DATA_DIR: dirname(world.where.file), AUTH_SECRET: "s".repeat(40) });
  web = await startProcess("web", home);
});

afterAll(async () => {
  await web?.stop();
  await world?.close();
});

const bump = () => transact(world.db, (tx) => takeNextVersion(tx, { brandId, now: world.clock.now() }));

/** Opens the stream; `until` waits for a text in what has come so far. */
function listen() {
  let heard = "";
  let leave = (): void => undefined;
  let tellOpened = (_: number | undefined): void => undefined;
  const opened = new Promise<number | undefined>((resolve) => {
    tellOpened = resolve;
  });
  const waiting = new Set<() => void>();
  const headers = { host: `localhost:${home.port}`, cookie, accept: "text/event-stream" };
  const ended = new Promise<void>((resolve, reject) => {
    const sent = get({ agent: false, port: home.port, path: "/manage/brume/live", headers }, (answer) => {
      leave = () => {
        answer.off("error", reject);
        answer.on("error", () => resolve());
        answer.destroy();
      };
      tellOpened(answer.statusCode);
      answer.on("data", (chunk: Buffer) => {
        heard += String(chunk);
        for (const look of waiting) look();
      });
      answer.on("end", resolve);
      answer.on("error", reject);
    });
    sent.on("error", reject);
  });
  const until = (text: string): Promise<number> => {
    const began = performance.now();
    return new Promise((resolve) => {
      const look = (): void => {
        if (!heard.includes(text)) return;
        waiting.delete(look);
        resolve(performance.now() - began);
      };
      waiting.add(look);
      look();
    });
  };
  return { until, ended, opened, leave: () => leave() };
}

it("gives a person twenty streams at once, and one again when one ends", async () => {
  const streams = Array.from({ length: 20 }, () => listen());
  await Promise.all(streams.map((stream) => stream.until("event: version")));
  const headers = { cookie, accept: "text/event-stream" };
  const refused = await rawRequest(home.port, { path: "/manage/brume/live", headers });
  expect([refused.status, refused.headers["retry-after"]]).toEqual([429, "60"]);
  for (const stream of streams) stream.leave();
  await expect.poll(() => listen().opened).toBe(200);
});

it("tells a page of new figures within two seconds, and ends when the server leaves", async () => {
  const told = (version: number): string => `event: version\ndata: {"version":${version}}\n\n`;
  await bump();
  const stream = listen();
  await stream.until(told(1));
  // A machine that stands still for a moment spoils one round; a server that is slow spoils them all.
  let quickest = Number.POSITIVE_INFINITY;
  for (let version = 2; version <= 6 && quickest >= 2_000; version++) {
    await bump();
    quickest = Math.min(quickest, await stream.until(told(version)));
  }
  expect(quickest).toBeLessThan(2_000);
  await web.stop();
  await stream.ended;
  // A server that had to cut its streams off at the end of its patience would say so.
  expect(web.child.exitCode).toBe(0);
});
