import type { LoaderFunctionArgs } from "@remix-run/node";
import { requireBrand } from "~/http/brand";
import { csvFile } from "~/http/csv-file";
import { readAskedSales } from "~/http/sales-request";
import { salesTable } from "~/ui/reports/sales-csv";

/** The sales page's table per period as a file: the same numbers under the same names. */
export async function loader(args: LoaderFunctionArgs): Promise<Response> {
  const { brand } = await requireBrand(args, "read_reports");
  const { search, view } = await readAskedSales(args, brand);
  const name = `${brand.slug}-sales-${search.from}-${search.to}-by-${search.by}.csv`;
  return csvFile(name, salesTable(search, view.report));
}
