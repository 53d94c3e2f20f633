import { expect, it } from "vitest";
import type { PaymentId } from "~/domain/kernel/branded";
import { minor } from "~/domain/kernel/money";
import { findCursor, findOwnPayments, insertSettlement, insertWebhook, writeCursor } from "~db/queries/provider-books";
import { transact } from "~db/transaction";
import { currency } from "~tests/support/card-payments";
import { onEachDatabase } from "~tests/support/databases";

onEachDatabase((open) => {
  it("remembers how far each list was read", async () => {
    const world = await open();
    expect(await findCursor(world.db.query, "changes")).toBeNull();
    for (const cursor of ["7", "9"]) await transact(world.db, (tx) => writeCursor(tx, { name: "changes", cursor, now: world.clock.now() }));
    expect(await findCursor(world.db.query, "changes")).toBe("9");
    expect(await findCursor(world.db.query, "settlements")).toBeNull();
  });

  it("takes a settlement and a notice in once", async () => {
    const world = await open();
    const now = world.clock.now();
    const settlement = { settlementId: "set_1", currency: currency("EUR"), grossMinor: minor(500), costMinor: minor(9), settledAt: now };
    const settle = () => transact(world.db, (tx) => insertSettlement(tx, settlement, now));
    expect([await settle(), await settle()]).toEqual([true, false]);
    const notice = { webhookId: "msg_1", paymentId: "pay_1" as PaymentId, now };
    const notify = () => transact(world.db, (tx) => insertWebhook(tx, notice));
    expect([await notify(), await notify()]).toEqual([true, false]);
  });

  it("tells its own payments from a stranger's", async () => {
    const world = await open();
    expect(await findOwnPayments(world.db.query, [])).toEqual(new Set());
    expect(await findOwnPayments(world.db.query, ["pay_none" as PaymentId])).toEqual(new Set());
  });
});
