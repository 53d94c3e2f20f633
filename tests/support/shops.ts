import type { AffiliateId, Bps, BrandId, Instant, ProgramId, RuleId, TouchId } from "~/domain/kernel/branded";
import { DAY_MS } from "~/domain/kernel/instant";
import type { Disqualification, PathTouch } from "~/domain/tracking/touch";
import { recordEvents } from "~db/queries/events";
import { transact } from "~db/transaction";
import type { World } from "./databases";

/** A brand with an open program whose orders are written as the checkout would, without going through it. */
export type Shop = { readonly brandId: BrandId; readonly programId: ProgramId; readonly currency: string; readonly feeBps: Bps };

type ShopOptions = {
  readonly slug?: string;
  readonly currency?: string;
  readonly model?: string;
  readonly scope?: string;
  readonly windowDays?: number;
  readonly rateBps?: number;
};

/** Opens a shop; its rule is in force since two hundred days ago. */
export async function openShop(world: World, options: ShopOptions = {}): Promise<Shop> {
  const {
    slug = "brume",
    currency = "EUR",
    model = "last_touch",
    scope = "product_then_brand",
    windowDays = 30,
    rateBps = 1_000,
  } = options;
  const shop = {
    brandId: world.deps.ids.next("brd") as BrandId,
    programId: world.deps.ids.next("prg") as ProgramId,
    currency,
    feeBps: 500 as Bps,
  };
  const since = world.clock.now() - 200 * DAY_MS;
  await transact(world.db, async (tx) => {
    const place = { country: "FR", timezone: "Europe/Paris", status: "live", tax_inclusive: 1 };
    await tx
      .insertInto("brands")
      .values({ id: shop.brandId, slug, name: slug, currency, ...place, created_at: since })
      .execute();
    const terms = { status: "open", window_days: windowDays, credit_model: model, credit_scope: scope };
    await tx
      .insertInto("programs")
      .values({ id: shop.programId, brand_id: shop.brandId, ...terms, created_at: since })
      .execute();
    const about = { brandId: shop.brandId, subjectId: shop.brandId, occurredAt: since as Instant };
    await recordEvents(tx, world.deps, [{ ...about, type: "brand.created", payload: { slug } }]);
  });
  await setRate(world, shop, { rateBps, from: since as Instant });
  return shop;
}

/** Adds a version of the shop's rule. */
export async function setRate(world: World, shop: Shop, rule: { readonly rateBps: number; readonly from: Instant }): Promise<RuleId> {
  const id = world.deps.ids.next("rul") as RuleId;
  await world.db.query
    .insertInto("commission_rules")
    .values({
      id,
      program_id: shop.programId,
      brand_id: shop.brandId,
      effective_from: rule.from,
      rate_bps: rule.rateBps,
      created_at: rule.from,
      created_by: null,
    })
    .execute();
  return id;
}

/** Adds an affiliate. */
export async function addAffiliate(world: World, handle: string): Promise<AffiliateId> {
  const id = world.deps.ids.next("aff") as AffiliateId;
  await world.db.query
    .insertInto("affiliates")
    .values({ id, person_id: null, handle, name: handle, created_at: world.clock.now() })
    .execute();
  return id;
}

type TouchOptions = {
  readonly at: number;
  readonly id?: string;
  readonly pointsAt?: "product" | "brand";
  readonly disqualified?: Disqualification;
};

let touches = 0;

/** A touch as a path holds it; on the line's product, qualified and by a link unless told otherwise. */
export function touchOf(affiliateId: AffiliateId, options: TouchOptions): PathTouch {
  touches++;
  return {
    touchId: (options.id ?? `tch_${String(touches).padStart(8, "0")}`) as TouchId,
    affiliateId,
    channel: "link",
    at: options.at as Instant,
    linkId: null,
    postId: null,
    pointsAt: options.pointsAt ?? "product",
    disqualified: options.disqualified ?? null,
  };
}
