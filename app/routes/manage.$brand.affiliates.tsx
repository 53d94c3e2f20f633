import type { LoaderFunctionArgs } from "@remix-run/node";
import { type MetaFunction, useLoaderData } from "@remix-run/react";
import type { LocalDay } from "~/domain/kernel/branded";
import { plusDays } from "~/domain/kernel/zones";
import { listPeriods, previousRange } from "~/domain/reporting/periods";
import { requireBrand } from "~/http/brand";
import { type AskedAffiliates, readAskedAffiliates } from "~/http/credit-request";
import { textsOf } from "~/http/texts";
import { type ChartPoint, chartPoints } from "~/ui/charts/points";
import { pageTitle } from "~/ui/layout/page-title";
import { useLive } from "~/ui/layout/use-live";
import { rangesUpTo } from "~/ui/pick/range-options";
import { AffiliatesPage } from "~/ui/reports/affiliates-page";
import { ReportError } from "~/ui/reports/report-error";

export async function loader(args: LoaderFunctionArgs) {
  const { brand } = await requireBrand(args, "read_reports");
  const asked = await readAskedAffiliates(args, brand);
  const { search, view, now } = asked;
  const { t } = textsOf(args);
  return {
    title: t("page.title", { page: `${t("affiliates.title")} — ${brand.name}` }),
    brand: { slug: brand.slug, zone: brand.timezone },
    facts: {
      search,
      now,
      report: view.report,
      before: view.previous?.totals ?? null,
      points: pointsOf(asked),
      groups: view.groups,
      unattributed: view.unattributed,
      whole: view.whole,
      ranges: rangesUpTo(now, search.zone, view.latest),
      latest: view.latest === null ? null : { day: view.latest, from: plusDays(view.latest, -29) },
    },
  };
}

function pointsOf({ search, view }: AskedAffiliates): readonly ChartPoint[] {
  const periods = (range: { readonly from: LocalDay; readonly to: LocalDay }) =>
    listPeriods({ ...search, ...range }).map((one) => one.period);
  const before = view.previous === null ? null : { rows: view.previous.rows, periods: periods(previousRange(search)) };
  return chartPoints(search.metric, { rows: view.report.rows, periods: periods(search) }, before);
}

export { notFoundAction as action } from "~/http/refusals";

export const meta: MetaFunction<typeof loader> = pageTitle;

export default function Affiliates() {
  const { brand, facts } = useLoaderData<typeof loader>();
  useLive(`/manage/${brand.slug}/live`, facts.report.watermark.version);
  return <AffiliatesPage base={`/manage/${brand.slug}/affiliates`} brandZone={brand.zone} facts={facts} />;
}

export { ReportError as ErrorBoundary };
