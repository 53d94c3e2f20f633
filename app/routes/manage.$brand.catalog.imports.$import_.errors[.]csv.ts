import type { LoaderFunctionArgs } from "@remix-run/node";
import type { ImportId } from "~/domain/kernel/branded";
import { requireBrand } from "~/http/brand";
import { contextOf } from "~/http/context";
import { csvFile } from "~/http/csv-file";
import { notFound } from "~/http/refusals";
import { textsOf } from "~/http/texts";
import { readCatalogImport } from "~/services/read-catalog-import";
import { tellRowError } from "~/ui/catalog/tell-row-error";

/** All row errors of an import as a file, beside the one to correct. */
export async function loader(args: LoaderFunctionArgs): Promise<Response> {
  const { brand } = await requireBrand(args, "import_catalog");
  const importId = (args.params.import ?? "") as ImportId;
  const one = await readCatalogImport(contextOf(args).deps, { brandId: brand.brandId, importId });
  if (one === undefined || one.result === null) throw notFound();
  const texts = textsOf(args);
  const rows = one.result.errors.map((error) => [error.line, error.field, error.value, tellRowError(texts, error)]);
  return csvFile(`${brand.slug}-import-errors.csv`, { head: ["line", "field", "value", "message"], rows });
}
