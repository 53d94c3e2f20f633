import type { LoaderFunctionArgs } from "@remix-run/node";
import { type MetaFunction, useLoaderData } from "@remix-run/react";
import { firstErrors } from "~/domain/catalog/catalog-import";
import type { ImportId } from "~/domain/kernel/branded";
import { requireBrand } from "~/http/brand";
import { contextOf } from "~/http/context";
import { notFound } from "~/http/refusals";
import { textsOf } from "~/http/texts";
import { readCatalogImport } from "~/services/read-catalog-import";
import { ImportResult } from "~/ui/catalog/import-result";
import { pageTitle } from "~/ui/layout/page-title";
import { usePolling } from "~/ui/layout/use-polling";

/** A page of thousands of errors helps nobody; the file has them all. */
const ERRORS_SHOWN = 100;

/** An import ends within seconds; once a second is soon enough to be told. */
const POLL_MS = 1_000;

export async function loader(args: LoaderFunctionArgs) {
  const { brand } = await requireBrand(args, "import_catalog");
  const importId = (args.params.import ?? "") as ImportId;
  const one = await readCatalogImport(contextOf(args).deps, { brandId: brand.brandId, importId });
  if (one === undefined) throw notFound();
  const { t } = textsOf(args);
  return {
    title: t("page.title", { page: t("import.one.title", { file: one.fileName }) }),
    brand: { slug: brand.slug, timezone: brand.timezone },
    one: firstErrors(one, ERRORS_SHOWN),
  };
}

export { notFoundAction as action } from "~/http/refusals";

export const meta: MetaFunction<typeof loader> = pageTitle;

export default function ImportOutcome() {
  const { brand, one } = useLoaderData<typeof loader>();
  const underWay = one.state === "queued" || one.state === "running";
  usePolling(underWay, POLL_MS);
  return (
    <>
      {underWay ? (
        <noscript>
          <meta httpEquiv="refresh" content="2" />
        </noscript>
      ) : null}
      <ImportResult base={`/manage/${brand.slug}/catalog`} zone={brand.timezone} one={one} />
    </>
  );
}
