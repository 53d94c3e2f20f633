import { sql } from "kysely";
import { minor } from "~/domain/kernel/money";
import { postCapture, postProviderSettlement } from "~/domain/ledger/postings";
import type { PathTouch } from "~/domain/tracking/touch";
import { appendEntries } from "~db/queries/ledger";
import { transact } from "~db/transaction";
import type { World } from "./databases";
import { cancelUnits, decideAll, type PlacedOrder, placeOrder } from "./placed-orders";
import { addAffiliate, openShop, type Shop, setRate, touchOf } from "./shops";
import { tamper } from "./tamper";

export type Sale = { readonly shop: Shop; readonly order: PlacedOrder };

/** A sale two affiliates share, one unit of which was canceled again; everything decided and booked. */
export async function sellShared(world: World, slug = "seve"): Promise<Sale> {
  const shop = await openShop(world, { slug, model: "linear" });
  const touches: PathTouch[] = [];
  for (const name of ["ada", "bo"]) touches.push(touchOf(await addAffiliate(world, `${slug}-${name}`), { at: world.clock.now() - 1_000 }));
  const order = await placeOrder(world, shop, { lines: [{ quantity: 3, unitPriceMinor: 1_200, touches }] });
  const [line] = order.lines;
  if (line === undefined) throw new Error("no line");
  await cancelUnits(world, shop, order, [{ line, quantity: 1 }]);
  await decideAll(world);
  return { shop, order };
}

type Fault = (world: World) => Promise<unknown>;

/** What breaks each invariant about commissions and books, behind the back of the database's own guards. */
export const EARNING_FAULTS: Readonly<Record<string, Fault>> = {
  "commission.decisions": spoil(sql`update decisions set commission_minor = 0, reason = 'other_touch_won'`),
  "commission.steps": spoil(sql`update programs set next_seq = next_seq + 1`),
  "commission.parts": spoil(sql`update commission_parts set accrued_minor = accrued_minor + 1`),
  "commission.within_rule": spoil(sql`update commissions set accrued_minor = accrued_minor * 3`),
  "rules.events": async (world) => {
    const { shop } = await sellShared(world);
    await setRate(world, shop, { rateBps: 1_200, from: world.clock.now() });
  },
  "commission.credits": spoil(sql`update commission_parts set ppm = 500001`),
  "commission.reversals": spoil(sql`update commission_reversals set amount_minor = amount_minor - 1`),
  "ledger.balanced": spoil(sql`update ledger_lines set amount_minor = amount_minor + 1 where line_no = 1`),
  "ledger.sums_to_zero": spoil(sql`update ledger_lines set amount_minor = amount_minor + 1 where line_no = 1`),
  "ledger.chain": spoil(sql`update ledger_entries set occurred_at = occurred_at + 1 where seq = 1`),
  "ledger.accruals": spoil(sql`update ledger_entries set subject_id = 'com_nobody' where seq = 1`),
  "ledger.pending": spoil(sql`update commissions set state = 'paid'`),
  "ledger.payments": async (world) => {
    const { shop, order } = await sellShared(world);
    const capture = { brandId: shop.brandId, orderId: order.orderId, currency: "EUR" as never };
    const entries = [postCapture(capture, { subjectId: order.orderId, amountMinor: minor(2_400), feeMinor: minor(100) })];
    await transact(world.db, (tx) => appendEntries(tx, world.deps, { eventId: order.eventId, occurredAt: world.clock.now() }, entries));
  },
  "ledger.sources": async (world) => {
    const { order } = await sellShared(world);
    const batch = { settlementId: "set_1", currency: "EUR" as never, grossMinor: minor(5), costMinor: minor(1) };
    const cause = { eventId: order.eventId, occurredAt: world.clock.now() };
    await transact(world.db, (tx) => appendEntries(tx, world.deps, cause, [postProviderSettlement(batch)]));
  },
};

function spoil(statement: ReturnType<typeof sql>): Fault {
  return async (world) => {
    await sellShared(world);
    await tamper(world, statement);
  };
}
