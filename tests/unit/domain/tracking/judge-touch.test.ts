import { describe, expect, it } from "vitest";
import type { AffiliateId, BrandId, Instant, ProductId } from "~/domain/kernel/branded";
import { HOUR_MS, MINUTE_MS } from "~/domain/kernel/instant";
import { approvedBrands, isDuplicate, judgeTargets, type RecentTouch, type Standing } from "~/domain/tracking/judge-touch";

const START = 1_800_000_000_000;
const touch = (who: string, thing: string, minutes: number): RecentTouch => ({
  affiliateId: who as AffiliateId,
  thing,
  at: (START + minutes * MINUTE_MS) as Instant,
});

describe("duplicates", () => {
  it.each<[string, RecentTouch, RecentTouch[], boolean]>([
    ["nothing before", touch("A", "a", 0), [], false],
    ["the same again", touch("A", "a", 10), [touch("A", "a", 0)], true],
    ["the same at the same moment", touch("A", "a", 0), [touch("A", "a", 0)], true],
    ["another link of the same affiliate", touch("A", "b", 10), [touch("A", "a", 0)], false],
    ["59 minutes later", touch("A", "a", 59), [touch("A", "a", 0)], true],
    ["an hour later", touch("A", "a", 60), [touch("A", "a", 0)], false],
    ["A-B-A: another affiliate between", touch("A", "a", 20), [touch("A", "a", 0), touch("B", "b", 10)], false],
    ["A-B-A-A: the last A is one", touch("A", "a", 30), [touch("A", "a", 0), touch("B", "b", 10), touch("A", "a", 20)], true],
    ["B-A-A: another affiliate before", touch("A", "a", 30), [touch("B", "b", 0), touch("A", "a", 10)], true],
    ["another link of A's own between", touch("A", "a", 20), [touch("A", "a", 0), touch("A", "c", 10)], true],
    ["in any order", touch("A", "a", 30), [touch("A", "a", 20), touch("B", "b", 10), touch("A", "a", 0)], true],
  ])("%s", (_, now, recent, expected) => {
    expect(isDuplicate(now, recent)).toBe(expected);
  });

  it("counts the hour to the millisecond", () => {
    const later = (ms: number): RecentTouch => ({ ...touch("A", "a", 0), at: (START + ms) as Instant });
    expect(isDuplicate(later(HOUR_MS - 1), [touch("A", "a", 0)])).toBe(true);
    expect(isDuplicate(later(HOUR_MS), [touch("A", "a", 0)])).toBe(false);
  });
});

describe("reasons", () => {
  const brand = "brd" as BrandId;
  const aim = { brandId: brand, productId: "prd" as ProductId };
  const about = { unseen: null, isSelf: false, isDuplicate: false, standings: new Map<BrandId, Standing>([[brand, "approved"]]) } as const;
  const standing = (as: Standing) => ({ standings: new Map([[brand, as]]) });

  it.each<[string, Partial<Parameters<typeof judgeTargets>[1]>, string | null]>([
    ["approved", {}, null],
    ["what nobody saw", { unseen: "prefetch", isSelf: true, isDuplicate: true }, "prefetch"],
    ["the affiliate's own", { isSelf: true, isDuplicate: true }, "self"],
    ["banned", { ...standing("banned"), isDuplicate: true }, "banned"],
    ["never applied", { standings: new Map() }, "partnership"],
    ["applied", standing("applied"), "partnership"],
    ["rejected", standing("rejected"), "partnership"],
    ["paused", standing("paused"), "partnership"],
    ["ended", standing("ended"), "partnership"],
    ["a duplicate", { isDuplicate: true }, "duplicate"],
  ])("%s", (_, given, reason) => {
    expect(judgeTargets([aim], { ...about, ...given })).toEqual([{ ...aim, disqualified: reason }]);
  });

  it("judges each brand by itself", () => {
    const other = "other" as BrandId;
    const judged = judgeTargets([aim, { brandId: other, productId: null }], about);
    expect(judged.map((target) => target.disqualified)).toEqual([null, "partnership"]);
  });

  it("aims at every brand where the affiliate is approved, and no other", () => {
    const standings = new Map<BrandId, Standing>([
      [brand, "approved"],
      ["b" as BrandId, "paused"],
      ["c" as BrandId, "banned"],
    ]);
    expect(approvedBrands(standings)).toEqual([{ brandId: brand, productId: null }]);
  });
});
