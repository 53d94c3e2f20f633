import { expect, it } from "vitest";
import type { EventId, ProductId } from "~/domain/kernel/branded";
import { findStoredInvoices, insertHistoryRows } from "~db/queries/history-rows";
import { isDuplicate, transact } from "~db/transaction";
import { onEachDatabase } from "~tests/support/databases";
import { addBrand, record, SAMPLE_TIME, saleOf } from "~tests/support/samples";

onEachDatabase((open) => {
  it("remembers what an invoice left behind, by brand and source", async () => {
    const world = await open();
    const [brandId, other] = [await addBrand(world), await addBrand(world, "other")];
    const [eventId] = await record(world, [saleOf(brandId, "1", { lines: [{ product: "a", quantity: 1, amount: 1 }] })]);
    const row = { invoice: "1", digest: "d", kind: "sale", productId: "prd_a" as ProductId, eventId: eventId as EventId };
    const rows = [
      { ...row, ordinal: 1 },
      { ...row, ordinal: 2, kind: "zero_price", productId: null, eventId: null, digest: "e" },
      { ...row, invoice: "2", ordinal: 1, kind: "malformed", productId: null, eventId: null },
    ];
    const origin = { brandId, source: "s", now: world.clock.now() };
    await transact(world.db, (tx) => insertHistoryRows(tx, origin, rows));
    const found = await findStoredInvoices(world.db.query, { brandId, source: "s", invoices: ["1", "2", "3"] });
    expect(found).toEqual(
      new Map([
        [
          "1",
          {
            digests: new Map([
              [1, "d"],
              [2, "e"],
            ]),
            occurredAt: SAMPLE_TIME,
            products: new Set(["prd_a"]),
          },
        ],
        ["2", { digests: new Map([[1, "d"]]), occurredAt: null, products: new Set() }],
      ]),
    );
    expect((await findStoredInvoices(world.db.query, { brandId: other, source: "s", invoices: ["1"] })).size).toBe(0);
    expect((await findStoredInvoices(world.db.query, { brandId, source: "t", invoices: ["1"] })).size).toBe(0);
    const again = transact(world.db, (tx) => insertHistoryRows(tx, origin, rows.slice(0, 1)));
    expect(isDuplicate(await again.catch((error: unknown) => error))).toBe(true);
  });
});
