import { expect, it } from "vitest";
import type { AffiliateId, BrandId, Instant, InteractionBatchId, LinkId } from "~/domain/kernel/branded";
import { type CreditDelta, mergeCredits, touchDeltas } from "~/domain/reporting/fold-credits";
import { recompute } from "~db/recompute";
import { countFilteredLines, countReportedLines, findReportedLine, listReportedLines } from "~db/queries/commission-report";
import { getExplanation, getProofBase, listExplanations, listProofEntries, listProofReversals } from "~db/queries/commission-proof";
import { nameAffiliates, nameLinks, namePosts } from "~db/queries/credit-names";
import { findLatestCredit, listCreditBuckets, listCreditRows, listPartnerBrands, listSettledBuckets } from "~db/queries/credit-reports";
import { addCreditDeltas, listCreditRollups, removeCreditRows } from "~db/queries/credit-rollups";
import { listBrandTouches, listFoldedTouchesBetween, listTouchesByBatch } from "~db/queries/folded-touches";
import { transact } from "~db/transaction";
import { recordPaths, tellStory } from "~tests/support/credit-world";
import { onEachDatabase } from "~tests/support/databases";
import { addAffiliate, openShop, touchOf } from "~tests/support/shops";

const BRAND = "brd" as BrandId;
const ALWAYS = { start: 0 as Instant, end: Number.MAX_SAFE_INTEGER as Instant };

function delta(bucket: number, linkId: string | null, clicks: number): CreditDelta {
  const [made] = touchDeltas([
    {
      ...touchOf("lina" as AffiliateId, { at: bucket }),
      linkId: linkId as LinkId | null,
      targets: [{ brandId: BRAND, productId: null, disqualified: null }],
    },
  ]);
  if (made === undefined) throw new Error("no delta");
  return { ...made, clicks, rawClicks: clicks };
}

onEachDatabase((open) => {
  it("adds to what stands, in statements of any size, lists in a stable order, and removes exactly the named rows", async () => {
    const world = await open();
    const rows = Array.from({ length: 1_200 }, (_, at) => delta(at * 900_000, at % 2 === 0 ? "lnk" : null, 1));
    await transact(world.db, (tx) => addCreditDeltas(tx, mergeCredits(rows)));
    await transact(world.db, (tx) => addCreditDeltas(tx, [delta(0, "lnk", 5), delta(0, null, 2)]));
    const listed = await listCreditRollups(world.db.query, BRAND);
    expect(listed).toHaveLength(1_201);
    expect(listed.slice(0, 2).map((row) => [row.linkId, row.clicks])).toEqual([
      [null, 2],
      ["lnk", 6],
    ]);
    await transact(world.db, (tx) => removeCreditRows(tx, [delta(0, null, 0)]));
    expect((await listCreditRollups(world.db.query, BRAND))[0]?.linkId).toBe("lnk");
  });

  it("reads touches by their batch, by brand, and by the time of what was folded", async () => {
    const world = await open();
    const [brume, halden] = [await openShop(world), await openShop(world, { slug: "halden" })];
    const lina = await addAffiliate(world, "lina");
    const path = touchOf(lina, { at: world.clock.now() });
    await recordPaths(world, [{ path, brandIds: [brume.brandId, halden.brandId] }]);
    const { batch_id: batchId } = await world.db.query.selectFrom("touches").select("batch_id").executeTakeFirstOrThrow();
    const batch = batchId as InteractionBatchId;
    const read = await listTouchesByBatch(world.db.query, [batch, "bat_none" as InteractionBatchId]);
    expect([...read.keys()]).toEqual([batch]);
    expect(read.get(batch)?.[0]?.targets).toHaveLength(2);
    const own = await listBrandTouches(world.db.query, { brandId: halden.brandId, batchIds: [batch] });
    expect(own.map((touch) => touch.targets.map((one) => one.brandId))).toEqual([[halden.brandId]]);
    const between = { brandId: brume.brandId, from: path.at, to: (path.at + 1) as Instant };
    expect(await listFoldedTouchesBetween(world.db.query, between)).toEqual([]);
    expect(await listTouchesByBatch(world.db.query, [])).toEqual(new Map());
  });

  it("reports, names and explains what was folded", async () => {
    const world = await open();
    const shop = await openShop(world);
    const story = await tellStory(world, shop, { lina: await addAffiliate(world, "lina"), noe: await addAffiliate(world, "noe") });
    const q = world.db.query;
    const span = { brandIds: [shop.brandId], affiliateId: story.lina, ...ALWAYS };
    const rows = await listCreditRows(q, span);
    const buckets = await listCreditBuckets(q, span);
    expect(rows.reduce((sum, row) => sum + row.sums.clicks, 0)).toBe(20);
    expect(buckets.reduce((sum, row) => sum + row.clicks, 0)).toBe(20);
    expect(await listCreditBuckets(q, { ...span, brandIds: [] })).toEqual([]);
    expect(await listSettledBuckets(q, { ...span, affiliateId: story.lina })).toEqual([]);
    expect((await listPartnerBrands(q, story.lina)).map((brand) => brand.brandId)).toEqual([shop.brandId]);
    expect(await findLatestCredit(q, { brandId: shop.brandId })).toBe(await findLatestCredit(q, { affiliateId: story.lina }));
    expect((await nameLinks(q, [story.linkId])).get(story.linkId)?.sub1).toBe("ig-story");
    expect((await namePosts(q, [story.postId])).get(story.postId)?.caption).toBe("Winter flat-lay");
    expect((await nameAffiliates(q, [story.lina])).get(story.lina)?.handle).toBe("lina");
    const whole = await recompute(q, { brandId: shop.brandId, own: { afterBatch: 0, throughBatch: 9_999 }, shared: { afterBatch: 0, throughBatch: 9_999 } });
    expect(whole.credits).toHaveLength((await listCreditRollups(q, shop.brandId)).length);
    const reach = { brandId: shop.brandId };
    expect(await countFilteredLines(q, { reach, ...ALWAYS, filter: "taken_back" })).toBe(4);
    expect((await countReportedLines(q, { reach, ...ALWAYS })).map((row) => row.lines)).toEqual([10, 5]);
    const [line] = await listReportedLines(q, { reach, ...ALWAYS, filter: "taken_back", limit: 1, offset: 0 });
    if (line?.commissionId == null) throw new Error("no commission");
    expect(await findReportedLine(q, { reach, decisionId: line.decisionId })).toEqual(line);
    expect(await findReportedLine(q, { reach: { affiliateId: "aff_other" as AffiliateId }, decisionId: line.decisionId })).toBeUndefined();
    expect((await getProofBase(q, line.orderLineId)).baseMinor).toBe(6_667);
    expect((await getExplanation(q, line.decisionId)).totalMinor).toBe(667);
    expect((await listExplanations(q, [line.decisionId])).size).toBe(1);
    expect((await listProofReversals(q, line.commissionId)).map((one) => one.amountMinor)).toEqual([line.backMinor]);
    expect(await listProofEntries(q, { commissionId: line.commissionId, orderId: line.orderId })).toHaveLength(2);
  });
});
