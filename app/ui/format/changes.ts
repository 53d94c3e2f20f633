import type { Texts } from "../texts/texts";
import { formatPercent } from "./numbers";

/** Which way a figure went. */
export type Direction = "more" | "less" | "same";

/** A change: its direction, its size in percent (`6 %`; `null` where nothing sensible can be divided by), and both in words. */
export type Change = { readonly direction: Direction; readonly size: string | null; readonly words: string };

/** Below this, one decimal is worth reading. */
const FINE_BELOW = 0.1;

/**
 * The change from `before` to `now`: `+6 % more`, `−12 % less`, `the same`. From zero or from below zero there
 * is no percentage: only the direction is told.
 */
export function tellChange({ t, locale }: Texts, now: number, before: number): Change {
  if (now === before) return { direction: "same", size: null, words: t("change.same") };
  const direction = now > before ? "more" : "less";
  if (before === 0) return { direction, size: null, words: t("change.from_nothing") };
  if (before < 0) return { direction, size: null, words: t(`change.${direction}_plain`) };
  const share = Math.abs((now - before) / before);
  const size = formatPercent(locale, share, share < FINE_BELOW ? 1 : 0);
  return { direction, size, words: t(`change.${direction}`, { size }) };
}
