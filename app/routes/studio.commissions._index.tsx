import type { LoaderFunctionArgs } from "@remix-run/node";
import { type MetaFunction, useLoaderData } from "@remix-run/react";
import { affiliateReader, commissionFacts } from "~/http/credit-request";
import { requireStudio } from "~/http/studio";
import { textsOf } from "~/http/texts";
import { CommissionsPage } from "~/ui/commissions/commissions-page";
import { pageTitle } from "~/ui/layout/page-title";
import { useLive } from "~/ui/layout/use-live";
import { ReportError } from "~/ui/reports/report-error";

/** Every order line in reach of the signed-in affiliate, the zeros with their reason. */
export async function loader(args: LoaderFunctionArgs) {
  const { studio } = await requireStudio(args);
  const { t } = textsOf(args);
  const zones = [...new Set(studio.brands.map((brand) => brand.timezone))];
  return {
    title: t("page.title", { page: t("commissions.title") }),
    facts: await commissionFacts(args, affiliateReader(studio), zones),
  };
}

export { notFoundAction as action } from "~/http/refusals";

export const meta: MetaFunction<typeof loader> = pageTitle;

export default function Commissions() {
  const { facts } = useLoaderData<typeof loader>();
  useLive("/studio/live", facts.watermark.version);
  return <CommissionsPage base="/studio/commissions" names="brand" facts={facts} />;
}

export { ReportError as ErrorBoundary };
