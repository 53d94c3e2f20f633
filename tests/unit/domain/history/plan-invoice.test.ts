import { describe, expect, it } from "vitest";
import type { HistoryRow } from "~/domain/history/history-row";
import { countedLines, invoiceEvent, planInvoice, type StoredInvoice } from "~/domain/history/plan-invoice";
import type { BrandId, Instant, ProductId, Zone } from "~/domain/kernel/branded";
import type { Currency } from "~/domain/kernel/currency";
import { toIso } from "~/domain/kernel/instant";
import { historyRow } from "~tests/support/histories";

const shop = { brandId: "brd_1" as BrandId, currency: "GBP" as Currency, timezone: "Europe/London" as Zone, source: "online-retail" };
const productOf = (code: string): ProductId => `prd_${code}` as ProductId;
const place = (rows: readonly HistoryRow[], from = 1) => ({
  invoice: rows[0]?.invoice ?? "",
  rows: rows.map((row, index) => ({ ordinal: from + index, row })),
});

function tell(rows: readonly HistoryRow[], stored?: StoredInvoice) {
  const plan = planInvoice(place(rows), stored);
  return { plan, event: invoiceEvent(shop, plan, { stored, productOf }) };
}

describe("a new invoice", () => {
  it("is one event, dated by its earliest row, counted or skipped, whose date can be read", () => {
    const { event } = tell([
      historyRow({ date: "2010-12-01 08:27:00" }),
      historyRow({ date: "2010-12-01 08:26:00", unitPrice: "0" }),
      historyRow({ date: "2010-12-01 08:28:00", code: "B" }),
      historyRow({ date: "yesterday", code: "C" }),
      historyRow({ date: "2010-12-01 08:20:00", ragged: true }),
    ]);
    expect(event?.type).toBe("history.sale");
    expect(event?.subjectId).toBe("online-retail:536365");
    expect(toIso(event?.occurredAt as Instant)).toBe("2010-12-01T08:26:00.000Z");
    expect(event?.payload).toMatchObject({ invoice: "536365", opensOrder: true, customer: "17850" });
  });

  it("rounds each line once, half away from zero", () => {
    const { event } = tell([historyRow({ quantity: "3", unitPrice: "0.125" }), historyRow({ quantity: "1", unitPrice: "0.005" })]);
    expect(event?.payload).toMatchObject({ lines: [{ amountMinor: 38, unitPrice: "0.125" }, { amountMinor: 1 }] });
  });

  it("opens a product on its first line only; identical rows are separate lines", () => {
    const { event, plan } = tell([historyRow(), historyRow(), historyRow({ code: "B" })]);
    expect(plan.fates).toEqual(["sale", "sale", "sale"]);
    expect(event?.payload).toMatchObject({
      lines: [
        { ordinal: 1, opensProduct: true },
        { ordinal: 2, opensProduct: false },
        { ordinal: 3, opensProduct: true },
      ],
    });
  });

  it("is a refund with positive amounts when it is a cancellation", () => {
    const { event } = tell([historyRow({ invoice: "C1", quantity: "-2", unitPrice: "27.50" })]);
    expect(event).toMatchObject({ type: "history.refund", payload: { lines: [{ quantity: 2, amountMinor: 5500 }] } });
  });

  it("tells nothing when no row counts, but remembers the rows", () => {
    const { event, plan } = tell([historyRow({ quantity: "-1" }), historyRow({ unitPrice: "0" })]);
    expect(event).toBeUndefined();
    expect(plan.fates).toEqual(["negative_quantity", "zero_price"]);
    expect(plan.fresh).toHaveLength(2);
    expect(countedLines(plan)).toEqual([]);
  });
});

describe("an invoice that was met before", () => {
  const known = historyRow();
  const stored: StoredInvoice = {
    digests: new Map([[1, known.digest]]),
    occurredAt: Date.UTC(2010, 11, 1, 8, 26) as Instant,
    products: new Set([productOf("85123A")]),
  };

  it("changes nothing when its rows are the same", () => {
    const { plan, event } = tell([known], stored);
    expect([plan.fates, plan.fresh, event]).toEqual([["already_imported"], [], undefined]);
  });

  it("keeps what was told first where other content stands", () => {
    const { plan, event } = tell([historyRow({ quantity: "7" })], stored);
    expect([plan.fates, plan.fresh, event]).toEqual([["conflict"], [], undefined]);
  });

  it("adds later rows without opening the order again, on the day first told", () => {
    const { plan, event } = tell([known, historyRow({ date: "2010-12-03 10:00:00" }), historyRow({ code: "B" })], stored);
    expect(plan.fates).toEqual(["already_imported", "sale", "sale"]);
    expect(event?.occurredAt).toBe(stored.occurredAt);
    expect(event?.payload).toMatchObject({
      opensOrder: false,
      lines: [
        { ordinal: 2, opensProduct: false },
        { ordinal: 3, opensProduct: true },
      ],
    });
  });

  it("is dated by what the file says, also of rows met before, as long as nothing was told", () => {
    const skipped = historyRow({ date: "2010-12-01 08:20:00", unitPrice: "0" });
    const met = { digests: new Map([[1, skipped.digest]]), occurredAt: null, products: new Set<ProductId>() };
    const { event } = tell([skipped, historyRow()], met);
    expect(toIso(event?.occurredAt as Instant)).toBe("2010-12-01T08:20:00.000Z");
    const conflicting = tell([historyRow({ date: "2010-12-01 08:00:00" }), historyRow()], met).event;
    expect(toIso(conflicting?.occurredAt as Instant)).toBe("2010-12-01T08:26:00.000Z");
  });

  it("opens the order when only skipped rows were met before", () => {
    const { event } = tell([known], { digests: new Map([[2, "x"]]), occurredAt: null, products: new Set() });
    expect(event?.payload).toMatchObject({ opensOrder: true });
  });
});

it("reads ambiguous times as the earlier and missing ones shifted forward", () => {
  const at = (date: string) => toIso(tell([historyRow({ date })]).event?.occurredAt as Instant);
  expect(at("2010-10-31 01:30:00")).toBe("2010-10-31T00:30:00.000Z");
  expect(at("2010-03-28 01:30:00")).toBe("2010-03-28T01:30:00.000Z");
});
