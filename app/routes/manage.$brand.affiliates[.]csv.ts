import type { LoaderFunctionArgs } from "@remix-run/node";
import { requireBrand } from "~/http/brand";
import { readAskedAffiliates } from "~/http/credit-request";
import { csvFile } from "~/http/csv-file";
import { creditGroupsTable } from "~/ui/reports/credit-csv";

/** A brand's affiliates, links or posts as a file, with the unattributed rest and the brand itself as the last rows. */
export async function loader(args: LoaderFunctionArgs): Promise<Response> {
  const { brand } = await requireBrand(args, "read_reports");
  const { search, view } = await readAskedAffiliates(args, brand);
  const { currency, totals } = view.report;
  const table = creditGroupsTable(view.groups, currency, [
    { name: "unattributed", values: view.unattributed },
    { name: "brand", values: { ...totals, ...view.whole, effective_rate: null } },
  ]);
  return csvFile(`${brand.slug}-by-${search.group}-${search.from}-${search.to}.csv`, table);
}
