import type { LoaderFunctionArgs } from "@remix-run/node";
import { type MetaFunction, useLoaderData } from "@remix-run/react";
import { requireBrand } from "~/http/brand";
import { brandReader, commissionFacts } from "~/http/credit-request";
import { textsOf } from "~/http/texts";
import { CommissionsPage } from "~/ui/commissions/commissions-page";
import { pageTitle } from "~/ui/layout/page-title";
import { useLive } from "~/ui/layout/use-live";
import { ReportError } from "~/ui/reports/report-error";

/** Every order line of the brand that an affiliate reached, the zeros with their reason. */
export async function loader(args: LoaderFunctionArgs) {
  const { brand } = await requireBrand(args, "read_reports");
  const { t } = textsOf(args);
  return {
    title: t("page.title", { page: `${t("commissions.title")} — ${brand.name}` }),
    brand: { slug: brand.slug },
    facts: await commissionFacts(args, brandReader(brand), [brand.timezone]),
  };
}

export { notFoundAction as action } from "~/http/refusals";

export const meta: MetaFunction<typeof loader> = pageTitle;

export default function Commissions() {
  const { brand, facts } = useLoaderData<typeof loader>();
  useLive(`/manage/${brand.slug}/live`, facts.watermark.version);
  return <CommissionsPage base={`/manage/${brand.slug}/commissions`} names="affiliate" facts={facts} />;
}

export { ReportError as ErrorBoundary };
