import { sql } from "kysely";
import type { World } from "./databases";
import { sellShared } from "./earning-faults";
import { tamper } from "./tamper";

type Fault = (world: World) => Promise<unknown>;

/** What breaks each invariant about orders, stock held and payments. */
export const SELLING_FAULTS: Readonly<Record<string, Fault>> = {
  "orders.totals": spoil(sql`update orders set total_minor = total_minor + 1`, sql`update payments set amount_minor = amount_minor + 1`),
  "orders.canceled": spoil(sql`update order_line_cancels set paid_back_minor = paid_back_minor + 1, base_back_minor = base_back_minor + 1`),
  "orders.events": spoil(sql`update events set subject_id = 'ord_none' where type = 'order.lines_canceled'`),
  "orders.one_fate": spoil(sql`update checkouts set state = 'failed'`),
  "stock.reserved": spoil(sql`insert into reservations select id, 'var_1', brand_id, 1, 'held', 0 from orders`),
  "stock.sold": async (world) => {
    await sellShared(world);
    const { id: brandId } = await world.db.query.selectFrom("brands").select("id").where("slug", "=", "seve").executeTakeFirstOrThrow();
    const product = { id: "prd_sold", handle: "prd_sold", title: "Lamp", description: "", vendor: "", category: "", status: "active" };
    await world.db.query
      .insertInto("products")
      .values({ ...product, brand_id: brandId, options: "[]", created_at: 0, updated_at: 0 })
      .execute();
    const variant = {
      id: "var_sold",
      option_values: "[]",
      sku: null,
      barcode: null,
      price_minor: 1,
      compare_at_minor: null,
      image_url: null,
    };
    await world.db.query
      .insertInto("variants")
      .values({ ...variant, brand_id: brandId, product_id: product.id, position: 0 })
      .execute();
    await world.db.query.insertInto("stock_levels").values({ variant_id: "var_sold", brand_id: brandId, on_hand: 0 }).execute();
    await tamper(world, sql`insert into reservations select id, 'var_sold', brand_id, 1, 'sold', 0 from orders`);
  },
  "payments.one_each": spoil(sql`update payments set currency = 'GBP'`),
  "payments.captured": spoil(
    sql`insert into payment_facts select 'fct_take', id, order_id, brand_id, 'captured', amount_minor, null, 0 from payments`,
  ),
  "payments.authorised": spoil(sql`update payment_facts set amount_minor = amount_minor - 1`),
  "payments.finished": spoil(sql`update payments set finished = 1`),
  "payments.shipped_paid": spoil(sql`update order_lines set shipped = 1`),
  "payments.events": spoil(
    sql`insert into provider_settlements (id, currency, gross_minor, cost_minor, settled_at, recorded_at) values ('set_1', 'EUR', 0, 0, 0, 0)`,
  ),
};

function spoil(...statements: readonly ReturnType<typeof sql>[]): Fault {
  return async (world) => {
    await sellShared(world);
    for (const statement of statements) await tamper(world, statement);
  };
}
