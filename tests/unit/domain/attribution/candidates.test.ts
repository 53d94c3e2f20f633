import { describe, expect, it } from "vitest";
import { type CreditScope, judgePath, reachStart } from "~/domain/attribution/candidates";
import type { Instant } from "~/domain/kernel/branded";
import { DAY_MS } from "~/domain/kernel/instant";
import type { PathTouch } from "~/domain/tracking/touch";
import { FROZEN_AT, pathTouch } from "~tests/support/path-touches";

function verdictsOf(touches: readonly PathTouch[], scope: CreditScope = "product_then_brand", windowDays = 30): readonly string[] {
  return judgePath({ frozenAt: FROZEN_AT, touches }, { windowDays, scope }).map(({ verdict }) => verdict);
}

const onProduct = pathTouch("a", { daysBefore: 2 });
const onBrand = pathTouch("b", { daysBefore: 1, pointsAt: "brand" });

describe("scope", () => {
  it("prefers touches on the product, else takes those on its brand", () => {
    expect(verdictsOf([onProduct, onBrand])).toEqual(["candidate", "beaten_by_product"]);
    expect(verdictsOf([onBrand])).toEqual(["candidate"]);
  });

  it("takes every touch on the brand, or only those on the product, where the program says so", () => {
    expect(verdictsOf([onProduct, onBrand], "brand")).toEqual(["candidate", "candidate"]);
    expect(verdictsOf([onProduct, onBrand], "product")).toEqual(["candidate", "out_of_scope"]);
  });

  it("is not decided by a touch on the product that counts for nobody", () => {
    const bot = pathTouch("a", { daysBefore: 2, disqualified: "bot" });
    const old = pathTouch("a", { daysBefore: 31 });
    expect(verdictsOf([old, bot, onBrand])).toEqual(["out_of_window", "bot", "candidate"]);
  });
});

describe("window", () => {
  it("holds both its ends and nothing beyond", () => {
    const at = (ms: number) => pathTouch("a", { daysBefore: 0, plusMs: ms });
    expect(verdictsOf([at(-30 * DAY_MS - 1), at(-30 * DAY_MS), at(0), at(1)])).toEqual([
      "out_of_window",
      "candidate",
      "candidate",
      "out_of_window",
    ]);
  });

  it("is the program's", () => {
    expect(verdictsOf([pathTouch("a", { daysBefore: 8 })], "brand", 7)).toEqual(["out_of_window"]);
  });
});

it("keeps why a touch was disqualified, whenever it was", () => {
  const reasons = ["bot", "prefetch", "not_navigate", "duplicate", "self", "partnership", "banned"] as const;
  expect(verdictsOf(reasons.map((disqualified) => pathTouch("a", { daysBefore: 40, disqualified })))).toEqual(reasons);
});

it("reaches back ninety days, or as far as the window where that is longer", () => {
  expect(reachStart(FROZEN_AT, 30)).toBe((FROZEN_AT - 90 * DAY_MS) as Instant);
  expect(reachStart(FROZEN_AT, 120)).toBe((FROZEN_AT - 120 * DAY_MS) as Instant);
});
