import { formatMoney } from "../format/money";
import { SubmitButton } from "../forms/submit-button";
import { ShopForm } from "../sheet/shop-form";
import { useTexts } from "../texts/texts-context";
import styles from "./checkout.module.css";
import type { CheckoutFacts } from "./checkout-facts";
import type { CardFrame } from "./use-card-frame";

/** The one button that buys: it names the exact amount, and below it what the bank will show. */
export function PayForm({ facts, frame }: { readonly facts: CheckoutFacts; readonly frame: CardFrame }) {
  const { t, locale } = useTexts();
  const { checkout, card, payKey } = facts;
  const { totalMinor } = checkout.totals;
  const brands = new Intl.ListFormat(locale).format(checkout.shops.map(({ name }) => t("checkout.statement", { brand: name })));
  return (
    <div onSubmitCapture={frame.onSubmit}>
      <ShopForm id="pay" method="post" action={`/checkout/${checkout.checkoutId}?index`}>
        <input type="hidden" name="key" value={payKey} />
        <input type="hidden" name="card" value={card?.savedCardId ?? "typed"} />
        <input type="hidden" name="total" value={totalMinor} />
        <SubmitButton name="intent" value="pay" look="main" wide>
          {t("checkout.pay", { price: formatMoney(locale, totalMinor, checkout.currency) })}
        </SubmitButton>
      </ShopForm>
      <p className={styles.debits}>{t("checkout.debits", { count: checkout.shops.length, brands })}</p>
    </div>
  );
}
