import { expect, it } from "vitest";
import { freezePath, reachOf } from "~/domain/checkout/freeze-path";
import type { AffiliateId, Instant } from "~/domain/kernel/branded";
import { DAY_MS } from "~/domain/kernel/instant";
import { touchOf } from "~tests/support/shops";

const frozenAt = (200 * DAY_MS) as Instant;

it("reaches back 90 days, or as long as the program's window where that is longer", () => {
  expect(reachOf(frozenAt, 30)).toEqual({ from: 110 * DAY_MS, until: frozenAt });
  expect(reachOf(frozenAt, 120)).toEqual({ from: 80 * DAY_MS, until: frozenAt });
});

it("keeps the buyer's own touches, and says that they count for nothing", () => {
  const [own, other] = ["me", "you"] as readonly string[] as readonly AffiliateId[];
  const touches = [
    touchOf(own as AffiliateId, { at: 1 }),
    touchOf(other as AffiliateId, { at: 2 }),
    touchOf(own as AffiliateId, { at: 3, disqualified: "bot" }),
  ];
  const path = freezePath(frozenAt, touches, new Set([own as AffiliateId]));
  expect(path.frozenAt).toBe(frozenAt);
  expect(path.touches.map(({ disqualified }) => disqualified)).toEqual(["self", null, "bot"]);
});
