import { json } from "@remix-run/node";
import type { Desk } from "~/domain/accounts/desk";
import type { Instant } from "~/domain/kernel/branded";
import { parseSalesSearch, type SalesSearch, type SearchProblem } from "~/schemas/sales-search";
import { readSales, type SalesView } from "~/services/read-sales";
import { tellProblem } from "~/ui/reports/tell-problem";
import type { RouteArgs } from "./actor";
import { contextOf } from "./context";
import { notFound } from "./refusals";
import { textsOf } from "./texts";

/** A sales report as the address asks for it. */
export type AskedSales = { readonly search: SalesSearch; readonly view: SalesView; readonly now: Instant };

/**
 * Reads the report a page or a file shows. Errors: throws a 400 answer that holds the problem when the address
 * cannot be understood, a 404 when the brand is gone meanwhile.
 */
export async function readAskedSales(args: RouteArgs, brand: Desk): Promise<AskedSales> {
  const { deps } = contextOf(args);
  const now = deps.clock.now();
  const parsed = parseSalesSearch(new URL(args.request.url).searchParams, { zone: brand.timezone, now });
  if (!parsed.ok) throw refuse(args, parsed.error);
  const search = parsed.value;
  const asked = await readSales(deps, { brandId: brand.brandId, ...search });
  if (asked.ok) return { search, view: asked.value, now };
  if (asked.error.kind === "brand_not_found") throw notFound();
  if (asked.error.kind === "period_reversed") throw refuse(args, { kind: "reversed", field: "from", value: search.from });
  throw refuse(args, { kind: "too_long", field: "from", value: search.from, maxDays: asked.error.maxDays });
}

/** The page makes its own of `problem`; programs and downloads read the sentence. */
function refuse(args: RouteArgs, problem: SearchProblem): Response {
  return json({ problem, said: tellProblem(textsOf(args), problem) }, { status: 400 });
}
