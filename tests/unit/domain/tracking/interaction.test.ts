import { expect, it } from "vitest";
import type { BrandId, Instant, PostId, ProductId, VisitorId } from "~/domain/kernel/branded";
import { believedRows, INTERACTION_KINDS, type SaidInteraction } from "~/domain/tracking/interaction";

const said: SaidInteraction = { kind: "impression", productId: null, postId: null, checkoutId: null, reason: null };
const known = {
  brandOfProduct: new Map([["prd_1", "brd_1" as BrandId]]),
  brandOfPost: new Map<string, BrandId | null>([
    ["pst_1", null],
    ["pst_2", "brd_2" as BrandId],
  ]),
};
const report = (rows: readonly SaidInteraction[], unseen: "bot" | null = null) => ({
  at: 5 as Instant,
  visitorId: null,
  sender: { unseen, device: "phone", inApp: "instagram" } as const,
  rows,
});

it("keeps what names things that exist, with whose they are", () => {
  const rows = [
    { ...said, productId: "prd_1" as ProductId, postId: "pst_2" as PostId },
    { ...said, postId: "pst_1" as PostId },
    { ...said, postId: "pst_2" as PostId },
    { ...said, productId: "prd_none" as ProductId },
    { ...said, postId: "pst_none" as PostId },
    said,
  ];
  const believed = believedRows(report(rows), { known, visitorId: "vis_1" as VisitorId });
  expect(believed.map((row) => [row.productId, row.postId, row.brandId])).toEqual([
    ["prd_1", "pst_2", "brd_1"],
    [null, "pst_1", null],
    [null, "pst_2", "brd_2"],
    [null, null, null],
  ]);
  expect(believed[0]).toMatchObject({ at: 5, visitorId: "vis_1", device: "phone", inApp: "instagram", excluded: null });
});

it("keeps a robot's rows apart", () => {
  expect(believedRows(report([said], "bot"), { known, visitorId: null })[0]?.excluded).toBe("bot");
});

it("knows every step of a checkout", () => {
  expect(INTERACTION_KINDS.filter((kind) => kind.startsWith("checkout_"))).toHaveLength(7);
});
