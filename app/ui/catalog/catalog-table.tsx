import type { ListedProduct } from "~/domain/catalog/listed-product";
import type { ProductStatus } from "~/domain/catalog/product";
import type { Currency } from "~/domain/kernel/currency";
import { Chip, type ChipTone } from "../display/chip";
import { type Column, DataTable } from "../display/data-table";
import { Picture } from "../display/picture";
import { formatMoney } from "../format/money";
import { NO_FIGURE } from "../format/numbers";
import type { Texts } from "../texts/texts";
import { useTexts } from "../texts/texts-context";
import styles from "./catalog-table.module.css";

const TONES: Readonly<Record<ProductStatus, ChipTone>> = { active: "accent", draft: "plain", archived: "plain", not_for_sale: "plain" };

/** Products with picture, state, stock and price. */
export function CatalogTable({ products, currency }: { readonly products: readonly ListedProduct[]; readonly currency: Currency }) {
  const texts = useTexts();
  const { t } = texts;
  const columns: readonly Column<ListedProduct>[] = [
    { id: "product", head: t("catalog.product"), cell: (product) => <Product product={product} /> },
    {
      id: "status",
      head: t("catalog.status"),
      cell: (product) => <Chip tone={TONES[product.status]}>{t(`catalog.status.${product.status}`)}</Chip>,
    },
    { id: "stock", head: t("catalog.stock"), cell: (product) => <Stock product={product} /> },
    { id: "price", head: t("catalog.price"), number: true, phone: "beside", cell: (product) => priceOf(texts, product, currency) },
  ];
  return <DataTable caption={t("catalog.title")} columns={columns} rows={products} keyOf={(product) => product.productId} />;
}

function Product({ product }: { readonly product: ListedProduct }) {
  const { t } = useTexts();
  return (
    <span className={styles.product}>
      <Picture url={product.image?.url ?? null} alt="" size="mini" />
      <span>
        <b>{product.title}</b>
        <br />
        <span className={styles.second}>
          {product.variants === 0 ? product.handle : `${product.handle} · ${t("catalog.variants", { count: product.variants })}`}
        </span>
      </span>
    </span>
  );
}

function Stock({ product }: { readonly product: ListedProduct }) {
  const { t } = useTexts();
  if (product.variants === 0) return <>{NO_FIGURE}</>;
  if (product.onHand === 0) return <Chip tone="loss">{t("catalog.sold_out")}</Chip>;
  return (
    <span className={styles.stock}>
      {t("catalog.in_stock", { count: product.onHand })}
      {product.soldOut > 0 ? <Chip tone="caution">{t("catalog.some_sold_out", { count: product.soldOut })}</Chip> : null}
    </span>
  );
}

function priceOf({ t, locale }: Texts, { lowestMinor, highestMinor }: ListedProduct, currency: Currency): string {
  if (lowestMinor === null || highestMinor === null) return NO_FIGURE;
  const from = formatMoney(locale, lowestMinor, currency);
  return lowestMinor === highestMinor ? from : t("catalog.price_range", { from, to: formatMoney(locale, highestMinor, currency) });
}
