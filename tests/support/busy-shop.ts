import type { AffiliateId } from "~/domain/kernel/branded";
import { DAY_MS } from "~/domain/kernel/instant";
import type { Disqualification, PathTouch } from "~/domain/tracking/touch";
import type { World } from "./databases";
import { cancelUnits, type LineSpec, type PlacedOrder, placeOrder } from "./placed-orders";
import { addAffiliate, openShop, type Shop, setRate, touchOf } from "./shops";

type Chance = (below: number) => number;

/** The same sequence for the same seed: a linear congruential generator. Source: Numerical Recipes, 2nd edition, 7.1. */
export function chanceOf(seed: number): Chance {
  let state = seed >>> 0;
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

const DISQUALIFIED: readonly Disqualification[] = ["bot", "self", "partnership", "duplicate", "banned"];
const SHOPS = [
  { slug: "brume", currency: "EUR", model: "last_touch" },
  { slug: "minamo", currency: "JPY", model: "linear", scope: "brand" },
  { slug: "kuwait", currency: "KWD", model: "position_based", windowDays: 60 },
  { slug: "halden", currency: "EUR", model: "time_decay", scope: "product" },
  { slug: "lueur", currency: "EUR", model: "first_touch", windowDays: 7 },
] as const;

/** Five shops, four affiliates, `orders` orders with their cancels and changed rates, the same for the same seed; nothing decided. */
export async function fillBusyShops(world: World, { seed, orders }: { readonly seed: number; readonly orders: number }): Promise<void> {
  const chance = chanceOf(seed);
  const affiliates = await Promise.all(["ada", "bo", "cy", "di"].map((handle) => addAffiliate(world, handle)));
  const shops: Shop[] = [];
  for (const shop of SHOPS) shops.push(await openShop(world, { ...shop, rateBps: 500 + 100 * chance(10) }));
  for (let at = 0; at < orders; at++) {
    const shop = shops[chance(shops.length)] as Shop;
    world.clock.advance(chance(3 * DAY_MS));
    if (chance(4) === 0) await setRate(world, shop, { rateBps: chance(3_000), from: world.clock.now() });
    const now = world.clock.now();
    const touches = Array.from({ length: chance(7) }, () =>
      touchIn(chance, affiliates[chance(4)] as AffiliateId, { now, id: world.deps.ids.next("tch") }),
    ).sort((a, b) => a.at - b.at);
    const lines = Array.from({ length: 1 + chance(3) }, () => lineIn(chance, touches));
    const order = await placeOrder(world, shop, { lines, taxInclusive: chance(2) === 0, frozenAt: now - chance(20 * 60_000) });
    await cancelSome(world, { shop, order, chance });
  }
}

type Moment = { readonly now: number; readonly id: string };

function touchIn(chance: Chance, affiliateId: AffiliateId, { now, id }: Moment): PathTouch {
  const disqualified = chance(4) === 0 ? DISQUALIFIED[chance(DISQUALIFIED.length)] : undefined;
  const at = now - chance(chance(2) === 0 ? 80 * DAY_MS : 10 * DAY_MS) - chance(1_000);
  return touchOf(affiliateId, {
    at,
    id,
    pointsAt: chance(2) === 0 ? "brand" : "product",
    ...(disqualified === undefined ? {} : { disqualified }),
  });
}

function lineIn(chance: Chance, touches: readonly PathTouch[]): LineSpec {
  const quantity = 1 + chance(4);
  const unitPriceMinor = chance(10) === 0 ? 0 : 1 + chance(9_000);
  const discountMinor = chance(1 + Math.floor((quantity * unitPriceMinor) / 3));
  return { quantity, unitPriceMinor, discountMinor, taxBps: [0, 550, 1_000, 2_000][chance(4)] as number, touches };
}

type Sold = { readonly shop: Shop; readonly order: PlacedOrder; readonly chance: Chance };

/** Up to three cancels, until nothing is left to cancel. */
async function cancelSome(world: World, { shop, order, chance }: Sold): Promise<void> {
  const left = new Map(order.lines.map((line) => [line, line.quantity]));
  for (let turn = chance(4); turn > 0; turn--) {
    const cancels = [...left].flatMap(([line, units]) => (units > 0 && chance(2) === 0 ? [{ line, quantity: 1 + chance(units) }] : []));
    if (cancels.length === 0) continue;
    for (const { line, quantity } of cancels) left.set(line, (left.get(line) ?? 0) - quantity);
    world.clock.advance(1 + chance(60_000));
    await cancelUnits(world, shop, order, cancels);
  }
}
