import { GRAINS, type Grain } from "~/domain/reporting/periods";
import { formatRange } from "../format/periods";
import { AppForm } from "../forms/app-form";
import { Field } from "../forms/field";
import { FormButtons } from "../forms/form-stack";
import { SubmitButton } from "../forms/submit-button";
import { useTexts } from "../texts/texts-context";
import { type Address, addressWith } from "./address";
import { Pick } from "./pick";
import { PickLinks } from "./pick-links";
import type { RangeOption } from "./range-options";

type RangeProps = {
  readonly at: Address;
  readonly days: { readonly from: string; readonly to: string };
  readonly ranges: readonly RangeOption[];
};

/** Which days. Like every pick it changes the address and nothing else. */
export function RangePick({ at, days, ranges }: RangeProps) {
  const { t, locale } = useTexts();
  return (
    <Pick label={t("pick.range")} chosen={formatRange(locale, days.from, days.to)}>
      <PickLinks
        options={ranges.map((range) => ({
          to: addressWith(at, { from: range.from, to: range.to }),
          label: t(`pick.${range.id}`),
          chosen: range.from === days.from && range.to === days.to,
        }))}
      />
      <AppForm method="get" action={at.base} keepScroll key={`${days.from} ${days.to}`}>
        <Field name="from" label={t("pick.from")} type="date" value={days.from} />
        <Field name="to" label={t("pick.to")} type="date" value={days.to} />
        <Kept at={at} without={["from", "to"]} />
        <FormButtons>
          <SubmitButton low look="main">
            {t("form.apply")}
          </SubmitButton>
        </FormButtons>
      </AppForm>
    </Pick>
  );
}

/** Whether the days before are laid beside these. */
export function ComparePick({ at, compare }: { readonly at: Address; readonly compare: boolean }) {
  const { t } = useTexts();
  return (
    <Pick label={t("pick.compare")} chosen={t(compare ? "pick.comparing" : "pick.not_comparing")}>
      <PickLinks
        options={[
          { to: addressWith(at, { compare: "1" }), label: t("pick.comparing"), chosen: compare },
          { to: addressWith(at, { compare: "0" }), label: t("pick.not_comparing"), chosen: !compare },
        ]}
      />
    </Pick>
  );
}

/** How the days are cut. */
export function StepPick({ at, by: chosen }: { readonly at: Address; readonly by: Grain }) {
  const { t } = useTexts();
  return (
    <Pick label={t("pick.by")} chosen={t(`sales.by.${chosen}`)}>
      <PickLinks options={GRAINS.map((by) => ({ to: addressWith(at, { by }), label: t(`sales.by.${by}`), chosen: by === chosen }))} />
    </Pick>
  );
}

/** Where days begin: any zone; `offered` beside UTC and the one in use. */
export function ZonePick({ at, zone, offered }: { readonly at: Address; readonly zone: string; readonly offered: readonly string[] }) {
  const { t } = useTexts();
  const zones = [...new Set([...offered, "UTC", zone])];
  return (
    <Pick label={t("pick.zone")} chosen={zone}>
      <PickLinks options={zones.map((one) => ({ to: addressWith(at, { zone: one }), label: one, chosen: one === zone }))} />
      <AppForm method="get" action={at.base} keepScroll key={zone}>
        <Field name="zone" label={t("pick.zone")} hint={t("pick.zone_hint")} value={zone} maxLength={60} />
        <Kept at={at} without={["zone"]} />
        <FormButtons>
          <SubmitButton low look="main">
            {t("form.apply")}
          </SubmitButton>
        </FormButtons>
      </AppForm>
    </Pick>
  );
}

/** The settings a form does not change, carried along. */
function Kept({ at, without }: { readonly at: Address; readonly without: readonly string[] }) {
  return (
    <>
      {Object.entries(at.settings)
        .filter(([name]) => !without.includes(name))
        .map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
    </>
  );
}
