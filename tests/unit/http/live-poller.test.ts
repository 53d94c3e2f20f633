import { setTimeout as sleep } from "node:timers/promises";
import { expect, it } from "vitest";
import type { BrandId } from "~/domain/kernel/branded";
import { livePoller } from "~/http/live-poller";

const [ONE, TWO] = ["brd_1" as BrandId, "brd_2" as BrandId];
const SILENT = { info: () => undefined, warn: () => undefined, error: () => undefined };

it("tells each watcher their brand's version and its changes, with one reading for all", async () => {
  const versions = new Map([[ONE, 7]]);
  const asked: string[] = [];
  const feed = livePoller(async (ids) => {
    asked.push([...ids].sort().join(" "));
    return versions;
  }, SILENT);
  const [first, second, other]: [number[], number[], number[]] = [[], [], []];
  const stop = feed.watch(ONE, (version) => first.push(version));
  feed.watch(ONE, (version) => second.push(version));
  feed.watch(TWO, (version) => other.push(version));
  await sleep(400);
  versions.set(ONE, 8);
  stop();
  await sleep(400);
  expect([first, second, other]).toEqual([[7], [7, 8], [0]]);
  expect(new Set(asked)).toEqual(new Set(["brd_1 brd_2"]));
  feed.close();
});

it("asks nothing while nobody looks, and goes on after a reading that failed", async () => {
  let asked = 0;
  const feed = livePoller(async () => {
    asked += 1;
    if (asked === 1) throw new Error("the database is away");
    return new Map([[ONE, 1]]);
  }, SILENT);
  await sleep(300);
  expect(asked).toBe(0);
  const told: number[] = [];
  feed.watch(ONE, (version) => told.push(version));
  await sleep(700);
  expect(told).toEqual([1]);
  feed.close();
});

it("ends every stream when it closes, and those that come later at once", () => {
  const feed = livePoller(async () => new Map(), SILENT);
  const ended: string[] = [];
  const forget = feed.onClose(() => ended.push("forgotten"));
  forget();
  feed.onClose(() => ended.push("one"));
  feed.close();
  feed.onClose(() => ended.push("late"));
  expect(ended).toEqual(["one", "late"]);
});
