import type { ReactNode } from "react";
import type { Currency } from "~/domain/kernel/currency";
import { type CreditMetricId, METRICS, type MetricValues } from "~/domain/reporting/metrics";
import { metricWords } from "../charts/chart-words";
import { ChangeWords } from "../display/change-words";
import { type Figure, Figures } from "../display/figures";
import { Opens } from "../display/opens";
import { useTexts } from "../texts/texts-context";

type Props = {
  readonly totals: MetricValues;
  readonly before: MetricValues | null;
  readonly currency: Currency;
  /** The lines behind the first figure. */
  readonly lines: string;
};

/** Four figures: what is left, clicks, how many of them led to an order, and what one brought. */
export function StudioFigures({ totals, before, currency, lines }: Props) {
  const { t, locale } = useTexts();
  const words = (id: CreditMetricId): string => metricWords(locale, id, currency).full(totals[id] ?? null);
  const excluded = (totals.raw_clicks ?? 0) - (totals.clicks ?? 0);
  const aside: Readonly<Partial<Record<CreditMetricId, string>>> = {
    commission_net: t("studio.earned_back", { earned: words("commission_accrued"), back: words("commission_reversed") }),
    clicks: t("studio.excluded", { count: metricWords(locale, "clicks", currency).full(excluded) }),
    click_conversion: t("studio.from_orders", { count: words("orders_credited") }),
    epc_net: t("studio.before_returns", { amount: words("epc_gross") }),
  };
  const figures = (["commission_net", "clicks", "click_conversion", "epc_net"] as const).map(
    (id): Figure => ({
      id,
      title: t(`metric.${id}.title`),
      value: id === "commission_net" ? <Opens to={lines}>{words(id)}</Opens> : words(id),
      note: <Note now={totals[id] ?? null} before={before?.[id] ?? null} aside={aside[id]} points={METRICS[id].unit === "share"} />,
    }),
  );
  return <Figures figures={figures} />;
}

type NoteProps = {
  readonly now: number | null;
  readonly before: number | null;
  readonly aside: ReactNode;
  readonly points: boolean;
};

function Note({ now, before, aside, points }: NoteProps) {
  return (
    <>
      {before === null ? null : (
        <>
          <ChangeWords now={now} before={before} points={points} />
          <br />
        </>
      )}
      {aside}
    </>
  );
}
