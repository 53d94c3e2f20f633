import type { ShowcaseProduct } from "~/domain/catalog/showcase";
import { Picture } from "../display/picture";
import { formatMoney } from "../format/money";
import { SheetLink } from "../sheet/sheet-link";
import type { Texts } from "../texts/texts";
import { useTexts } from "../texts/texts-context";
import styles from "./shelf.module.css";

/** Pictures of the first row come at once, the others as they come near. */
const FIRST_ROW = 6;

type Props = {
  readonly products: readonly ShowcaseProduct[];
  /** False where all are of the brand whose page it is. */
  readonly branded?: boolean;
  /** True when the shelf stands below the first screen. */
  readonly lazy?: boolean;
};

/** Goods side by side, each a link: picture first, then name, brand and price. */
export function Shelf({ products, branded = true, lazy = false }: Props) {
  const texts = useTexts();
  return (
    <ul className={styles.shelf}>
      {products.map((product, index) => (
        <li key={product.productId}>
          <SheetLink to={`/brands/${product.brandSlug}/${product.handle}`} className={styles.product}>
            <Picture url={product.image?.url ?? null} alt={product.image?.alt ?? ""} size="shelf" lazy={lazy || index >= FIRST_ROW} />
            <span className={styles.title}>{product.title}</span>
            {branded ? <span className={styles.brand}>{product.brand}</span> : null}
            <span className={styles.price}>{priceOf(texts, product)}</span>
          </SheetLink>
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
