import { type ExpressionBuilder, type RawBuilder, sql } from "kysely";
import type { BrandId, Instant, ProductId } from "~/domain/kernel/branded";
import type { SalesDelta } from "~/domain/reporting/fold-sales";
import type { Queryable } from "../open";
import type { Schema } from "../schema";
import type { Tx } from "../transaction";

const ROWS_PER_STATEMENT = 500;

/** Adds figures to the rollups; negative figures take away. Rows of one brand, product and bucket must be merged before. */
export async function addSalesDeltas(tx: Tx, deltas: readonly SalesDelta[]): Promise<void> {
  const brandRows = deltas.filter((delta) => delta.productId === null).map(brandRow);
  const productRows = deltas.flatMap((delta) => (delta.productId === null ? [] : [{ ...brandRow(delta), product_id: delta.productId }]));
  for (let at = 0; at < brandRows.length; at += ROWS_PER_STATEMENT) {
    await tx
      .insertInto("sales_by_quarter")
      .values(brandRows.slice(at, at + ROWS_PER_STATEMENT))
      .onConflict((oc) => oc.columns(["brand_id", "bucket"]).doUpdateSet(() => added("sales_by_quarter")))
      .execute();
  }
  for (let at = 0; at < productRows.length; at += ROWS_PER_STATEMENT) {
    await tx
      .insertInto("product_sales_by_quarter")
      .values(productRows.slice(at, at + ROWS_PER_STATEMENT))
      .onConflict((oc) => oc.columns(["brand_id", "bucket", "product_id"]).doUpdateSet(() => added("product_sales_by_quarter")))
      .execute();
  }
}

function brandRow(delta: SalesDelta) {
  return {
    brand_id: delta.brandId,
    bucket: delta.bucket,
    orders: delta.orders,
    units: delta.units,
    gross_minor: delta.grossMinor,
    discount_minor: delta.discountMinor,
    refund_minor: delta.refundMinor,
  };
}

type Added = Record<"orders" | "units" | "gross_minor" | "discount_minor" | "refund_minor", RawBuilder<number>>;

function added(table: "sales_by_quarter" | "product_sales_by_quarter"): Added {
  const plus = (column: string) => sql<number>`${sql.ref(`${table}.${column}`)} + ${sql.ref(`excluded.${column}`)}`;
  return {
    orders: plus("orders"),
    units: plus("units"),
    gross_minor: plus("gross_minor"),
    discount_minor: plus("discount_minor"),
    refund_minor: plus("refund_minor"),
  };
}

/** Every rollup row of a brand, as deltas from nothing, ordered by bucket and product. */
export async function listSalesRollups(q: Queryable, brandId: BrandId): Promise<readonly SalesDelta[]> {
  const brand = await q.selectFrom("sales_by_quarter").selectAll().where("brand_id", "=", brandId).orderBy("bucket").execute();
  const product = await q
    .selectFrom("product_sales_by_quarter")
    .selectAll()
    .where("brand_id", "=", brandId)
    .orderBy("bucket")
    .orderBy("product_id")
    .execute();
  return [...brand.map((row) => deltaOf({ ...row, product_id: null })), ...product.map(deltaOf)];
}

type RollupRow =
  | ReturnType<typeof brandRow>
  | (Omit<ReturnType<typeof brandRow>, "brand_id" | "bucket"> & { brand_id: string; bucket: number });

function deltaOf(row: RollupRow & { product_id: string | null }): SalesDelta {
  return {
    brandId: row.brand_id as BrandId,
    productId: row.product_id as ProductId | null,
    bucket: row.bucket as Instant,
    orders: row.orders,
    units: row.units,
    grossMinor: row.gross_minor,
    discountMinor: row.discount_minor,
    refundMinor: row.refund_minor,
  };
}

/** Removes rollup rows that a rebuild found to belong to no event. */
export async function removeSalesRows(tx: Tx, rows: readonly Pick<SalesDelta, "brandId" | "productId" | "bucket">[]): Promise<void> {
  for (const row of rows) {
    if (row.productId === null) {
      await tx.deleteFrom("sales_by_quarter").where("brand_id", "=", row.brandId).where("bucket", "=", row.bucket).execute();
    } else {
      await tx
        .deleteFrom("product_sales_by_quarter")
        .where((eb: ExpressionBuilder<Schema, "product_sales_by_quarter">) =>
          eb.and({ brand_id: row.brandId, bucket: row.bucket, product_id: row.productId as string }),
        )
        .execute();
    }
  }
}
