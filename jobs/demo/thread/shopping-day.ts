import type { Instant, LocalDay, VariantId, Zone } from "~/domain/kernel/branded";
import { parseCurrency } from "~/domain/kernel/currency";
import { DAY_MS, HOUR_MS, instant, MINUTE_MS, plusMs } from "~/domain/kernel/instant";
import { dayStart } from "~/domain/kernel/zones";
import type { ContactAim } from "~/domain/tracking/contact";
import { cancelLines } from "~/services/cancel-lines";
import { findProduct } from "~/services/find-product";
import { readOrder } from "~/services/read-order";
import type { WorkerDeps } from "../../container";
import { creators } from "../data/creators";
import { demandOfHour } from "../data/seasons";
import { between, type Chance, pick, seeded } from "../data/seeded";
import type { DemoShop } from "../demo-shop";
import { buy } from "./buy";
import { at, type KnownShopper, type Thread } from "./demo-thread";
import { contactOf, tapAll } from "./visits";

/** Orders a day that came by a tap or a link; the rest of the shop's day is its imported history. */
const ORDERS = 16;

/** Visits a day for each point of a creator's reach. */
const VISITS_PER_REACH = 0.22;

/** One order in eight is cut short inside its window. */
const CANCEL_SHARE = 0.12;

/** One shopper in three came by two creators, the first a while earlier. */
const SECOND_TOUCH_SHARE = 0.33;

/** The zone in which the feed's days are told: most creators and shops live there. */
export const FEED_ZONE = "Europe/Paris" as Zone;

/** Something of a creator's that leads to a product. */
type Lead = { readonly aim: ContactAim; readonly brandSlug: string; readonly productHandle: string };

/** Everything that one day of the past brought by posts and links, up to now: visits, orders, and what was canceled of them. */
export async function spendDay(
  deps: WorkerDeps,
  thread: Thread,
  { shops, day }: { readonly shops: readonly DemoShop[]; readonly day: LocalDay },
): Promise<void> {
  const chance = seeded(`thread ${day}`);
  const now = deps.clock.now();
  const start = dayStart(day, FEED_ZONE);
  await visitAll(deps, thread, { chance, start });
  for (let index = 0; index < ORDERS; index++) {
    const moment = momentOf(chance, start);
    const payKey = `demo-${day}-${index}`;
    if (moment <= now) await orderAt(deps, thread, { shops, chance, moment, payKey });
  }
}

/** One order of this very moment. */
export async function orderNow(deps: WorkerDeps, thread: Thread, shops: readonly DemoShop[]): Promise<void> {
  const moment = deps.clock.now();
  await orderAt(deps, thread, { shops, chance: seeded(`thread now ${moment}`), moment, payKey: `demo-now-${moment}` });
}

async function visitAll(
  deps: WorkerDeps,
  thread: Thread,
  { chance, start }: { readonly chance: Chance; readonly start: Instant },
): Promise<void> {
  const visits = Math.round(creators.reduce((sum, creator) => sum + creator.reach, 0) * VISITS_PER_REACH);
  const moments = Array.from({ length: visits }, () => momentOf(chance, start)).filter((moment) => moment <= deps.clock.now());
  const contacts = moments.flatMap((moment) => {
    const lead = leadAt(chance, thread, moment);
    return lead === undefined ? [] : [contactOf(chance, { aim: lead.aim, at: moment, visitorId: null }, "anyone")];
  });
  await tapAll(at(deps, minOf(plusMs(start, DAY_MS), deps.clock.now())), contacts);
}

type Order = { readonly shops: readonly DemoShop[]; readonly chance: Chance; readonly moment: Instant; readonly payKey: string };

async function orderAt(deps: WorkerDeps, thread: Thread, { shops, chance, moment, payKey }: Order): Promise<void> {
  const lead = leadAt(chance, thread, moment);
  const shop = shops.find(({ demo }) => demo.slug === lead?.brandSlug);
  if (lead === undefined || shop === undefined) return;
  const known = buyerFor(chance, thread, shop);
  const earlier = chance() < SECOND_TOUCH_SHARE ? leadAt(chance, thread, plusMs(moment, -DAY_MS)) : undefined;
  const taps = [
    ...(earlier === undefined ? [] : [{ aim: earlier.aim, at: plusMs(moment, -between(chance, 120, 2_000) * MINUTE_MS) }]),
    { aim: lead.aim, at: plusMs(moment, -between(chance, 1, 40) * MINUTE_MS) },
  ];
  await tapAll(
    at(deps, moment),
    taps.map((tap) => contactOf(chance, { ...tap, visitorId: known.visitorId }, "person")),
  );
  const variantIds = await choose(deps, { chance, shop, handle: lead.productHandle });
  const currency = parseCurrency(shop.demo.currency);
  if (variantIds.length === 0 || currency === undefined) return;
  const [orderId] = await buy(at(deps, moment), known, { variantIds, currency, payKey });
  if (orderId === undefined || chance() >= CANCEL_SHARE) return;
  await cancelOne(at(deps, minOf(plusMs(moment, 9 * MINUTE_MS), deps.clock.now())), known, orderId);
}

/** A shopper of the shop's own country where there is one: parcels abroad are rare. */
function buyerFor(chance: Chance, thread: Thread, { demo }: DemoShop): KnownShopper {
  const near = thread.shoppers.filter(({ shopper }) => shopper.country === demo.country && shopper.key !== "camille");
  return pick(chance, near.length > 0 ? near : thread.shoppers);
}

/** A tag of a post that was there by then, the newer the likelier, or one link in three. */
function leadAt(chance: Chance, { posts, links }: Thread, moment: Instant): Lead | undefined {
  if (chance() < 0.34 && links.length > 0) {
    const { slug, brandSlug, productHandle } = pick(chance, links);
    return { aim: { kind: "link", slug }, brandSlug, productHandle };
  }
  const there = posts.filter((post) => post.publishedAt <= moment && post.tags.length > 0);
  const post = there[Math.floor(chance() ** 2 * there.length)];
  if (post === undefined) return undefined;
  const tag = pick(chance, post.tags);
  return { aim: { kind: "tag", tagId: tag.tagId }, brandSlug: tag.brand.slug, productHandle: tag.handle };
}

type Choice = { readonly chance: Chance; readonly shop: DemoShop; readonly handle: string };

/** A variant that is in stock, sometimes two. */
async function choose(deps: WorkerDeps, { chance, shop, handle }: Choice): Promise<readonly VariantId[]> {
  const product = await findProduct(deps, { brandId: shop.brand.brandId, handle });
  const left = product?.variants.filter((variant) => variant.onHand - variant.reserved > 2) ?? [];
  if (left.length === 0) return [];
  const first = pick(chance, left).variantId;
  return chance() < 0.2 ? [first, pick(chance, left).variantId] : [first];
}

async function cancelOne(deps: WorkerDeps, known: KnownShopper, orderId: Parameters<typeof cancelLines>[1]["orderId"]): Promise<void> {
  const shopper = { personId: known.personId, bagId: null };
  const order = await readOrder(deps, { orderId, by: shopper });
  if (!order.ok) return;
  const [line] = order.value.lines;
  if (line !== undefined)
    await cancelLines(deps, { shopper, orderId, lines: [{ orderLineId: line.orderLineId, quantity: 1 }], reason: "changed_mind" });
}

function momentOf(chance: Chance, start: Instant): Instant {
  const wanted = chance() * Array.from({ length: 24 }, (_, hour) => demandOfHour(hour)).reduce((sum, share) => sum + share, 0);
  let hour = 0;
  for (let passed = demandOfHour(0); passed < wanted && hour < 23; passed += demandOfHour(hour)) hour += 1;
  return plusMs(start, hour * HOUR_MS + Math.floor(chance() * HOUR_MS));
}

function minOf(left: Instant, right: Instant): Instant {
  return instant(Math.min(left, right));
}
