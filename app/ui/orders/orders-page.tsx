import type { OrderView } from "~/domain/orders/order";
import { Chip, type ChipTone } from "../display/chip";
import { EmptyState } from "../display/empty-state";
import { Pages } from "../display/pages";
import { formatMoney } from "../format/money";
import { formatDay, isoDayOf } from "../format/times";
import { buttonLook } from "../forms/button-look";
import { Icon } from "../icons/icon";
import { AppLink } from "../layout/app-link";
import { useTexts } from "../texts/texts-context";
import styles from "./orders-page.module.css";

type Props = { readonly orders: readonly OrderView[]; readonly page: number; readonly pages: number; readonly anonymous: boolean };

/** What was ordered, the newest first; guests see what they bought from this browser's bag. */
export function OrdersPage({ orders, page, pages, anonymous }: Props) {
  const { t } = useTexts();
  return (
    <div className={styles.orders}>
      <h1>{t("orders.title")}</h1>
      {anonymous ? <p className={styles.note}>{t("orders.guest")}</p> : null}
      {orders.length === 0 ? (
        <EmptyState title={t("orders.empty")}>
          <p>{t("orders.empty_body")}</p>
          <AppLink to="/" className={buttonLook({ look: "main" })}>
            {t("bag.to_feed")}
          </AppLink>
        </EmptyState>
      ) : (
        <ul>
          {orders.map((order) => (
            <li key={order.orderId}>
              <Row order={order} />
            </li>
          ))}
        </ul>
      )}
      {pages > 1 ? <Pages page={page} pages={pages} hrefOf={(to) => `/orders?page=${to}`} /> : null}
    </div>
  );
}

const TONES: Readonly<Partial<Record<OrderView["status"], ChipTone>>> = {
  placed: "accent",
  preparing: "accent",
  canceled: "loss",
  payment_problem: "caution",
};

function Row({ order }: { readonly order: OrderView }) {
  const { t, locale } = useTexts();
  const picture = order.lines[0]?.pictureUrl ?? null;
  const titles = new Intl.ListFormat(locale).format(order.lines.map(({ title }) => title));
  return (
    <AppLink to={`/orders/${order.number}`} className={styles.row}>
      <span className={styles.picture}>
        {picture?.startsWith("/") === true ? <img src={picture} alt="" width={64} height={64} /> : <Icon name="hanger" />}
      </span>
      <span className={styles.words}>
        <b>{titles}</b>
        <span>
          {order.brand.name} · {order.number} · {formatDay(locale, isoDayOf(order.placedAt ?? order.createdAt, "UTC"), "short")}
        </span>
        <span>
          <Chip tone={TONES[order.status] ?? "plain"}>{t(`order.status.${order.status}`)}</Chip>
        </span>
      </span>
      <span className={styles.amount}>{formatMoney(locale, order.totalMinor - order.canceledMinor, order.currency)}</span>
    </AppLink>
  );
}
