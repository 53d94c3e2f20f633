import { CANCEL_REASONS } from "~/domain/orders/cancel-reasons";
import type { OrderLine, OrderView } from "~/domain/orders/order";
import { openUnits } from "~/domain/orders/order-status";
import { LineItem } from "../bag/line-item";
import { tellCard } from "../checkout/tell-card";
import { Section } from "../display/section";
import { countryName } from "../format/countries";
import { formatMoney } from "../format/money";
import { AppForm } from "../forms/app-form";
import { FormStack } from "../forms/form-stack";
import { Notice } from "../forms/notice";
import { Select } from "../forms/select";
import { SubmitButton } from "../forms/submit-button";
import { Icon } from "../icons/icon";
import { AppLink } from "../layout/app-link";
import type { Texts } from "../texts/texts";
import { useTexts } from "../texts/texts-context";
import { CancelClock } from "./cancel-clock";
import styles from "./order-page.module.css";
import { OrderSteps } from "./order-steps";

type Props = {
  readonly order: OrderView;
  readonly now: number;
  /** Units were canceled just before. */
  readonly canceled: boolean;
  /** Why the form was not taken. */
  readonly refused: string | null;
};

/** One order: where it stands, what can still be undone, what it cost, who sees what of it. */
export function OrderPage({ order, now, canceled, refused }: Props) {
  const { t } = useTexts();
  return (
    <div className={styles.page}>
      <p className={styles.up}>
        <AppLink to="/orders">
          <Icon name="left" small />
          {t("orders.title")}
        </AppLink>
      </p>
      <div>
        <h1>{t(`order.say.${order.status}`)}</h1>
        <p className={styles.number}>{t("order.title_of", { number: order.number, brand: order.brand.name })}</p>
      </div>
      {refused === null ? null : (
        <Notice kind="refused" focus>
          {refused}
        </Notice>
      )}
      {canceled && refused === null ? (
        <Notice kind="done" focus>
          {t("order.canceled_done")}
        </Notice>
      ) : null}
      <CancelClock order={order} now={now} />
      <OrderSteps order={order} now={now} />
      {order.isCancelable ? <CancelForm order={order} /> : <CancelClosed order={order} />}
      <Receipt order={order} />
      <Lens order={order} />
    </div>
  );
}

function CancelForm({ order }: { readonly order: OrderView }) {
  const { t } = useTexts();
  return (
    <details id="cancel" className={styles.cancel}>
      <summary>
        <Icon name="close" />
        <span className={styles.words}>
          <b>{t("order.cancel")}</b>
          <span>{t("order.cancel_note")}</span>
        </span>
        <Icon name="down" small />
      </summary>
      <AppForm method="post" label={t("order.cancel")}>
        <FormStack>
          <input type="hidden" name="version" value={order.version} />
          {order.lines
            .filter((line) => openUnits(line) > 0)
            .map((line) => (
              <Units key={line.orderLineId} line={line} />
            ))}
          <Select
            name="reason"
            label={t("order.reason")}
            options={CANCEL_REASONS.map((reason) => ({ value: reason, label: t(`order.reason.${reason}`) }))}
          />
          <SubmitButton look="line" wide>
            {t("order.cancel_now")}
          </SubmitButton>
        </FormStack>
      </AppForm>
    </details>
  );
}

function Units({ line }: { readonly line: OrderLine }) {
  const { t } = useTexts();
  const open = openUnits(line);
  const counts = Array.from({ length: open + 1 }, (_, index) => String(open - index));
  return (
    <Select
      name={`units-${line.orderLineId}`}
      label={t("order.units_of", { title: line.title, option: line.optionText })}
      options={counts.map((count) => ({
        value: count,
        label: count === "0" ? t("order.units_none") : t("order.units", { count: Number(count) }),
      }))}
    />
  );
}

/** What cannot be done stays visible with its reason. */
function CancelClosed({ order }: { readonly order: OrderView }) {
  const { t } = useTexts();
  if (order.status === "canceled") return null;
  return (
    <div className={styles.closed}>
      <Icon name="close" />
      <span className={styles.words}>
        <b>{t("order.cancel")}</b>
        <span>{t("order.cancel_closed")}</span>
      </span>
    </div>
  );
}

function Receipt({ order }: { readonly order: OrderView }) {
  const texts = useTexts();
  const { t, locale } = texts;
  const money = (amount: number) => formatMoney(locale, amount, order.currency);
  const tax = order.lines.reduce((sum, line) => sum + line.taxMinor, 0) + order.shipping.taxMinor;
  return (
    <Section title={t("order.receipt")}>
      <ul className={styles.lines}>
        {order.lines.map((line) => (
          <li key={line.orderLineId}>
            <LineItem title={line.title} option={optionOf(texts, line)} pictureUrl={line.pictureUrl} amount={money(line.paidMinor)} />
          </li>
        ))}
      </ul>
      <dl className={styles.sums}>
        <dt>{t("order.shipping", { name: order.shipping.name, carrier: order.shipping.carrier })}</dt>
        <dd>{money(order.shipping.amountMinor)}</dd>
        <dt>{order.taxInclusive ? t("order.tax_in") : t("order.tax_added")}</dt>
        <dd>{money(tax)}</dd>
        {order.canceledMinor === 0 ? null : (
          <>
            <dt>{t("order.canceled")}</dt>
            <dd className={styles.loss}>{money(-order.canceledMinor)}</dd>
          </>
        )}
        <dt className={styles.total}>{t("checkout.total")}</dt>
        <dd className={styles.total}>{money(order.totalMinor - order.canceledMinor)}</dd>
      </dl>
      <p className={styles.note}>
        {order.card === null ? null : `${tellCard(texts, order.card)} · `}
        {t(`order.payment.${order.payment.status}`)}
      </p>
    </Section>
  );
}

function optionOf({ t }: Texts, line: OrderLine): string {
  const canceled = line.canceled === 0 ? [] : [t("order.line_canceled", { count: line.canceled })];
  return [line.optionText, t("order.units", { count: line.quantity }), ...canceled].filter((part) => part !== "").join(" · ");
}

function Lens({ order }: { readonly order: OrderView }) {
  const { t, locale } = useTexts();
  const { name, line1, line2, postalCode, city, region, country } = order.address;
  const place = [postalCode, city, region].filter((part) => part !== "").join(" ");
  const address = [name, line1, line2, place, countryName(locale, country)].filter((part) => part !== "").join(", ");
  return (
    <div className={styles.lens}>
      <Icon name="eye" />
      <div>
        <b>{t("order.lens", { brand: order.brand.name })}</b>
        <p>{address}</p>
        <p>{t("order.lens_never")}</p>
      </div>
    </div>
  );
}
