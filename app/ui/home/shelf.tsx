import type { ShowcaseProduct } from "~/domain/catalog/showcase";
import { Picture } from "../display/picture";
import { formatMoney } from "../format/money";
import type { Texts } from "../texts/texts";
import { useTexts } from "../texts/texts-context";
import styles from "./shelf.module.css";

/** Pictures of the first row come at once, the others as they come near. */
const FIRST_ROW = 6;

/** Goods side by side: picture first, then name, brand and price. */
export function Shelf({ products }: { readonly products: readonly ShowcaseProduct[] }) {
  const texts = useTexts();
  return (
    <ul className={styles.shelf}>
      {products.map((product, index) => (
        <li key={product.productId}>
          <Picture url={product.image?.url ?? null} alt={product.image?.alt ?? ""} size="shelf" lazy={index >= FIRST_ROW} />
          <p className={styles.title}>{product.title}</p>
          <p className={styles.brand}>{product.brand}</p>
          <p className={styles.price}>{priceOf(texts, product)}</p>
        </li>
      ))}
    </ul>
  );
}

function priceOf({ t, locale }: Texts, product: ShowcaseProduct): string {
  if (product.soldOut) return t("home.sold_out");
  const price = formatMoney(locale, product.lowestMinor, product.currency);
  return product.severalPrices ? t("home.from_price", { price }) : price;
}
