import { leftOf } from "~/domain/catalog/choose-variant";
import { countryName } from "../format/countries";
import { tellDelivery } from "../format/delivery";
import { formatMoney } from "../format/money";
import { AppLink } from "../layout/app-link";
import type { Texts } from "../texts/texts";
import { useTexts } from "../texts/texts-context";
import type { Fact } from "./facts";
import type { ProductFacts } from "./product-facts";
import styles from "./product-words.module.css";

/** Fewer pieces than this are worth saying; more would only press. */
const FEW = 4;

/** Brand, name, price with its tax. The name is the page's title, or the sheet's. */
export function ProductTitle({ facts, level }: { readonly facts: ProductFacts; readonly level: "page" | "sheet" }) {
  const texts = useTexts();
  const { shop, product, choice } = facts;
  const { priceMinor, compareAtMinor } = choice.variant;
  const Title = level === "page" ? "h1" : "h2";
  return (
    <div className={level === "page" ? styles.page : styles.sheet}>
      <div className={styles.names}>
        <p className={styles.brand}>
          <AppLink to={`/brands/${shop.slug}`}>{shop.name}</AppLink>
        </p>
        <Title>{product.title}</Title>
        {level === "sheet" ? <p className={styles.line}>{materialOf(product.description)}</p> : null}
      </div>
      <p className={styles.price}>
        <b>{formatMoney(texts.locale, priceMinor, shop.currency)}</b>{" "}
        {compareAtMinor === null ? null : (
          <s>
            <span className="visually-hidden">{texts.t("product.before")} </span>
            {formatMoney(texts.locale, compareAtMinor, shop.currency)}
          </s>
        )}{" "}
        <span className={styles.tax}>{texts.t(shop.taxInclusive ? "product.tax_in" : "product.tax_out")}</span>
      </p>
    </div>
  );
}

/** The last line of a description says what the thing is made of; a description of one line is all of it. */
function materialOf(description: string): string {
  return (
    description
      .split(/\n+/)
      .filter((line) => line.trim() !== "")
      .at(-1) ?? ""
  );
}

/** What matters before buying, for the page: delivery, the way back, who sells. */
export function promisesOf(texts: Texts, { shop, delivery }: ProductFacts): readonly Fact[] {
  const { t } = texts;
  const minutes = t("product.cancel", { minutes: shop.cancelWindowMinutes });
  return [
    ...deliveryFacts(texts, { shop, delivery }),
    { id: "cancel", icon: "back", title: minutes, note: t("product.cancel_note") },
    { id: "seller", icon: "shield", title: t("product.sold_by", { seller: shop.legalName }), note: t("product.card_note") },
  ];
}

/** When it arrives and what that costs; nothing where the brand ships nowhere yet. */
export function deliveryFacts(texts: Texts, { shop, delivery }: Pick<ProductFacts, "shop" | "delivery">): readonly Fact[] {
  if (delivery === null) return [];
  const { t, locale } = texts;
  const title = t("product.arrives", { when: tellDelivery(texts, delivery.dates, shop.timezone) });
  const cost = delivery.amountMinor === 0 ? t("product.shipping_free") : formatMoney(locale, delivery.amountMinor, shop.currency);
  const note = t("product.shipping", { cost, carrier: delivery.carrier, country: countryName(locale, delivery.country) });
  return [{ id: "delivery", icon: "truck", title, note }];
}

/** How much is left, where that is little or nothing. */
export function StockNote({ facts }: { readonly facts: ProductFacts }) {
  const { t } = useTexts();
  const left = leftOf(facts.choice.variant);
  if (left >= FEW) return null;
  return <p className={styles.stock}>{left === 0 ? t("product.sold_out") : t("product.left", { count: left })}</p>;
}
