import type { LoaderFunctionArgs } from "@remix-run/node";
import { type MetaFunction, useLoaderData } from "@remix-run/react";
import { mayOnBrand } from "~/domain/accounts/roles";
import { requireBrand } from "~/http/brand";
import { contextOf } from "~/http/context";
import { badRequest } from "~/http/refusals";
import { textsOf } from "~/http/texts";
import { parseCatalogSearch } from "~/schemas/catalog-search";
import { listProducts } from "~/services/list-products";
import { CatalogPage } from "~/ui/catalog/catalog-page";
import { pageTitle } from "~/ui/layout/page-title";

export async function loader(args: LoaderFunctionArgs) {
  const { brand } = await requireBrand(args, "read_catalog");
  const { t } = textsOf(args);
  const parsed = parseCatalogSearch(new URL(args.request.url).searchParams);
  if (!parsed.ok) throw badRequest(t("error.value", { ...parsed.error, allowed: t(`catalog.problem.${parsed.error.kind}`) }));
  const { q, status, page } = parsed.value;
  const found = await listProducts(contextOf(args).deps, { brandId: brand.brandId, search: q, status, page });
  return {
    title: t("page.title", { page: `${t("catalog.title")} — ${brand.name}` }),
    brand: { slug: brand.slug, currency: brand.currency, mayImport: mayOnBrand(brand.role, "import_catalog") },
    facts: { ...found, search: { q, status } },
  };
}

export { notFoundAction as action } from "~/http/refusals";

export const meta: MetaFunction<typeof loader> = pageTitle;

export default function Catalog() {
  const { brand, facts } = useLoaderData<typeof loader>();
  return <CatalogPage base={`/manage/${brand.slug}/catalog`} currency={brand.currency} mayImport={brand.mayImport} facts={facts} />;
}
