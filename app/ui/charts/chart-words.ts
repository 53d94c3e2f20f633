import type { Currency } from "~/domain/kernel/currency";
import { exponentOf } from "~/domain/kernel/currency";
import { METRICS, type MetricId, type Unit } from "~/domain/reporting/metrics";
import { formatFineMoney, formatMoney, formatRoundMoney, formatShortMoney } from "../format/money";
import { formatCount, formatCredit, formatPercent, NO_FIGURE } from "../format/numbers";
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

const PPM = 1_000_000;

/** The words of a metric. */
export function metricWords(locale: Locale, metric: MetricId, currency: Currency): MetricWords {
  const { unit } = METRICS[metric];
  return unit === "money" ? moneyWords(locale, currency) : PLAIN[unit](locale, currency);
}

/** Values that are written the same in a table and on an axis. */
const PLAIN: Readonly<Record<Exclude<Unit, "money">, (locale: Locale, currency: Currency) => MetricWords>> = {
  count: (locale) => plain((value) => formatCount(locale, value), 1),
  credit: (locale) => plain((value) => formatCredit(locale, value), PPM),
  share: (locale) => plain((value) => formatPercent(locale, value / PPM, 2), PPM / 100),
  per_click: (locale, currency) => plain((value) => formatFineMoney(locale, value, currency), 1),
};

function plain(words: (value: number) => string, smallest: number): MetricWords {
  return { full: (value) => (value === null ? NO_FIGURE : words(value)), tick: words, smallest };
}

function moneyWords(locale: Locale, currency: Currency): MetricWords {
  const unit = 10 ** exponentOf(currency);
  return {
    full: (value) => (value === null ? NO_FIGURE : formatMoney(locale, value, currency)),
    tick: (value) =>
      Math.abs(value) >= SHORT_FROM_UNITS * unit ? formatShortMoney(locale, value, currency) : formatRoundMoney(locale, value, currency),
    smallest: unit,
  };
}
