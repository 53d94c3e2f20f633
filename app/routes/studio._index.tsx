import type { LoaderFunctionArgs } from "@remix-run/node";
import { type MetaFunction, useLoaderData } from "@remix-run/react";
import { localDayOf, plusDays } from "~/domain/kernel/zones";
import { listPeriods, previousRange, rangeDays } from "~/domain/reporting/periods";
import { type AskedStudio, readAskedStudio } from "~/http/credit-request";
import { requireStudio } from "~/http/studio";
import { textsOf } from "~/http/texts";
import { pageTitle } from "~/ui/layout/page-title";
import { useLive } from "~/ui/layout/use-live";
import { rangesUpTo } from "~/ui/pick/range-options";
import { ReportError } from "~/ui/reports/report-error";
import { StudioPage } from "~/ui/studio/studio-page";

export async function loader(args: LoaderFunctionArgs) {
  const { studio } = await requireStudio(args);
  const asked = await readAskedStudio(args, studio);
  const { search, view, now } = asked;
  const { t } = textsOf(args);
  return {
    title: t("page.title", { page: t("studio.title") }),
    facts: {
      search,
      now,
      days: rangeDays(search),
      report: view.report,
      before: view.previous?.totals ?? null,
      earnings: view.earnings,
      earnedBefore: earnedBefore(asked),
      sources: view.sources,
      currencies: view.currencies,
      zones: [...new Set(studio.brands.map((brand) => brand.timezone))],
      ranges: rangesUpTo(now, search.zone, view.latest),
      latest: view.latest === null ? null : { day: view.latest, from: plusDays(view.latest, -29) },
      daysOf: daysOf(asked),
    },
  };
}

/** What was earned in the period before, laid under this one place by place. */
function earnedBefore({ search, view }: AskedStudio): readonly (number | null)[] | null {
  if (view.previous === null) return null;
  const known = new Map(view.previous.rows.map((row) => [row.period, row.values.commission_accrued ?? 0]));
  const past = listPeriods({ ...search, ...previousRange(search) }).map((one) => known.get(one.period) ?? 0);
  return view.earnings.map((_, index) => past[index] ?? null);
}

function daysOf({ search }: AskedStudio): Readonly<Record<string, { readonly from: string; readonly to: string }>> {
  const { zone } = search;
  return Object.fromEntries(
    listPeriods(search).map(({ period, start, end }) => [
      period,
      { from: localDayOf(start, zone), to: localDayOf((end - 1) as typeof end, zone) },
    ]),
  );
}

export { notFoundAction as action } from "~/http/refusals";

export const meta: MetaFunction<typeof loader> = pageTitle;

export default function Studio() {
  const { facts } = useLoaderData<typeof loader>();
  useLive("/studio/live", facts.report.watermark.version);
  return <StudioPage facts={facts} />;
}

export { ReportError as ErrorBoundary };
