import type { AffiliateId, BrandId, Instant, InteractionBatchId, LinkId, PostId } from "~/domain/kernel/branded";
import { DAY_MS, HOUR_MS } from "~/domain/kernel/instant";
import type { PathTouch } from "~/domain/tracking/touch";
import { claimEvents } from "~/services/claim-events";
import { foldEvents } from "~/services/fold-events";
import { recordEvents } from "~db/queries/events";
import { transact } from "~db/transaction";
import type { World } from "./databases";
import { cancelUnits, decideAll, placeOrder } from "./placed-orders";
import { type Shop, touchOf } from "./shops";

/** A touch on a brand as a test wants it written. */
type TouchSpec = { readonly path: PathTouch; readonly brandIds: readonly BrandId[] };

/** Writes touches in one batch with the event that tells of it, as the recorder of taps would. */
export async function recordPaths(world: World, touches: readonly TouchSpec[]): Promise<void> {
  const batchId = world.deps.ids.next("bat") as InteractionBatchId;
  await transact(world.db, async (tx) => {
    for (const { path, brandIds } of touches) {
      await tx
        .insertInto("touches")
        .values({
          ...{ id: path.touchId, batch_id: batchId, at: path.at, channel: path.channel, affiliate_id: path.affiliateId },
          ...{
            link_id: path.linkId,
            post_id: path.postId,
            visitor_id: null,
            person_id: null,
            device: "phone",
            in_app: null,
            referrer: null,
          },
        })
        .execute();
      const rows = brandIds.map((brandId) => ({
        ...{ touch_id: path.touchId, brand_id: brandId, product_id: "", affiliate_id: path.affiliateId },
        disqualified: path.disqualified,
      }));
      await tx.insertInto("touch_targets").values(rows).execute();
    }
    const payload = { batchId, rows: touches.length };
    await recordEvents(tx, world.deps, [
      { type: "interactions.recorded", brandId: null, subjectId: batchId, occurredAt: world.clock.now(), payload },
    ]);
  });
}

/** Folds whatever waits, in batches of this size. */
export async function foldAll(world: World, batchSize = 100): Promise<void> {
  for (;;) {
    const claimed = await claimEvents(world.deps, { consumer: "projections.fold", batchSize, batchesAhead: 8 });
    if (claimed === null) return;
    await foldEvents(world.deps, { batchId: claimed.batchId });
  }
}

/** Decides and folds until nothing waits. */
export async function settleAll(world: World): Promise<void> {
  await decideAll(world);
  await foldAll(world);
}

/** A link of an affiliate to a brand's page. */
export async function addLink(world: World, affiliateId: AffiliateId, slug: string): Promise<LinkId> {
  const id = world.deps.ids.next("lnk") as LinkId;
  const none = { brand_id: null, product_id: null, post_id: null, sub1: "ig-story", sub2: null, sub3: null, sub4: null, sub5: null };
  await world.db.query
    .insertInto("links")
    .values({ id, slug, affiliate_id: affiliateId, kind: "page", path: "/", ...none, utm: "", created_at: world.clock.now() })
    .execute();
  return id;
}

/** A post of an affiliate. */
export async function addPostOf(world: World, affiliateId: AffiliateId, caption: string): Promise<PostId> {
  const id = world.deps.ids.next("pst") as PostId;
  const picture = { picture_url: "/favicon.svg", alt: caption, width: 4, height: 5 };
  await world.db.query
    .insertInto("posts")
    .values({ id, affiliate_id: affiliateId, brand_id: null, caption, ...picture, paid: 1, published_at: world.clock.now() })
    .execute();
  return id;
}

/** An approved partnership. */
export async function addPartnership(world: World, shop: Shop, affiliateId: AffiliateId): Promise<void> {
  await world.db.query
    .insertInto("partnerships")
    .values({
      ...{ id: world.deps.ids.next("prt"), program_id: shop.programId, brand_id: shop.brandId, affiliate_id: affiliateId },
      ...{ status: "approved", applied_at: 0, decided_at: 0 },
    })
    .execute();
}

export type CreditStory = {
  readonly shop: Shop;
  readonly lina: AffiliateId;
  readonly noe: AffiliateId;
  readonly linkId: LinkId;
  readonly postId: PostId;
};

/**
 * Ten days of a shop with two affiliates, told to the end: every day a click by lina's link and one on her post,
 * on odd days one by noe, who then wins the order; a robot's click; every third order loses one of its two units
 * on its own day. Last touch, 10 %; a line is 2 × 40.00, tax 20 % inside.
 */
export async function tellStory(
  world: World,
  shop: Shop,
  people: { readonly lina: AffiliateId; readonly noe: AffiliateId },
): Promise<CreditStory> {
  const { lina, noe } = people;
  const [linkId, postId] = [await addLink(world, lina, `lina-${shop.brandId.slice(-6)}`), await addPostOf(world, lina, "Winter flat-lay")];
  await addPartnership(world, shop, lina);
  await addPartnership(world, shop, noe);
  const start = world.clock.now();
  for (let day = 0; day < 10; day++) {
    const at = (start - (9 - day) * DAY_MS - 3 * HOUR_MS) as Instant;
    world.clock.set(at);
    const byLink = { ...touchOf(lina, { at, id: world.deps.ids.next("tch") }), linkId };
    const byPost = { ...touchOf(lina, { at: at + 1_000, id: world.deps.ids.next("tch") }), channel: "post" as const, postId };
    const rival = touchOf(noe, { at: at + 2_000, id: world.deps.ids.next("tch") });
    const robot = { ...touchOf(lina, { at: at + 3_000, id: world.deps.ids.next("tch"), disqualified: "bot" }), linkId };
    const path = day % 2 === 0 ? [byLink, byPost, robot] : [byLink, byPost, rival, robot];
    await recordPaths(
      world,
      path.map((one) => ({ path: one, brandIds: [shop.brandId] })),
    );
    world.clock.advance(HOUR_MS);
    const order = await placeOrder(world, shop, { lines: [{ quantity: 2, unitPriceMinor: 4_000, touches: path }] });
    world.clock.advance(60_000);
    const line = order.lines[0];
    if (day % 3 === 0 && line !== undefined) await cancelUnits(world, shop, order, [{ line, quantity: 1 }]);
  }
  world.clock.set(start);
  await settleAll(world);
  return { shop, lina, noe, linkId, postId };
}
