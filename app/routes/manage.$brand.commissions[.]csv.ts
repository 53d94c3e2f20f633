import type { LoaderFunctionArgs } from "@remix-run/node";
import { requireBrand } from "~/http/brand";
import { brandReader, readAskedCommissions } from "~/http/credit-request";
import { csvFile } from "~/http/csv-file";
import { commissionsTable } from "~/ui/commissions/commissions-csv";

/** Every line of a brand's commission report as a file, with the page's numbers. */
export async function loader(args: LoaderFunctionArgs): Promise<Response> {
  const { brand } = await requireBrand(args, "read_reports");
  const { search, report } = await readAskedCommissions(args, brandReader(brand), true);
  return csvFile(`${brand.slug}-commissions-${search.from}-${search.to}.csv`, commissionsTable(report.lines));
}
