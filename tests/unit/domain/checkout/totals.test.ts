import { describe, expect, it } from "vitest";
import { lineTotals, orderTotals, splitDiscount, taxOf, withoutTax } from "~/domain/checkout/totals";
import { minor } from "~/domain/kernel/money";
import { bps } from "~/domain/kernel/rates";

const inclusive = { taxInclusive: true, taxBps: bps(2_000) };
const exclusive = { taxInclusive: false, taxBps: bps(2_000) };

it("rounds tax half away from zero, inside the price or on top of it", () => {
  expect(taxOf(minor(8_097), inclusive)).toBe(1_350);
  expect(taxOf(minor(499), inclusive)).toBe(83);
  expect(taxOf(minor(1_000), exclusive)).toBe(200);
  expect(taxOf(minor(3), { taxInclusive: false, taxBps: bps(1_667) })).toBe(1);
  expect(taxOf(minor(5), { taxInclusive: false, taxBps: bps(1_000) })).toBe(1);
  expect(withoutTax(minor(8_997), inclusive)).toBe(7_497);
  expect(withoutTax(minor(8_997), exclusive)).toBe(8_997);
});

describe("the worked example", () => {
  const line = lineTotals({ unitPriceMinor: minor(2_999), quantity: 3, discountMinor: minor(900) }, inclusive);

  it("prices its line: 3 × 29.99, coupon 10 %, 20 % tax inside", () => {
    expect(line).toEqual({
      listMinor: 8_997,
      discountMinor: 900,
      paidMinor: 8_097,
      taxMinor: 1_350,
      grossMinor: 7_497,
      baseMinor: 6_747,
    });
  });

  it("adds its shipping, a taxed line of its own", () => {
    expect(orderTotals([line], { amountMinor: minor(499), ...inclusive })).toEqual({
      listMinor: 8_997,
      discountMinor: 900,
      paidMinor: 8_097,
      shippingMinor: 499,
      shippingTaxMinor: 83,
      taxMinor: 1_433,
      addedTaxMinor: 0,
      totalMinor: 8_596,
    });
  });
});

it("adds the tax of lines and shipping where prices do not contain it", () => {
  const line = lineTotals({ unitPriceMinor: minor(1_000), quantity: 2 }, exclusive);
  expect(line).toMatchObject({ paidMinor: 2_000, taxMinor: 400, grossMinor: 2_000, baseMinor: 2_000 });
  expect(orderTotals([line], { amountMinor: minor(500), ...exclusive })).toMatchObject({ addedTaxMinor: 500, totalMinor: 3_000 });
});

it("splits one discount over its lines to the cent", () => {
  expect(splitDiscount(minor(100), [minor(333), minor(333), minor(334)])).toEqual([33, 33, 34]);
});

it("refuses a discount nobody could give", () => {
  const line = { unitPriceMinor: minor(100), quantity: 1 };
  expect(() => lineTotals({ ...line, discountMinor: minor(101) }, inclusive)).toThrow(RangeError);
  expect(() => lineTotals({ ...line, discountMinor: minor(-1) }, inclusive)).toThrow(RangeError);
});
