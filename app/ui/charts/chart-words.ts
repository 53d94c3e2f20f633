import type { Currency } from "~/domain/kernel/currency";
import { exponentOf } from "~/domain/kernel/currency";
import { METRICS, type MetricId } from "~/domain/reporting/metrics";
import { formatMoney, formatRoundMoney, formatShortMoney } from "../format/money";
import { formatCount, NO_FIGURE } from "../format/numbers";
import type { Locale } from "../texts/locale";

/** How a metric's values are written in one language and currency. */
export type MetricWords = {
  readonly full: (value: number | null) => string;
  readonly tick: (value: number) => string;
  /** The finest step of an axis: one whole unit of the currency, one order. */
  readonly smallest: number;
};

/** Axis labels from here on are shortened: `€12.5K`; below they fit the gutter in full. */
const SHORT_FROM_UNITS = 10_000;

/** The words of a metric. */
export function metricWords(locale: Locale, metric: MetricId, currency: Currency): MetricWords {
  if (METRICS[metric].unit !== "money") {
    const full = (value: number | null) => (value === null ? NO_FIGURE : formatCount(locale, value));
    return { full, tick: full, smallest: 1 };
  }
  const unit = 10 ** exponentOf(currency);
  return {
    full: (value) => (value === null ? NO_FIGURE : formatMoney(locale, value, currency)),
    tick: (value) =>
      Math.abs(value) >= SHORT_FROM_UNITS * unit ? formatShortMoney(locale, value, currency) : formatRoundMoney(locale, value, currency),
    smallest: unit,
  };
}
