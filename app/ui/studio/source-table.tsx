import type { Currency } from "~/domain/kernel/currency";
import type { CreditMetricId, MetricValues } from "~/domain/reporting/metrics";
import type { NamedGroup } from "~/domain/reporting/named-group";
import { CreditTable } from "../reports/credit-table";
import { GroupName } from "../reports/group-name";
import { useTexts } from "../texts/texts-context";

type Props = { readonly sources: readonly NamedGroup[]; readonly totals: MetricValues; readonly currency: Currency };

const SHOWN: readonly CreditMetricId[] = ["clicks", "orders_credited", "click_conversion", "epc_net", "commission_net"];

/** What each link, post and storefront brought. */
export function SourceTable({ sources, totals, currency }: Props) {
  const { t } = useTexts();
  return (
    <CreditTable
      caption={t("studio.sources")}
      head={t("studio.source")}
      name={(group) => <GroupName group={group} />}
      groups={sources}
      metrics={SHOWN}
      beside="commission_net"
      feet={[{ name: t("sales.total"), values: totals }]}
      currency={currency}
    />
  );
}
