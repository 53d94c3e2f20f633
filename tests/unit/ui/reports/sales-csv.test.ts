import { expect, it } from "vitest";
import type { Instant, Zone } from "~/domain/kernel/branded";
import { parseCurrency } from "~/domain/kernel/currency";
import type { Report } from "~/domain/reporting/report";
import { salesTable } from "~/ui/reports/sales-csv";

const zone = "Europe/London" as Zone;
const values = { orders: 2, units: 7, gross_sales: 123_456, discounts: 0, refunds: 6, net_sales: 123_450, aov: 61_728 };
const report: Report = {
  currency: parseCurrency("GBP") ?? expect.unreachable(),
  zone,
  watermark: { completeTo: 0 as Instant, waiting: 0, dead: 0, version: 1 },
  rows: [
    { period: "2010-12-01", values },
    { period: "2010-12-02", values: { ...values, orders: 0, aov: null, net_sales: -5 } },
  ],
  totals: values,
};

it("money stands as plain decimals beside its currency, a missing quotient as an empty cell", () => {
  const { head, rows } = salesTable({ by: "day", zone }, report);
  expect(head).toEqual(["day", "zone", "currency", "orders", "units", "gross_sales", "discounts", "refunds", "net_sales", "aov"]);
  expect(rows[0]).toEqual(["2010-12-01", "Europe/London", "GBP", "2", "7", "1234.56", "0.00", "0.06", "1234.50", "617.28"]);
  expect(rows[1]?.slice(-2)).toEqual(["-0.05", ""]);
  expect(rows[2]?.[0]).toBe("total");
});
