import { useEffect, useState } from "react";
import { SECOND_MS } from "~/domain/kernel/instant";
import type { OrderView } from "~/domain/orders/order";
import { formatMinute } from "../format/times";
import { useTexts } from "../texts/texts-context";
import styles from "./cancel-clock.module.css";
import { useZone } from "./use-zone";

/** The ring's length: 2π × 32. */
const ROUND = 201;

/** How long an order can still be undone: the clock time for everyone, and a countdown where scripts run. */
export function CancelClock({ order, now }: { readonly order: OrderView; readonly now: number }) {
  const { t, locale } = useTexts();
  const zone = useZone(order.address.country);
  const until = order.cancelUntil ?? now;
  const left = useLeft(until - now);
  if (!order.isCancelable) return null;
  const whole = until - (order.placedAt ?? now);
  const time = `${formatMinute(locale, until, zone.name)}${zone.said}`;
  return (
    <div className={styles.clock}>
      {left === null ? null : (
        <svg
          className={styles.ring}
          viewBox="0 0 72 72"
          width={72}
          height={72}
          role="img"
          aria-label={t("order.left", { time: clockOf(left) })}
        >
          <circle className={styles.track} cx="36" cy="36" r="32" />
          <circle
            className={styles.left}
            cx="36"
            cy="36"
            r="32"
            strokeDasharray={`${Math.round((ROUND * left) / Math.max(1, whole))} ${ROUND}`}
            transform="rotate(-90 36 36)"
          />
          <text x="36" y="42">
            {clockOf(left)}
          </text>
        </svg>
      )}
      <div>
        <p>
          <b>{left === 0 ? t("order.window_over") : t("order.changed_mind")}</b>
        </p>
        <p className={styles.until}>{t("order.cancel_until", { time })}</p>
      </div>
    </div>
  );
}

/** Milliseconds left, counted from when the page was told; `null` until scripts run. */
function useLeft(atFirst: number): number | null {
  const [left, setLeft] = useState<number | null>(null);
  useEffect(() => {
    const start = performance.now();
    const tick = () => setLeft(Math.max(0, atFirst - (performance.now() - start)));
    tick();
    const timer = setInterval(tick, SECOND_MS);
    return () => clearInterval(timer);
  }, [atFirst]);
  return left;
}

/** `29:41`. */
function clockOf(ms: number): string {
  const seconds = Math.floor(ms / SECOND_MS);
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`;
}
