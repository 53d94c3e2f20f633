import type { LoaderFunctionArgs } from "@remix-run/node";
import { affiliateReader, readAskedCommissions } from "~/http/credit-request";
import { csvFile } from "~/http/csv-file";
import { requireStudio } from "~/http/studio";
import { commissionsTable } from "~/ui/commissions/commissions-csv";

/** Every line of an affiliate's commission report as a file, with the page's numbers. */
export async function loader(args: LoaderFunctionArgs): Promise<Response> {
  const { studio } = await requireStudio(args);
  const { search, report } = await readAskedCommissions(args, affiliateReader(studio), true);
  return csvFile(`${studio.handle}-commissions-${search.from}-${search.to}.csv`, commissionsTable(report.lines));
}
