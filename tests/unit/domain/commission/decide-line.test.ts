import { describe, expect, it } from "vitest";
import { decideLine, type LineToDecide } from "~/domain/commission/decide-line";
import type { Bps, Instant, ProgramId, RuleId } from "~/domain/kernel/branded";
import { minor } from "~/domain/kernel/money";
import type { PathTouch } from "~/domain/tracking/touch";
import { FROZEN_AT, pathTouch } from "~tests/support/path-touches";

const RULE = { ruleId: "rul_1" as RuleId, effectiveFrom: 0 as Instant, rateBps: 1_000 as Bps };

type Change = Partial<LineToDecide["program"]> & { readonly base?: number };

function decide(touches: readonly PathTouch[], { base = 1_000, ...program }: Change = {}) {
  return decideLine({
    program: {
      ...{ programId: "prg_1" as ProgramId, model: "last_touch", scope: "product_then_brand", windowDays: 30, rules: [RULE] },
      ...program,
    },
    placedAt: FROZEN_AT,
    path: { frozenAt: FROZEN_AT, touches },
    quantity: 1,
    grossMinor: minor(base),
    baseMinor: minor(base),
  });
}

function verdictsOf(touches: readonly PathTouch[], change: Change = {}): readonly string[] {
  return decide(touches, change).decisions.map(
    ({ affiliateId, commissionMinor, reason }) => `${affiliateId} ${reason ?? String(commissionMinor)}`,
  );
}

describe("who earns", () => {
  it("is the last to touch: A, B, A credits A", () => {
    expect(verdictsOf([pathTouch("a", { daysBefore: 3 }), pathTouch("b", { daysBefore: 2 }), pathTouch("a", { daysBefore: 1 })])).toEqual([
      "a 100",
      "b other_touch_won",
    ]);
  });

  it("is everyone with a share, by the program's model", () => {
    expect(verdictsOf([pathTouch("a", { daysBefore: 3 }), pathTouch("b", { daysBefore: 2 })], { model: "linear" })).toEqual([
      "a 50",
      "b 50",
    ]);
  });
});

describe("the reason why one earns nothing", () => {
  const winner = pathTouch("a", { daysBefore: 1 });

  it.each([
    ["other_touch_won", pathTouch("b", { daysBefore: 2 })],
    ["other_touch_won", pathTouch("b", { daysBefore: 0, pointsAt: "brand" })],
    ["no_touch_in_window", pathTouch("b", { daysBefore: 31 })],
    ["no_touch_in_window", pathTouch("b", { daysBefore: 0, plusMs: 1 })],
    ["self_purchase", pathTouch("b", { daysBefore: 2, disqualified: "self" })],
    ["partnership_not_approved", pathTouch("b", { daysBefore: 2, disqualified: "partnership" })],
    ["partnership_not_approved", pathTouch("b", { daysBefore: 2, disqualified: "banned" })],
    ["unqualified_only", pathTouch("b", { daysBefore: 2, disqualified: "bot" })],
    ["unqualified_only", pathTouch("b", { daysBefore: 2, disqualified: "prefetch" })],
  ])("is %s", (reason, touch) => {
    expect(verdictsOf([touch, winner])).toEqual([`b ${reason}`, "a 100"]);
  });

  it("is the one that came closest to earning", () => {
    const bot = pathTouch("b", { daysBefore: 2, disqualified: "bot" });
    expect(verdictsOf([pathTouch("b", { daysBefore: 3 }), bot, winner])).toEqual(["b other_touch_won", "a 100"]);
  });

  it("is that no rule was in force, or that its reward is under half a cent", () => {
    expect(verdictsOf([winner], { rules: [] })).toEqual(["a no_rule"]);
    expect(verdictsOf([winner], { base: 4 })).toEqual(["a rounds_to_zero"]);
    expect(verdictsOf([winner], { rules: [{ ...RULE, rateBps: 0 as Bps }] })).toEqual(["a rounds_to_zero"]);
  });
});

it("says nothing about anyone when nobody was in reach", () => {
  expect(decide([])).toMatchObject({ credits: [], decisions: [], explanation: { touches: [], credits: [], totalMinor: 0 } });
});

it("explains every touch, the versions compared, the exact fraction and the cents", () => {
  const cut = { ruleId: "rul_2" as RuleId, effectiveFrom: (FROZEN_AT - 1) as Instant, rateBps: 800 as Bps };
  const touches = [pathTouch("a", { daysBefore: 3 }), pathTouch("b", { daysBefore: 2, disqualified: "bot" })];
  const { explanation } = decide(touches, { base: 6_747, rules: [RULE, cut] });
  expect(explanation).toMatchObject({
    version: 1,
    line: { quantity: 1, baseMinor: 6_747 },
    touches: [
      { affiliateId: "a", verdict: "candidate" },
      { affiliateId: "b", verdict: "bot" },
    ],
    credits: [
      {
        affiliateId: "a",
        ppm: 1_000_000,
        atTouch: { ruleId: "rul_1", rateBps: 1_000 },
        atFreeze: { ruleId: "rul_2", rateBps: 800 },
        pays: "touch",
        exact: { numerator: "6747000000000", denominator: "10000000000" },
        commissionMinor: 675,
      },
    ],
    totalMinor: 675,
  });
});
