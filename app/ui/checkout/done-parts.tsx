import type { OrderView } from "~/domain/orders/order";
import { formatMoney } from "../format/money";
import { buttonLook } from "../forms/button-look";
import { AppLink } from "../layout/app-link";
import { CancelClock } from "../orders/cancel-clock";
import { OrderSteps } from "../orders/order-steps";
import { useTexts } from "../texts/texts-context";
import styles from "./done.module.css";
import { tellCard } from "./tell-card";

/** The orders one checkout became, and when this was told. */
export type DoneFacts = { readonly orders: readonly OrderView[]; readonly now: number };

/** The thanks: what is held on the card, how long it can be undone, what happens next and when. */
export function DoneBody({ facts, level }: { readonly facts: DoneFacts; readonly level: "page" | "sheet" }) {
  const texts = useTexts();
  const { t, locale } = texts;
  const { orders, now } = facts;
  const [first] = orders;
  if (first === undefined) return null;
  const total = orders.reduce((sum, order) => sum + order.totalMinor, 0);
  const price = formatMoney(locale, total, first.currency);
  const Title = level === "page" ? "h1" : "h2";
  const picture = first.lines[0]?.pictureUrl ?? null;
  return (
    <div className={styles.done}>
      <div className={styles.head}>
        <div>
          <Title className={styles.title}>{t("done.title")}</Title>
          <p>{first.card === null ? t("done.held", { price }) : t("done.held_on", { price, card: tellCard(texts, first.card) })}</p>
          <p>{t("done.mail", { email: first.email })}</p>
        </div>
        {picture?.startsWith("/") === true ? <img src={picture} alt="" width={72} height={72} /> : null}
      </div>
      {orders.map((order) => (
        <section key={order.orderId} className={styles.order} aria-label={t("order.title", { number: order.number })}>
          {orders.length === 1 ? null : <h3>{order.brand.name}</h3>}
          <CancelClock order={order} now={now} />
          <OrderSteps order={order} now={now} />
          {orders.length === 1 ? null : (
            <AppLink to={`/orders/${order.number}`} className={buttonLook({ wide: true })}>
              {t("done.follow")}
            </AppLink>
          )}
        </section>
      ))}
    </div>
  );
}

/** The ways on: undo, follow, and back to the feed, which is the main one. `onBack` closes a sheet. */
export function DoneWays({ facts, onBack }: { readonly facts: DoneFacts; readonly onBack: (() => void) | null }) {
  const { t } = useTexts();
  const [order] = facts.orders;
  return (
    <div className={styles.ways}>
      {order === undefined || facts.orders.length > 1 ? null : (
        <div className={styles.two}>
          <AppLink to={`/orders/${order.number}#cancel`} className={buttonLook({ look: "line", wide: true })}>
            {t("done.cancel")}
          </AppLink>
          <AppLink to={`/orders/${order.number}`} className={buttonLook({ wide: true })}>
            {t("done.follow")}
          </AppLink>
        </div>
      )}
      {onBack === null ? (
        <AppLink to="/" className={buttonLook({ look: "main", wide: true })}>
          {t("done.back")}
        </AppLink>
      ) : (
        <button type="button" className={buttonLook({ look: "main", wide: true })} onClick={onBack}>
          {t("done.back")}
        </button>
      )}
    </div>
  );
}
