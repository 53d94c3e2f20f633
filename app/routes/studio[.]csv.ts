import type { LoaderFunctionArgs } from "@remix-run/node";
import { readAskedStudio } from "~/http/credit-request";
import { csvFile } from "~/http/csv-file";
import { requireStudio } from "~/http/studio";
import { creditPeriodsTable } from "~/ui/reports/credit-csv";

/** An affiliate's figures per period as a file: the overview's numbers under the names of the glossary. */
export async function loader(args: LoaderFunctionArgs): Promise<Response> {
  const { studio } = await requireStudio(args);
  const { search, view } = await readAskedStudio(args, studio);
  const { currency } = view.report;
  return csvFile(`${studio.handle}-${search.from}-${search.to}-${currency}-by-${search.by}.csv`, creditPeriodsTable(search, view.report));
}
