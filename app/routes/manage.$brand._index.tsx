import type { LoaderFunctionArgs } from "@remix-run/node";
import { type MetaFunction, useLoaderData } from "@remix-run/react";
import { mayOnBrand } from "~/domain/accounts/roles";
import { plusDays } from "~/domain/kernel/zones";
import { listPeriods, previousRange } from "~/domain/reporting/periods";
import { requireBrand } from "~/http/brand";
import { contextOf } from "~/http/context";
import { notFound } from "~/http/refusals";
import { textsOf } from "~/http/texts";
import { type Overview, readOverview } from "~/services/read-overview";
import { type ChartPoint, chartPoints } from "~/ui/charts/points";
import { pageTitle } from "~/ui/layout/page-title";
import { useLive } from "~/ui/layout/use-live";
import { OverviewPage } from "~/ui/reports/overview-page";

/** How far back the link to the latest sales reaches. */
const LATEST_DAYS = 30;

export async function loader(args: LoaderFunctionArgs) {
  const { brand } = await requireBrand(args, "read_reports");
  const { deps } = contextOf(args);
  const read = await readOverview(deps, { brandId: brand.brandId });
  if (!read.ok) throw notFound();
  const { range, report, previous, latest, ...rest } = read.value;
  const { t } = textsOf(args);
  return {
    title: t("page.title", { page: `${t("today.title")} — ${brand.name}` }),
    brand: { slug: brand.slug, mayImport: mayOnBrand(brand.role, "import_catalog") },
    facts: {
      ...rest,
      now: deps.clock.now(),
      range,
      report: { currency: report.currency, zone: report.zone, watermark: report.watermark, totals: report.totals },
      before: previous.totals,
      points: pointsOf(read.value),
      latest,
      latestQuery: latest === null ? null : new URLSearchParams({ from: plusDays(latest, 1 - LATEST_DAYS), to: latest }).toString(),
    },
  };
}

function pointsOf({ range, report, previous }: Overview): readonly ChartPoint[] {
  const { zone } = report;
  const now = listPeriods({ ...range, by: "day", zone }).map((one) => one.period);
  const before = listPeriods({ ...previousRange(range), by: "day", zone }).map((one) => one.period);
  return chartPoints("net_sales", { rows: report.rows, periods: now }, { rows: previous.rows, periods: before });
}

export { notFoundAction as action } from "~/http/refusals";

export const meta: MetaFunction<typeof loader> = pageTitle;

export default function Today() {
  const { brand, facts } = useLoaderData<typeof loader>();
  useLive(brand.slug, facts.report.watermark.version);
  return <OverviewPage slug={brand.slug} mayImport={brand.mayImport} facts={facts} />;
}
