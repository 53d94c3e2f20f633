import { Notice } from "../forms/notice";
import { SubmitButton } from "../forms/submit-button";
import { ShopForm } from "../sheet/shop-form";
import { useTexts } from "../texts/texts-context";
import { CardChoice } from "./card-frame-box";
import styles from "./checkout.module.css";
import type { CheckoutAnswer, CheckoutFacts } from "./checkout-facts";
import { BrandLens, CheckoutLines, CheckoutSaid } from "./checkout-lines";
import { AddressForm, ContactForm, ShippingForms } from "./checkout-parts";
import type { CardFrame } from "./use-card-frame";

type Props = { readonly facts: CheckoutFacts; readonly answer: CheckoutAnswer | null; readonly frame: CardFrame };

/** All of a checkout but its sums and its button: what is bought, what was said, or the part that is open. */
export function CheckoutBody({ facts, answer, frame }: Props) {
  const { checkout, open } = facts;
  if (checkout.state !== "open") return <CheckoutOver facts={facts} />;
  return (
    <div className={styles.body}>
      {answer?.message ? (
        <Notice kind="refused" focus>
          {answer.message}
        </Notice>
      ) : null}
      <CheckoutLines checkout={checkout} />
      {open === "contact" ? <ContactForm facts={facts} answer={answer} /> : null}
      {open === "address" ? <AddressForm facts={facts} answer={answer} /> : null}
      {open === "shipping" ? <ShippingForms facts={facts} /> : null}
      {open === "card" ? <CardChoice facts={facts} /> : null}
      {open === null ? <CheckoutSaid facts={facts} frame={frame} /> : null}
      {open === null ? <BrandLens checkout={checkout} /> : null}
    </div>
  );
}

/** True when all is said, so that the sums and the button may stand below. */
export function isPayable({ checkout, open, entry, card }: CheckoutFacts): boolean {
  return checkout.state === "open" && open === null && (card !== null || (entry !== null && entry !== "unreachable"));
}

/** A checkout that came to nothing: why, that nothing was charged, and the way to try again with everything kept. */
function CheckoutOver({ facts }: { readonly facts: CheckoutFacts }) {
  const { t } = useTexts();
  const { checkout } = facts;
  const words = checkout.state === "failed" ? t(`checkout.failed.${checkout.failure ?? "declined"}`) : t("checkout.expired");
  return (
    <div className={styles.body}>
      <Notice kind={checkout.state === "failed" ? "refused" : "caution"} focus>
        <p>
          <b>{words}</b>
        </p>
        <p>{t("checkout.nothing_charged")}</p>
      </Notice>
      <CheckoutLines checkout={checkout} />
      <ShopForm method="post" action="/bag">
        <input type="hidden" name="currency" value={checkout.currency} />
        <SubmitButton name="intent" value="checkout" look="main" wide>
          {t("checkout.try_again")}
        </SubmitButton>
      </ShopForm>
    </div>
  );
}
