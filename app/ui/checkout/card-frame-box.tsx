import { Notice } from "../forms/notice";
import { SheetLink } from "../sheet/sheet-link";
import { useTexts } from "../texts/texts-context";
import styles from "./checkout.module.css";
import type { CheckoutFacts } from "./checkout-facts";
import type { CardFrame } from "./use-card-frame";

/** The provider's own page, where the card is typed: its number passes by us. */
export function CardFrameBox({ facts, frame }: { readonly facts: CheckoutFacts; readonly frame: CardFrame }) {
  const { t } = useTexts();
  const { entry, checkout, mayKeep } = facts;
  if (entry === null) return null;
  const here = `/checkout/${checkout.checkoutId}`;
  if (entry === "unreachable") {
    return (
      <Notice kind="refused">
        {t("checkout.unreachable")} <SheetLink to={`${here}?again=1`}>{t("checkout.again")}</SheetLink>
      </Notice>
    );
  }
  return (
    <section className={styles.card} aria-label={t("checkout.card_title")}>
      <p className={styles.cardTitle}>
        <b>{t("checkout.card_title")}</b>
        {checkout.cards.length === 0 ? null : <SheetLink to={`${here}?edit=card`}>{t("checkout.kept_cards")}</SheetLink>}
      </p>
      <iframe
        ref={frame.frame}
        className={styles.frame}
        src={entry.frameUrl}
        title={t("checkout.card_frame")}
        height={frame.height}
        allow="payment 'none'"
      />
      <noscript>
        <p className={styles.noScript}>{t("checkout.card_first")}</p>
      </noscript>
      {mayKeep ? (
        <label className={styles.keep}>
          <input type="checkbox" name="save" value="1" form="pay" />
          <span>{t("checkout.keep_card")}</span>
        </label>
      ) : null}
      <p className={styles.small}>{t("checkout.card_apart")}</p>
    </section>
  );
}

/** The kept cards, and the way to type another one. */
export function CardChoice({ facts }: { readonly facts: CheckoutFacts }) {
  const { t } = useTexts();
  const { checkout, card } = facts;
  const here = `/checkout/${checkout.checkoutId}`;
  return (
    <ul className={styles.cards}>
      {checkout.cards.map((kept) => (
        <li key={kept.savedCardId}>
          <SheetLink to={`${here}?card=${kept.savedCardId}`} current={kept.savedCardId === card?.savedCardId ? "true" : undefined}>
            {t("checkout.card", { brand: kept.brand.charAt(0).toUpperCase() + kept.brand.slice(1), last4: kept.last4 })}
          </SheetLink>
        </li>
      ))}
      <li>
        <SheetLink to={`${here}?card=new`}>{t("checkout.other_card")}</SheetLink>
      </li>
    </ul>
  );
}
