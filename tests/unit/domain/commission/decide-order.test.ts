import { expect, it } from "vitest";
import { decideOrder, toldLines } from "~/domain/commission/decide-order";
import type { Bps, Instant, OrderLineId, ProductId, ProgramId, RuleId } from "~/domain/kernel/branded";
import { minor } from "~/domain/kernel/money";
import type { PathTouch } from "~/domain/tracking/touch";
import { FROZEN_AT, pathTouch } from "~tests/support/path-touches";

const program = {
  programId: "prg_1" as ProgramId,
  model: "linear" as const,
  scope: "product_then_brand" as const,
  windowDays: 30,
  rules: [{ ruleId: "rul_1" as RuleId, effectiveFrom: 0 as Instant, rateBps: 1_000 as Bps }],
};

function line(id: string, base: number, touches: readonly PathTouch[]) {
  return {
    orderLineId: id as OrderLineId,
    productId: "prd_1" as ProductId,
    quantity: 3,
    grossMinor: minor(base),
    baseMinor: minor(base),
    path: { frozenAt: FROZEN_AT, touches },
  };
}

it("decides each line by itself, and tells of each credit its share of the order, the units and the money", () => {
  const a = pathTouch("a", { daysBefore: 2 });
  const b = pathTouch("b", { daysBefore: 1 });
  const lines = decideOrder({
    program,
    placedAt: FROZEN_AT,
    lines: [line("l1", 3_000, [a, b]), line("l2", 1_000, []), line("l3", 4_000, [b])],
  });
  expect(
    toldLines(lines).map(({ orderLineId, credits }) => [
      orderLineId,
      credits.map((c) => [c.affiliateId, c.ppm, c.orderPpm, c.units, c.baseMinor, c.commissionMinor]),
    ]),
  ).toEqual([
    [
      "l1",
      [
        ["a", 500_000, 187_500, 2, 1_500, 150],
        ["b", 500_000, 187_500, 1, 1_500, 150],
      ],
    ],
    ["l2", []],
    ["l3", [["b", 1_000_000, 500_000, 3, 4_000, 400]]],
  ]);
});

it("knows an order without lines", () => {
  expect(decideOrder({ program, placedAt: FROZEN_AT, lines: [] })).toEqual([]);
});
