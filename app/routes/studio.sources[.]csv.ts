import type { LoaderFunctionArgs } from "@remix-run/node";
import { readAskedStudio } from "~/http/credit-request";
import { csvFile } from "~/http/csv-file";
import { requireStudio } from "~/http/studio";
import { creditGroupsTable } from "~/ui/reports/credit-csv";

/** What each link and post of an affiliate brought, as a file: the overview's table with every figure. */
export async function loader(args: LoaderFunctionArgs): Promise<Response> {
  const { studio } = await requireStudio(args);
  const { search, view } = await readAskedStudio(args, studio);
  const { currency, totals } = view.report;
  const table = creditGroupsTable(view.sources, currency, [{ name: "total", values: totals }]);
  return csvFile(`${studio.handle}-sources-${search.from}-${search.to}-${currency}.csv`, table);
}
