import { expect, it } from "vitest";
import { addSummaries, summarize } from "~/domain/history/history-summary";

it("counts every row once and names conflicts only when there are any", () => {
  expect(summarize([])).toEqual({
    rows: 0,
    sales: 0,
    cancellations: 0,
    skipped: { negative_quantity: 0, zero_price: 0, malformed: 0 },
    alreadyImported: 0,
  });
  const summary = summarize([
    "sale",
    "sale",
    "cancellation",
    "zero_price",
    "conflict",
    "already_imported",
    "malformed",
    "negative_quantity",
  ]);
  expect(summary).toEqual({
    rows: 8,
    sales: 2,
    cancellations: 1,
    skipped: { negative_quantity: 1, zero_price: 1, malformed: 1, conflict: 1 },
    alreadyImported: 1,
  });
});

it("adds up like one list", () => {
  const [left, right] = [["sale", "conflict"] as const, ["zero_price", "sale", "already_imported"] as const];
  expect(addSummaries(summarize(left), summarize(right))).toEqual(summarize([...left, ...right]));
  expect(addSummaries(summarize(right), summarize([]))).toEqual(summarize(right));
});
