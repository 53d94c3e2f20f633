import type { Bps, BrandId, OrderId, OrderLineId, ProductId, VariantId } from "~/domain/kernel/branded";
import type { Minor } from "~/domain/kernel/money";
import type { OrderLine } from "~/domain/orders/order";
import type { FrozenPath } from "~/domain/tracking/touch";
import type { Queryable } from "../open";
import type { Tx } from "../transaction";

/** A line about to be bought, with the path of touches it was frozen with. */
export type NewOrderLine = Omit<OrderLine, "canceled" | "shipped" | "delivered" | "returned"> & { readonly path: FrozenPath };

const ROWS_PER_STATEMENT = 250;

/** Adds the lines of one order. */
export async function insertOrderLines(
  tx: Tx,
  of: { readonly orderId: OrderId; readonly brandId: BrandId },
  lines: readonly NewOrderLine[],
): Promise<void> {
  const rows = lines.map((line) => ({
    id: line.orderLineId,
    order_id: of.orderId,
    brand_id: of.brandId,
    product_id: line.productId,
    variant_id: line.variantId,
    position: line.position,
    title: line.title,
    option_text: line.optionText,
    picture_url: line.pictureUrl,
    quantity: line.quantity,
    unit_price_minor: line.unitPriceMinor,
    list_minor: line.listMinor,
    discount_minor: line.discountMinor,
    paid_minor: line.paidMinor,
    tax_bps: line.taxBps,
    tax_minor: line.taxMinor,
    gross_minor: line.grossMinor,
    base_minor: line.baseMinor,
    touch_path: JSON.stringify(line.path),
  }));
  for (let at = 0; at < rows.length; at += ROWS_PER_STATEMENT) {
    await tx
      .insertInto("order_lines")
      .values(rows.slice(at, at + ROWS_PER_STATEMENT))
      .execute();
  }
}

/** The lines of these orders, each order's in their positions. */
export async function listOrderLines(q: Queryable, orderIds: readonly OrderId[]): Promise<ReadonlyMap<OrderId, readonly OrderLine[]>> {
  const found = new Map<OrderId, OrderLine[]>();
  if (orderIds.length === 0) return found;
  const rows = await q
    .selectFrom("order_lines")
    .selectAll()
    .where("order_id", "in", [...orderIds])
    .orderBy("order_id")
    .orderBy("position")
    .execute();
  for (const row of rows) {
    const orderId = row.order_id as OrderId;
    const lines = found.get(orderId) ?? [];
    found.set(orderId, lines);
    lines.push({
      orderLineId: row.id as OrderLineId,
      productId: row.product_id as ProductId,
      variantId: row.variant_id as VariantId,
      position: row.position,
      title: row.title,
      optionText: row.option_text,
      pictureUrl: row.picture_url,
      quantity: row.quantity,
      unitPriceMinor: row.unit_price_minor as Minor,
      listMinor: row.list_minor as Minor,
      discountMinor: row.discount_minor as Minor,
      paidMinor: row.paid_minor as Minor,
      taxBps: row.tax_bps as Bps,
      taxMinor: row.tax_minor as Minor,
      grossMinor: row.gross_minor as Minor,
      baseMinor: row.base_minor as Minor,
      canceled: row.canceled,
      shipped: row.shipped,
      delivered: row.delivered,
      returned: row.returned,
    });
  }
  return found;
}
