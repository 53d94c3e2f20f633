import type { Bag, BagGroup, BagLine } from "~/domain/checkout/bag";
import type { Currency } from "~/domain/kernel/currency";
import { EmptyState } from "../display/empty-state";
import { formatMoney } from "../format/money";
import { AppForm } from "../forms/app-form";
import { buttonLook } from "../forms/button-look";
import { Notice } from "../forms/notice";
import { SubmitButton } from "../forms/submit-button";
import { AppLink } from "../layout/app-link";
import { ShopForm } from "../sheet/shop-form";
import { useTexts } from "../texts/texts-context";
import styles from "./bag-page.module.css";
import { LineItem } from "./line-item";

/** Why a form was refused, by the name in the address; an unknown one says nothing. */
const SAID = ["not_for_sale", "sold_out", "short", "too_many", "bag_full", "bag_not_ready", "empty_bag", "not_in_bag"] as const;

/** The bag: what lies in it by brand, what has changed since, and one way to pay for each currency. */
export function BagPage({ bag, said }: { readonly bag: Bag; readonly said: string | null }) {
  const { t } = useTexts();
  const known = SAID.find((one) => one === said);
  return (
    <div className={styles.bag}>
      <h1>{t("bag.title")}</h1>
      {known === undefined ? null : (
        <Notice kind="refused" focus>
          {t(`bag.said.${known}`)}
        </Notice>
      )}
      {bag.units === 0 ? (
        <EmptyState title={t("bag.empty")}>
          <p>{t("bag.empty_body")}</p>
          <AppLink to="/" className={buttonLook({ look: "main" })}>
            {t("bag.to_feed")}
          </AppLink>
        </EmptyState>
      ) : null}
      {bag.gone.map((line) => (
        <Notice key={line.variantId} kind="caution">
          {t("bag.gone")} <LineButton variant={line.variantId} intent="remove" words={t("bag.remove")} />
        </Notice>
      ))}
      {bag.groups.map((group) => (
        <Group key={group.currency} group={group} alone={bag.groups.length === 1} />
      ))}
    </div>
  );
}

function Group({ group, alone }: { readonly group: BagGroup; readonly alone: boolean }) {
  const { t, locale } = useTexts();
  const price = formatMoney(locale, group.itemsMinor, group.currency);
  return (
    <section className={styles.group} aria-label={t("bag.in_currency", { currency: group.currency })}>
      {group.shops.map((shop) => (
        <div key={shop.brandId} className={styles.shop}>
          <h2>
            <AppLink to={`/brands/${shop.slug}`}>{shop.name}</AppLink>
          </h2>
          <ul>
            {shop.lines.map((line) => (
              <li key={line.variantId}>
                <Line line={line} currency={group.currency} />
              </li>
            ))}
          </ul>
        </div>
      ))}
      <p className={styles.sum}>
        <span>{alone ? t("bag.items") : t("bag.in_currency", { currency: group.currency })}</span>
        <b>{price}</b>
      </p>
      <p className={styles.note}>{t("bag.shipping_later", { count: group.shops.length })}</p>
      {group.isReady ? (
        <ShopForm method="post" action="/bag">
          <input type="hidden" name="currency" value={group.currency} />
          <SubmitButton name="intent" value="checkout" look="main" wide>
            {t("bag.checkout", { price })}
          </SubmitButton>
        </ShopForm>
      ) : (
        <p className={styles.blocked}>{t("bag.not_ready")}</p>
      )}
    </section>
  );
}

function Line({ line, currency }: { readonly line: BagLine; readonly currency: Currency }) {
  const { t, locale } = useTexts();
  const { offer, change } = line;
  if (offer === null) return null;
  const money = (amount: number) => formatMoney(locale, amount, currency);
  const words =
    change.kind === "price"
      ? t("bag.price_changed", { from: money(change.fromMinor), to: money(change.toMinor) })
      : change.kind === "short"
        ? t("bag.short", { count: change.available })
        : change.kind === "sold_out"
          ? t("bag.sold_out")
          : null;
  return (
    <>
      <LineItem
        to={`/brands/${offer.brandSlug}/${offer.productHandle}?variant=${line.variantId}`}
        title={offer.title}
        option={offer.optionText}
        pictureUrl={offer.pictureUrl}
        amount={money(line.listMinor)}
      />
      {words === null ? null : (
        <Notice kind="caution">
          {words}{" "}
          <LineButton variant={line.variantId} intent="agree" words={change.kind === "sold_out" ? t("bag.remove") : t("bag.agree")} />
        </Notice>
      )}
      <div className={styles.tools}>
        <AppForm method="post" action="/bag" keepScroll className={styles.quantity}>
          <input type="hidden" name="variant" value={line.variantId} />
          <label>
            <span className="visually-hidden">{t("bag.quantity_of", { title: offer.title })}</span>
            <input key={line.quantity} name="quantity" type="number" inputMode="numeric" min={0} max={99} defaultValue={line.quantity} />
          </label>
          <button type="submit" name="intent" value="quantity" className={buttonLook({ low: true })}>
            {t("bag.change")}
          </button>
        </AppForm>
        <LineButton variant={line.variantId} intent="remove" words={t("bag.remove")} label={t("bag.remove_of", { title: offer.title })} />
      </div>
    </>
  );
}

type LineButtonProps = {
  readonly variant: string;
  readonly intent: "remove" | "agree";
  readonly words: string;
  readonly label?: string;
};

function LineButton({ variant, intent, words, label }: LineButtonProps) {
  return (
    <AppForm method="post" action="/bag" keepScroll className={styles.button}>
      <input type="hidden" name="variant" value={variant} />
      <button type="submit" name="intent" value={intent} aria-label={label}>
        {words}
      </button>
    </AppForm>
  );
}
