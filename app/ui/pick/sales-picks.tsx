import type { SalesSearch } from "~/schemas/sales-search";
import { SHOWN_METRICS } from "../reports/shown-metrics";
import { useTexts } from "../texts/texts-context";
import { addressWith } from "./address";
import { Pick } from "./pick";
import { PickLinks } from "./pick-links";
import type { RangeOption } from "./range-options";
import { salesAddress } from "./sales-href";
import { ComparePick, RangePick, StepPick, ZonePick } from "./span-picks";

type Props = {
  readonly base: string;
  readonly search: SalesSearch;
  readonly ranges: readonly RangeOption[];
  /** The brand's own zone, offered beside UTC and the one in use. */
  readonly brandZone: string;
};

/** The choices of a sales page: dates, comparison, step, figure and zone. Each changes the address and nothing else. */
export function SalesPicks({ base, search, ranges, brandZone }: Props) {
  const { t } = useTexts();
  const at = salesAddress(base, search);
  return (
    <>
      <RangePick at={at} days={search} ranges={ranges} />
      <ComparePick at={at} compare={search.compare} />
      <StepPick at={at} by={search.by} />
      <Pick label={t("pick.metric")} chosen={t(`metric.${search.metric}.title`)}>
        <PickLinks
          options={SHOWN_METRICS.map((metric) => ({
            to: addressWith(at, { metric }),
            label: t(`metric.${metric}.title`),
            chosen: metric === search.metric,
          }))}
        />
      </Pick>
      <ZonePick at={at} zone={search.zone} offered={[brandZone]} />
    </>
  );
}
