import { DAY_MS, HOUR_MS } from "~/domain/kernel/instant";
import { localDayOf, plusDays } from "~/domain/kernel/zones";
import { readProgress } from "~/services/read-progress";
import { reportProgress } from "~/services/report-progress";
import type { WorkerDeps } from "../container";
import { pause } from "../pause";
import { seeded } from "./data/seeded";
import type { DemoShop } from "./demo-shop";
import { takeOrderNow, takeOrdersOfDay } from "./history";

/** Goods of the last three weeks may come back today. */
const RETURN_DAYS = 21;

/** Lets an order arrive every now and then, somewhere, and each hour what comes back of earlier ones, until stopped. */
export async function keepSelling(
  deps: WorkerDeps,
  shops: readonly DemoShop[],
  pace: { readonly orderEveryMs: number; readonly signal: AbortSignal },
): Promise<void> {
  const chance = seeded(`live ${deps.clock.now()}`);
  let caughtUpAt = deps.clock.now();
  while (await pause(pace.orderEveryMs * (0.5 + chance()), pace.signal)) {
    const shop = shops[Math.floor(chance() * shops.length)];
    if (shop !== undefined) await takeOrderNow(deps, shop);
    if (deps.clock.now() - caughtUpAt < HOUR_MS) continue;
    await catchUp(deps, shops);
    caughtUpAt = deps.clock.now();
  }
}

/** Takes in what fell due since the world was last up to date: days the machine slept through, returns of the weeks before. */
export async function catchUp(deps: WorkerDeps, shops: readonly DemoShop[]): Promise<void> {
  const now = deps.clock.now();
  const history = (await readProgress(deps)).find((part) => part.key === "demo.history");
  if (history === undefined || now - history.updatedAt < HOUR_MS) return;
  const days = RETURN_DAYS + Math.ceil((now - history.updatedAt) / DAY_MS);
  for (const shop of shops) {
    const today = localDayOf(now, shop.brand.timezone);
    for (let daysAgo = days; daysAgo >= 0; daysAgo--) await takeOrdersOfDay(deps, shop, plusDays(today, -daysAgo));
  }
  await reportProgress(deps, { key: "demo.history", done: history.total, total: history.total, state: "done" });
}
