import { sql } from "kysely";
import type { Channel } from "~/domain/events/commission-events";
import type {
  AffiliateId,
  BagId,
  BrandId,
  Instant,
  InteractionBatchId,
  LinkId,
  PersonId,
  PostId,
  ProductId,
  TagId,
  TouchId,
  VisitorId,
} from "~/domain/kernel/branded";
import type { JudgedTouch } from "~/domain/tracking/judge-contact";
import type { Disqualification, PathTouch, Touch, TouchTarget } from "~/domain/tracking/touch";
import { insertRows } from "../compiled";
import type { Queryable } from "../open";
import type { Tx } from "../transaction";

const TOUCH_COLUMNS = [
  "id",
  "batch_id",
  "at",
  "channel",
  "affiliate_id",
  "link_id",
  "post_id",
  "tag_id",
  "visitor_id",
  "person_id",
  "device",
  "in_app",
  "referrer",
] as const;
const TARGET_COLUMNS = ["touch_id", "brand_id", "product_id", "affiliate_id", "disqualified"] as const;

const insertTouchRows = insertRows(TOUCH_COLUMNS, (q, rows) => q.insertInto("touches").values([...rows]));
const insertTargetRows = insertRows(TARGET_COLUMNS, (q, rows) => q.insertInto("touch_targets").values([...rows]));

/** Appends touches with all they point at. */
export async function insertTouches(tx: Tx, batchId: InteractionBatchId, touches: readonly JudgedTouch[]): Promise<void> {
  // One flat list each: on the hottest path of all, an array per row would be most of its garbage.
  const rows: (string | number | null)[] = [];
  const targets: (string | null)[] = [];
  for (const touch of touches) {
    rows.push(touch.touchId, batchId, touch.at, touch.channel, touch.affiliateId, touch.linkId, touch.postId, touch.tagId);
    rows.push(touch.visitorId, null, touch.device, touch.inApp, touch.referrer);
    for (const { brandId, productId, disqualified } of touch.targets)
      targets.push(touch.touchId, brandId, productId ?? "", touch.affiliateId, disqualified);
  }
  await insertTouchRows(tx, rows);
  await insertTargetRows(tx, targets);
}

/** The newest of a line's path; nobody decides by more, and an order must not carry thousands. */
const LONGEST_PATH = 500;

type PathOf = {
  /** The visitor at the checkout, if known; visitors joined to `personId` are found here. */
  readonly visitorIds: readonly VisitorId[];
  readonly personId: PersonId | null;
  /** Touches tied to the bag by their signed ids count too. */
  readonly bagId: BagId | null;
  readonly brandId: BrandId;
  readonly productId: ProductId;
  /** Both ends are included. Visitors who withdrew their consent up to `until` are left out. */
  readonly from: Instant;
  readonly until: Instant;
};

/** Every touch on the brand that reaches one order line, qualified or not, in time order; the newest 500. */
export async function listPath(q: Queryable, of: PathOf): Promise<readonly PathTouch[]> {
  const rows = await q
    .selectFrom("touches as t")
    .innerJoin("touch_targets as tt", "tt.touch_id", "t.id")
    .select(["t.id", "t.affiliate_id", "t.channel", "t.at", "t.link_id", "t.post_id"])
    .select((eb) => [
      eb.fn.max<number>(sql`case when tt.product_id = ${of.productId} then 1 else 0 end`).as("on_product"),
      // The reasons of one brand's targets are the same; the empty text, a target that counts, sorts first.
      eb.fn.min<string>(sql`coalesce(tt.disqualified, '')`).as("disqualified"),
    ])
    .where("tt.brand_id", "=", of.brandId)
    .where("t.at", ">=", of.from)
    .where("t.at", "<=", of.until)
    .where("t.id", "in", touchesOf(q, of))
    .groupBy("t.id")
    .orderBy("t.at", "desc")
    .orderBy("t.id", "desc")
    .limit(LONGEST_PATH)
    .execute();
  return rows.reverse().map((row) => ({
    touchId: row.id as TouchId,
    affiliateId: row.affiliate_id as AffiliateId,
    channel: row.channel as Channel,
    at: row.at as Instant,
    linkId: row.link_id as LinkId | null,
    postId: row.post_id as PostId | null,
    pointsAt: Number(row.on_product) === 1 ? "product" : "brand",
    disqualified: row.disqualified === "" ? null : (row.disqualified as Disqualification),
  }));
}

/** The ids of all that the visitors, the person and the bag bring along. */
function touchesOf(q: Queryable, { visitorIds, personId, bagId, from, until }: PathOf) {
  const joined = q
    .selectFrom("visitor_people")
    .select("visitor_id")
    .where("person_id", "=", personId ?? "");
  const visitors = q
    .selectFrom("visitors")
    .select("id")
    .where((eb) => eb.or([eb("id", "in", [...visitorIds, ""]), eb("id", "in", joined)]))
    .where((eb) => eb.or([eb("withdrawn_at", "is", null), eb("withdrawn_at", ">", until)]));
  return q
    .selectFrom("touches as own")
    .select("own.id")
    .where("own.visitor_id", "in", visitors)
    .where("own.at", ">=", from)
    .where("own.at", "<=", until)
    .union(q.selectFrom("visitor_touches").select("touch_id as id").where("visitor_id", "in", visitors))
    .union(
      q
        .selectFrom("touches as named")
        .select("named.id")
        .where("named.person_id", "=", personId ?? "")
        .where("named.at", ">=", from)
        .where("named.at", "<=", until),
    )
    .union(
      q
        .selectFrom("bag_touches")
        .select("touch_id as id")
        .where("bag_id", "=", bagId ?? ""),
    );
}

/** A touch of a batch with what it points at, as projections take it in. */
export type BatchTouch = Touch & { readonly tagId: TagId | null; readonly targets: readonly TouchTarget[] };

/** The touches that were committed together, in time order. */
export async function listBatchTouches(q: Queryable, batchId: InteractionBatchId): Promise<readonly BatchTouch[]> {
  const rows = await q
    .selectFrom("touches as t")
    .leftJoin("touch_targets as tt", "tt.touch_id", "t.id")
    .select(["t.id", "t.affiliate_id", "t.channel", "t.at", "t.link_id", "t.post_id", "t.tag_id"])
    .select(["tt.brand_id", "tt.product_id", "tt.disqualified"])
    .where("t.batch_id", "=", batchId)
    .orderBy("t.at")
    .orderBy("t.id")
    .orderBy("tt.brand_id")
    .orderBy("tt.product_id")
    .execute();
  const touches = new Map<string, BatchTouch & { readonly targets: TouchTarget[] }>();
  for (const row of rows) {
    const touch = touches.get(row.id) ?? {
      touchId: row.id as TouchId,
      affiliateId: row.affiliate_id as AffiliateId,
      channel: row.channel as Channel,
      at: row.at as Instant,
      linkId: row.link_id as LinkId | null,
      postId: row.post_id as PostId | null,
      tagId: row.tag_id as TagId | null,
      targets: [],
    };
    touches.set(row.id, touch);
    if (row.brand_id === null) continue;
    touch.targets.push({
      brandId: row.brand_id as BrandId,
      productId: row.product_id === "" ? null : (row.product_id as ProductId | null),
      disqualified: row.disqualified as Disqualification | null,
    });
  }
  return [...touches.values()];
}
