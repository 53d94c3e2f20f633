import { describe, expect, it } from "vitest";
import { payingRule, pinTerms, type RuleVersion, ruleAt } from "~/domain/commission/rule";
import type { Bps, Instant, RuleId } from "~/domain/kernel/branded";
import { DAY_MS } from "~/domain/kernel/instant";

const day = (number: number): Instant => (number * DAY_MS) as Instant;
const version = (id: string, from: number, rate: number): RuleVersion => ({
  ruleId: id as RuleId,
  effectiveFrom: day(from),
  rateBps: rate as Bps,
});

const ten = version("rul_1", 0, 1_000);
const eight = version("rul_2", 50, 800);
const twelve = version("rul_3", 50, 1_200);

describe("ruleAt", () => {
  it("is the newest version that had begun, from its very first moment", () => {
    expect(ruleAt([eight, ten], day(49))).toBe(ten);
    expect(ruleAt([eight, ten], day(50))).toBe(eight);
    expect(ruleAt([ten], (day(0) - 1) as Instant)).toBeNull();
  });

  it("is the later id of two that begin together", () => {
    expect(ruleAt([twelve, eight], day(60))).toBe(twelve);
    expect(ruleAt([eight, twelve], day(60))).toBe(twelve);
  });
});

describe("pinned terms", () => {
  const pinned = (versions: readonly RuleVersion[], touched: number, frozen: number) =>
    pinTerms(versions, { touchedAt: day(touched), frozenAt: day(frozen) });

  it("let a cut hold only for later touches", () => {
    expect(pinned([ten, eight], 49, 55)).toEqual({ atTouch: ten, atFreeze: eight, pays: "touch" });
    expect(pinned([ten, eight], 51, 55).pays).toBe("freeze");
  });

  it("let a raise hold at once", () => {
    const terms = pinned([ten, twelve], 49, 55);
    expect([terms.pays, payingRule(terms)]).toEqual(["freeze", twelve]);
  });

  it("give a tie to the freeze", () => {
    expect(pinned([ten, version("rul_9", 50, 1_000)], 49, 55).pays).toBe("freeze");
  });

  it("hold what was promised for thirty days", () => {
    expect(pinned([ten, eight], 40, 70)).toMatchObject({ atTouch: ten, pays: "touch" });
    expect(pinned([ten, eight], 39, 70)).toMatchObject({ atTouch: null, pays: "freeze" });
  });

  it("pay nothing where no rule was in force", () => {
    const terms = pinned([eight], 1, 2);
    expect([terms.pays, payingRule(terms)]).toEqual(["none", null]);
  });
});
