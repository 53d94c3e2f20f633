import type { OrderView } from "~/domain/orders/order";
import { DELIVERY_ZONE } from "../checkout/checkout-parts";
import { tellDelivery } from "../format/delivery";
import { formatMinute, formatMoment } from "../format/times";
import { useTexts } from "../texts/texts-context";
import styles from "./order-steps.module.css";
import { useZone } from "./use-zone";

type Step = { readonly id: string; readonly title: string; readonly note: string; readonly state: "done" | "now" | "next" };

/** What happened to an order and what will, each with its time. */
export function OrderSteps({ order, now }: { readonly order: OrderView; readonly now: number }) {
  const steps = useSteps(order, now);
  return (
    <ol className={styles.steps}>
      {steps.map((step) => (
        <li key={step.id} className={styles[step.state]} aria-current={step.state === "now" ? "step" : undefined}>
          <p>
            <b>{step.title}</b>
          </p>
          <p className={styles.note}>{step.note}</p>
        </li>
      ))}
    </ol>
  );
}

function useSteps(order: OrderView, now: number): readonly Step[] {
  const texts = useTexts();
  const { t, locale } = texts;
  const zone = useZone(order.address.country);
  const placed = order.placedAt ?? order.createdAt;
  const first = {
    id: "placed",
    title: t("order.step_placed", { number: order.number }),
    note: `${formatMoment(locale, placed, zone.name)}${zone.said}`,
  };
  if (order.status === "canceled") {
    return [
      { ...first, state: "done" },
      { id: "canceled", title: t("order.step_canceled"), note: t("order.step_canceled_note"), state: "now" },
    ];
  }
  const captured = order.payment.status === "captured";
  const until = order.cancelUntil ?? now;
  const charged = captured
    ? t("order.step_charged_note")
    : t("order.step_charge_at", { time: `${formatMinute(locale, until, zone.name)}${zone.said}` });
  return [
    { ...first, state: captured ? "done" : "now" },
    { id: "charged", title: t("order.step_charged", { brand: order.brand.name }), note: charged, state: captured ? "now" : "next" },
    { id: "carrier", title: t("order.step_carrier", { carrier: order.shipping.carrier }), note: order.shipping.name, state: "next" },
    {
      id: "home",
      title: t("order.step_home"),
      note: tellDelivery(texts, { from: order.deliverFrom, to: order.deliverTo }, DELIVERY_ZONE),
      state: "next",
    },
  ];
}
