import { leftOf } from "~/domain/catalog/choose-variant";
import { formatMoney } from "../format/money";
import { SubmitButton } from "../forms/submit-button";
import { Icon } from "../icons/icon";
import { ShopForm } from "../sheet/shop-form";
import { useTexts } from "../texts/texts-context";
import styles from "./buy-form.module.css";
import { type ProductFacts, variantPath } from "./product-facts";

/** The two ways on: into the bag, or straight to the checkout; the button says what it costs delivered. */
export function BuyForm({ facts }: { readonly facts: ProductFacts }) {
  const { t, locale } = useTexts();
  const { shop, choice, delivery } = facts;
  const { variant } = choice;
  const here = variantPath(facts, variant.variantId);
  if (leftOf(variant) === 0) {
    return (
      <p className={styles.none} role="status">
        {t("product.none_left")}
      </p>
    );
  }
  const price = formatMoney(locale, variant.priceMinor + (delivery?.amountMinor ?? 0), shop.currency);
  return (
    <ShopForm method="post" action="/bag" className={styles.buy}>
      <input type="hidden" name="variant" value={variant.variantId} />
      <input type="hidden" name="price" value={variant.priceMinor} />
      <input type="hidden" name="back" value={here} />
      <button type="submit" name="intent" value="add" className={styles.bag} aria-label={t("product.add")}>
        <Icon name="bag" />
      </button>
      <SubmitButton name="intent" value="buy" look="main" wide>
        {delivery === null || !shop.taxInclusive
          ? t("product.buy", { price: formatMoney(locale, variant.priceMinor, shop.currency) })
          : t("product.buy_delivered", { price })}
      </SubmitButton>
    </ShopForm>
  );
}
