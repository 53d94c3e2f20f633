import type { Checkout } from "~/domain/checkout/checkout";
import { LineItem } from "../bag/line-item";
import { countryName } from "../format/countries";
import { tellDelivery } from "../format/delivery";
import { formatMoney } from "../format/money";
import { Icon } from "../icons/icon";
import { SheetLink } from "../sheet/sheet-link";
import { type Fact, Facts } from "../shop/facts";
import type { Texts } from "../texts/texts";
import { useTexts } from "../texts/texts-context";
import { CardFrameBox } from "./card-frame-box";
import styles from "./checkout.module.css";
import type { CheckoutFacts, CheckoutPart } from "./checkout-facts";
import { DELIVERY_ZONE } from "./checkout-parts";
import { tellCard } from "./tell-card";
import type { CardFrame } from "./use-card-frame";

/** What is bought, by whom it is sold. */
export function CheckoutLines({ checkout }: { readonly checkout: Checkout }) {
  const { t, locale } = useTexts();
  return (
    <ul className={styles.lines}>
      {checkout.shops.flatMap((shop) =>
        shop.lines.map((line) => (
          <li key={line.variantId}>
            <LineItem
              title={line.offer?.title ?? ""}
              option={t("checkout.line", { option: line.offer?.optionText ?? "", quantity: line.quantity, seller: shop.name }).replace(
                /^ · /,
                "",
              )}
              pictureUrl={line.offer?.pictureUrl ?? null}
              amount={formatMoney(locale, line.paidMinor, checkout.currency)}
            />
          </li>
        )),
      )}
    </ul>
  );
}

/** Everything that was said so far, each on one line with the way to change it. */
export function CheckoutSaid({ facts, frame }: { readonly facts: CheckoutFacts; readonly frame: CardFrame }) {
  const texts = useTexts();
  const { checkout } = facts;
  const change = (part: CheckoutPart) => (
    <SheetLink to={`/checkout/${checkout.checkoutId}?edit=${part}`} label={texts.t(`checkout.change_${part}`)}>
      {texts.t("checkout.change")}
    </SheetLink>
  );
  const all = [cardFact(texts, facts, change), ...addressFacts(texts, checkout, change), ...shippingFacts(texts, checkout, change)];
  return (
    <>
      <div className={styles.said}>
        <Facts facts={all.flatMap((fact) => (fact === null ? [] : [fact]))} />
      </div>
      {facts.card === null ? <CardFrameBox facts={facts} frame={frame} /> : null}
    </>
  );
}

type Change = (part: CheckoutPart) => JSX.Element;

function cardFact(texts: Texts, { card }: CheckoutFacts, change: Change): Fact | null {
  if (card === null) return null;
  const note = texts.t("checkout.card_note", { expires: expiryOf(card.expires) });
  return { id: "card", icon: "card", title: tellCard(texts, card), note, action: change("card") };
}

/** `2028-08` as cards print it. */
function expiryOf(month: string): string {
  return `${month.slice(5, 7)}/${month.slice(2, 4)}`;
}

function addressFacts({ locale }: Texts, { address, email }: Checkout, change: Change): readonly Fact[] {
  if (address === null) return [];
  const { name, line1, line2, postalCode, city, region, country } = address;
  const place = [postalCode, city, region].filter((part) => part !== "").join(" ");
  const note = [line1, line2, place, countryName(locale, country)].filter((part) => part !== "").join(", ");
  return [
    { id: "address", icon: "pin", title: name, note, action: change("address") },
    ...(email === null ? [] : [{ id: "contact", icon: "mail", title: email, action: change("contact") } as const]),
  ];
}

function shippingFacts(texts: Texts, checkout: Checkout, change: Change): readonly Fact[] {
  const several = checkout.shops.length > 1;
  return checkout.shops.flatMap((shop) => {
    if (shop.chosen === null) return [];
    const { name, carrier, amountMinor, delivery } = shop.chosen;
    const price = formatMoney(texts.locale, amountMinor, checkout.currency);
    const note = `${several ? `${shop.name} · ` : ""}${name}, ${carrier} · ${price}`;
    return [
      {
        id: shop.brandId,
        icon: "truck",
        title: capital(tellDelivery(texts, delivery, DELIVERY_ZONE)),
        note,
        action: change("shipping"),
      } as const,
    ];
  });
}

function capital(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** What the brands will see of the shopper, before anything is sent. */
export function BrandLens({ checkout }: { readonly checkout: Checkout }) {
  const { t, locale } = useTexts();
  const brands = new Intl.ListFormat(locale).format(checkout.shops.map(({ name }) => name));
  return (
    <div className={styles.lens}>
      <Icon name="eye" />
      <div>
        <b>{t("checkout.lens", { brands })}</b>
        <p>
          {t("checkout.lens_sees")} <b>{t("checkout.lens_never")}</b>
        </p>
      </div>
    </div>
  );
}

/** The sums, down to the tax in them. */
export function CheckoutSums({ checkout }: { readonly checkout: Checkout }) {
  const { t, locale } = useTexts();
  const { totals, currency } = checkout;
  const money = (amount: number) => formatMoney(locale, amount, currency);
  const units = checkout.shops.reduce((sum, { lines }) => sum + lines.reduce((all, { quantity }) => all + quantity, 0), 0);
  return (
    <dl className={styles.sums}>
      <dt>{t("checkout.items", { count: units })}</dt>
      <dd>{money(totals.paidMinor)}</dd>
      <dt>{t("checkout.shipping")}</dt>
      <dd>{checkout.step === "payment" ? money(totals.shippingMinor) : t("checkout.later")}</dd>
      {totals.addedTaxMinor === 0 ? null : (
        <>
          <dt>{t("checkout.tax")}</dt>
          <dd>{money(totals.addedTaxMinor)}</dd>
        </>
      )}
      <dt className={styles.total}>
        {t("checkout.total")} {totals.addedTaxMinor === 0 ? <span>{t("checkout.tax_in", { tax: money(totals.taxMinor) })}</span> : null}
      </dt>
      <dd className={styles.total}>{money(totals.totalMinor)}</dd>
    </dl>
  );
}
