import { sql } from "kysely";
import { expect, it } from "vitest";
import type { Currency } from "~/domain/kernel/currency";
import { describeFault } from "~/domain/ledger/chain";
import { readTrialBalance } from "~/services/read-trial-balance";
import { verifyLedger } from "~/services/verify-ledger";
import { onEachDatabase, type World } from "~tests/support/databases";
import { decideAll, placeOrder } from "~tests/support/placed-orders";
import { addAffiliate, openShop, touchOf } from "~tests/support/shops";
import { tamper } from "~tests/support/tamper";

async function worldWithEntries(open: () => Promise<World>, count: number): Promise<World> {
  const world = await open();
  const shop = await openShop(world);
  const affiliateId = await addAffiliate(world, "mia");
  for (let at = 0; at < count; at++) {
    const touches = [touchOf(affiliateId, { at: world.clock.now() - 1_000 })];
    await placeOrder(world, shop, { lines: [{ quantity: 1, unitPriceMinor: 1_200, touches }] });
  }
  await decideAll(world);
  return world;
}

async function faultsOf(world: World): Promise<readonly string[]> {
  return (await verifyLedger(world.deps)).flatMap((chain) => chain.faults).map(describeFault);
}

onEachDatabase((open) => {
  it("finds books in order that nobody touched", async () => {
    const world = await worldWithEntries(open, 3);
    expect(await verifyLedger(world.deps)).toEqual([
      { currency: "EUR", entries: 3, hash: expect.stringMatching(/^[0-9a-f]{64}$/), faults: [] },
    ]);
    expect(await readTrialBalance(world.deps)).toEqual([
      { currency: "EUR", account: "affiliate_pending", amountMinor: -300 },
      { currency: "EUR", account: "brand_payable", amountMinor: 300 },
    ]);
  });

  it("knows a chain longer than it reads at once", async () => {
    const world = await worldWithEntries(open, 1);
    const [entry] = await world.db.query.selectFrom("ledger_entries").selectAll().execute();
    if (entry === undefined) throw new Error("no entry");
    // Rows after the first that nobody booked: each must be held against the one before, on the next page as well.
    const rows = Array.from({ length: 600 }, (_, at) => ({ ...entry, id: `led_x${at}`, seq: at + 2, subject_id: `x${at}` }));
    for (const row of rows) await world.db.query.insertInto("ledger_entries").values(row).execute();
    expect(await faultsOf(world)).toHaveLength(601);
  });

  it("names an entry whose amounts, text or owner were changed", async () => {
    for (const change of [
      sql`update ledger_lines set amount_minor = amount_minor * 2 where entry_id = (select id from ledger_entries where seq = 2)`,
      sql`update ledger_entries set subject_id = 'com_other' where seq = 2`,
      sql`update ledger_lines set owner_id = 'aff_other' where account = 'affiliate_pending' and entry_id = (select id from ledger_entries where seq = 2)`,
      sql`delete from ledger_lines where line_no = 2 and entry_id = (select id from ledger_entries where seq = 2)`,
    ]) {
      const world = await worldWithEntries(open, 3);
      await tamper(world, change);
      expect(await faultsOf(world)).toEqual([expect.stringMatching(/^EUR 2 changed led_/)]);
    }
  });

  it("names entries that are gone, the newest among them", async () => {
    for (const seq of [1, 2, 3]) {
      const world = await worldWithEntries(open, 3);
      await tamper(world, sql`delete from ledger_lines where entry_id = (select id from ledger_entries where seq = ${seq})`);
      await tamper(world, sql`delete from ledger_entries where seq = ${seq}`);
      expect(await faultsOf(world)).toEqual([`EUR ${seq} missing`]);
    }
  });

  it("names the end that nobody remembers", async () => {
    const world = await worldWithEntries(open, 2);
    await tamper(world, sql`delete from ledger_heads`);
    expect(await faultsOf(world)).toEqual(["EUR 2 wrong end"]);
  });

  it("keeps each currency's chain by itself", async () => {
    const world = await worldWithEntries(open, 1);
    const tokyo = await openShop(world, { slug: "minamo", currency: "JPY" });
    const affiliateId = await addAffiliate(world, "ken");
    const touches = [touchOf(affiliateId, { at: world.clock.now() - 1_000 })];
    await placeOrder(world, tokyo, { lines: [{ quantity: 1, unitPriceMinor: 1_200, touches }] });
    await decideAll(world);
    expect((await verifyLedger(world.deps)).map(({ currency, entries }) => [currency, entries])).toEqual([
      ["EUR" as Currency, 1],
      ["JPY" as Currency, 1],
    ]);
  });

  it("is refused by the database when somebody tries to change the books through it", async () => {
    const world = await worldWithEntries(open, 1);
    await expect(world.db.query.updateTable("ledger_lines").set({ amount_minor: 1 }).execute()).rejects.toThrow("append-only");
    await expect(world.db.query.deleteFrom("ledger_entries").execute()).rejects.toThrow("append-only");
  });
});
