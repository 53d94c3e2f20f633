import type { Currency } from "~/domain/kernel/currency";
import type { MetricId, MetricValues } from "~/domain/reporting/metrics";
import { metricWords } from "../charts/chart-words";
import { type Column, DataTable } from "../display/data-table";
import { More } from "../display/more";
import { useTexts } from "../texts/texts-context";
import styles from "./product-table.module.css";

export type ProductLine = { readonly productId: string; readonly title: string; readonly handle: string; readonly values: MetricValues };

type Props = {
  readonly products: readonly ProductLine[];
  readonly others?: MetricValues | null;
  readonly currency: Currency;
};

/** A list a little longer than what is shown first is not worth folding. */
const SHOWN_AT_ONCE = 20;
const FIRST_ROWS = 15;

const SHOWN: readonly MetricId[] = ["units", "gross_sales", "refunds", "net_sales"];

/** Products with what they sold. Orders overlap between products, so their column has no total. */
export function ProductTable({ products, others = null, currency }: Props) {
  const { t, locale } = useTexts();
  const words = (id: MetricId, values: MetricValues) => metricWords(locale, id, currency).full(values[id] ?? null);
  const columns: readonly Column<ProductLine>[] = [
    {
      id: "product",
      head: t("sales.product"),
      cell: (row) => (
        <>
          {row.title} {row.handle.toLowerCase() === row.title.toLowerCase() ? null : <span className={styles.handle}>{row.handle}</span>}
        </>
      ),
    },
    { id: "orders", head: t("sales.orders_with_product"), number: true, cell: (row) => words("orders", row.values) },
    ...SHOWN.map(
      (id): Column<ProductLine> => ({
        id,
        head: t(`metric.${id}.title`),
        number: true,
        phone: id === "net_sales" ? "beside" : "pair",
        cell: (row) => words(id, row.values),
      }),
    ),
  ];
  const foot = others === null ? undefined : [t("sales.others"), "—", ...SHOWN.map((id) => words(id, others))];
  const table = { caption: t("sales.products"), columns, keyOf: (row: ProductLine) => row.productId };
  if (products.length <= SHOWN_AT_ONCE) return <DataTable {...table} rows={products} foot={foot} />;
  return (
    <>
      <DataTable {...table} rows={products.slice(0, FIRST_ROWS)} />
      <More label={t("sales.more_products", { count: products.length - FIRST_ROWS })}>
        <DataTable {...table} rows={products.slice(FIRST_ROWS)} foot={foot} />
      </More>
    </>
  );
}
