import type { LoaderFunctionArgs } from "@remix-run/node";
import { isRouteErrorResponse, type MetaFunction, useLoaderData, useLocation, useRouteError } from "@remix-run/react";
import type { Instant, LocalDay, Zone } from "~/domain/kernel/branded";
import { localDayOf, plusDays } from "~/domain/kernel/zones";
import { listPeriods, previousRange, rangeDays } from "~/domain/reporting/periods";
import { requireBrand } from "~/http/brand";
import { type AskedSales, readAskedSales } from "~/http/sales-request";
import { textsOf } from "~/http/texts";
import type { SearchProblem } from "~/schemas/sales-search";
import { type ChartPoint, chartPoints } from "~/ui/charts/points";
import { ErrorWords } from "~/ui/layout/error-words";
import { pageTitle } from "~/ui/layout/page-title";
import { useLive } from "~/ui/layout/use-live";
import type { RangeOption } from "~/ui/pick/sales-picks";
import { SalesPage } from "~/ui/reports/sales-page";
import { SearchProblemPage } from "~/ui/reports/search-problem";

export async function loader(args: LoaderFunctionArgs) {
  const { brand } = await requireBrand(args, "read_reports");
  const asked = await readAskedSales(args, brand);
  const { search, view, now } = asked;
  const { t } = textsOf(args);
  return {
    title: t("page.title", { page: `${t("sales.title")} — ${brand.name}` }),
    brand: { slug: brand.slug, zone: brand.timezone },
    facts: {
      search,
      now,
      days: rangeDays(search),
      report: view.report,
      before: view.previous?.totals ?? null,
      points: pointsOf(asked),
      products: view.products,
      others: view.others?.values ?? null,
      ranges: rangesUpTo(now, search.zone, view.latest),
      latest: view.latest === null ? null : { day: view.latest, from: plusDays(view.latest, -29) },
    },
  };
}

function pointsOf({ search, view }: AskedSales): readonly ChartPoint[] {
  const periods = (range: { readonly from: LocalDay; readonly to: LocalDay }) =>
    listPeriods({ ...search, ...range }).map((one) => one.period);
  const before = view.previous === null ? null : { rows: view.previous.rows, periods: periods(previousRange(search)) };
  return chartPoints(search.metric, { rows: view.report.rows, periods: periods(search) }, before);
}

/** The ranges offered: up to today, or up to the latest sale when nothing was sold in a long while. */
function rangesUpTo(now: Instant, zone: Zone, latest: LocalDay | null): readonly RangeOption[] {
  const today = localDayOf(now, zone);
  const end = latest !== null && latest < plusDays(today, -90) ? latest : today;
  return [
    { id: "week", from: plusDays(end, -6), to: end },
    { id: "month", from: plusDays(end, -29), to: end },
    { id: "quarter", from: plusDays(end, -89), to: end },
  ];
}

export { notFoundAction as action } from "~/http/refusals";

export const meta: MetaFunction<typeof loader> = pageTitle;

export default function Sales() {
  const { brand, facts } = useLoaderData<typeof loader>();
  useLive(brand.slug, facts.report.watermark.version);
  return <SalesPage base={`/manage/${brand.slug}/sales`} brandZone={brand.zone} facts={facts} />;
}

export function ErrorBoundary() {
  const error = useRouteError();
  const { pathname } = useLocation();
  if (!isRouteErrorResponse(error)) return <ErrorWords status={500} />;
  const problem: SearchProblem | undefined = error.status === 400 ? error.data?.problem : undefined;
  return problem === undefined ? <ErrorWords status={error.status} /> : <SearchProblemPage problem={problem} base={pathname} />;
}
