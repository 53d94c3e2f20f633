import type { SalesSearch } from "~/schemas/sales-search";
import { formatRange } from "../format/periods";
import { AppForm } from "../forms/app-form";
import { Field } from "../forms/field";
import { FormButtons } from "../forms/form-stack";
import { SubmitButton } from "../forms/submit-button";
import { SHOWN_METRICS } from "../reports/shown-metrics";
import { useTexts } from "../texts/texts-context";
import { Pick } from "./pick";
import { PickLinks } from "./pick-links";
import { salesHref } from "./sales-href";

export type RangeOption = { readonly id: "week" | "month" | "quarter" | "all"; readonly from: string; readonly to: string };

type Props = {
  readonly base: string;
  readonly search: SalesSearch;
  readonly ranges: readonly RangeOption[];
  /** The brand's own zone, offered beside UTC and the one in use. */
  readonly brandZone: string;
};

const GRAINS = ["hour", "day", "week", "month"] as const;

/** The choices of a sales page: dates, comparison, step, figure and zone. Each changes the address and nothing else. */
export function SalesPicks({ base, search, ranges, brandZone }: Props) {
  const { t, locale } = useTexts();
  const to = (change: { readonly [Field in keyof SalesSearch]?: string }) => salesHref(base, search, change);
  const zones = [...new Set([brandZone, "UTC", search.zone])];
  return (
    <>
      <Pick label={t("pick.range")} chosen={formatRange(locale, search.from, search.to)}>
        <PickLinks
          options={ranges.map((range) => ({
            to: to({ from: range.from, to: range.to }),
            label: t(`pick.${range.id}`),
            chosen: range.from === search.from && range.to === search.to,
          }))}
        />
        <RangeForm base={base} search={search} />
      </Pick>
      <Pick label={t("pick.compare")} chosen={t(search.compare ? "pick.comparing" : "pick.not_comparing")}>
        <PickLinks
          options={[
            { to: to({ compare: "1" }), label: t("pick.comparing"), chosen: search.compare },
            { to: to({ compare: "0" }), label: t("pick.not_comparing"), chosen: !search.compare },
          ]}
        />
      </Pick>
      <Pick label={t("pick.by")} chosen={t(`sales.by.${search.by}`)}>
        <PickLinks options={GRAINS.map((by) => ({ to: to({ by }), label: t(`sales.by.${by}`), chosen: by === search.by }))} />
      </Pick>
      <Pick label={t("pick.metric")} chosen={t(`metric.${search.metric}.title`)}>
        <PickLinks
          options={SHOWN_METRICS.map((metric) => ({
            to: to({ metric }),
            label: t(`metric.${metric}.title`),
            chosen: metric === search.metric,
          }))}
        />
      </Pick>
      <Pick label={t("pick.zone")} chosen={search.zone}>
        <PickLinks options={zones.map((zone) => ({ to: to({ zone }), label: zone, chosen: zone === search.zone }))} />
        <ZoneForm base={base} search={search} />
      </Pick>
    </>
  );
}

function RangeForm({ base, search }: { readonly base: string; readonly search: SalesSearch }) {
  const { t } = useTexts();
  return (
    <AppForm method="get" action={base} keepScroll key={`${search.from} ${search.to}`}>
      <Field name="from" label={t("pick.from")} type="date" value={search.from} />
      <Field name="to" label={t("pick.to")} type="date" value={search.to} />
      <Kept search={search} without={["from", "to"]} />
      <FormButtons>
        <SubmitButton low look="main">
          {t("form.apply")}
        </SubmitButton>
      </FormButtons>
    </AppForm>
  );
}

function ZoneForm({ base, search }: { readonly base: string; readonly search: SalesSearch }) {
  const { t } = useTexts();
  return (
    <AppForm method="get" action={base} keepScroll key={search.zone}>
      <Field name="zone" label={t("pick.zone")} hint={t("pick.zone_hint")} value={search.zone} maxLength={60} />
      <Kept search={search} without={["zone"]} />
      <FormButtons>
        <SubmitButton low look="main">
          {t("form.apply")}
        </SubmitButton>
      </FormButtons>
    </AppForm>
  );
}

/** The settings a form does not change, carried along. */
function Kept({ search, without }: { readonly search: SalesSearch; readonly without: readonly (keyof SalesSearch)[] }) {
  const { from, to, by, zone, metric, compare } = search;
  const all = { from, to, by, zone, metric, compare: compare ? "1" : "0" };
  return (
    <>
      {Object.entries(all)
        .filter(([name]) => !without.some((left) => left === name))
        .map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
    </>
  );
}
