import { sql } from "kysely";
import type { BrandId, Instant, ProductId } from "~/domain/kernel/branded";
import type { SalesSums } from "~/domain/reporting/metrics";
import type { SalesBucket } from "~/domain/reporting/report";
import type { Queryable } from "../open";

type Span = { readonly brandId: BrandId; readonly start: Instant; readonly end: Instant };

/** A brand's quarter hours from `start` (inclusive) to `end` (exclusive) in time order; of one product when given. */
export async function listSalesBuckets(q: Queryable, asked: Span & { readonly productId?: ProductId }): Promise<readonly SalesBucket[]> {
  const rows = await (asked.productId === undefined ? brandBuckets(q, asked) : productBuckets(q, asked, asked.productId)).execute();
  return rows.map((row) => ({ bucket: row.bucket as Instant, ...sumsOf(row) }));
}

function brandBuckets(q: Queryable, asked: Span) {
  return q
    .selectFrom("sales_by_quarter")
    .select(["bucket", "orders", "units", "gross_minor", "discount_minor", "refund_minor"])
    .where("brand_id", "=", asked.brandId)
    .where("bucket", ">=", asked.start)
    .where("bucket", "<", asked.end)
    .orderBy("bucket");
}

function productBuckets(q: Queryable, asked: Span, productId: ProductId) {
  return q
    .selectFrom("product_sales_by_quarter")
    .select(["bucket", "orders", "units", "gross_minor", "discount_minor", "refund_minor"])
    .where("brand_id", "=", asked.brandId)
    .where("product_id", "=", productId)
    .where("bucket", ">=", asked.start)
    .where("bucket", "<", asked.end)
    .orderBy("bucket");
}

/** Sums of one product over a span of time. `orders` counts the orders that hold the product. */
export type ProductSales = { readonly productId: ProductId; readonly title: string; readonly handle: string; readonly sums: SalesSums };

/** Every product with activity from `start` to `end`, best net sales first, ties by title. */
export async function listProductSales(q: Queryable, asked: Span): Promise<readonly ProductSales[]> {
  const rows = await q
    .selectFrom("product_sales_by_quarter as s")
    .innerJoin("products as p", "p.id", "s.product_id")
    .where("s.brand_id", "=", asked.brandId)
    .where("s.bucket", ">=", asked.start)
    .where("s.bucket", "<", asked.end)
    .groupBy(["s.product_id", "p.title", "p.handle"])
    .select(["s.product_id", "p.title", "p.handle"])
    .select(({ fn }) => [
      fn.sum<number>("s.orders").as("orders"),
      fn.sum<number>("s.units").as("units"),
      fn.sum<number>("s.gross_minor").as("gross_minor"),
      fn.sum<number>("s.discount_minor").as("discount_minor"),
      fn.sum<number>("s.refund_minor").as("refund_minor"),
    ])
    .orderBy(sql`sum(s.gross_minor) - sum(s.discount_minor) - sum(s.refund_minor)`, "desc")
    .orderBy("p.title")
    .orderBy("s.product_id")
    .execute();
  return rows.map((row) => ({ productId: row.product_id as ProductId, title: row.title, handle: row.handle, sums: sumsOf(row) }));
}

/** Start of the last quarter hour in which the brand sold or refunded something. */
export async function findLatestSales(q: Queryable, brandId: BrandId): Promise<Instant | undefined> {
  const row = await q
    .selectFrom("sales_by_quarter")
    .select(({ fn }) => fn.max("bucket").as("latest"))
    .where("brand_id", "=", brandId)
    .executeTakeFirst();
  return (row?.latest ?? undefined) as Instant | undefined;
}

function sumsOf(row: {
  readonly orders: number;
  readonly units: number;
  readonly gross_minor: number;
  readonly discount_minor: number;
  readonly refund_minor: number;
}): SalesSums {
  return {
    orders: row.orders,
    units: row.units,
    gross_sales: row.gross_minor,
    discounts: row.discount_minor,
    refunds: row.refund_minor,
  };
}
