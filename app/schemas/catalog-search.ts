import { PRODUCT_STATUSES, type ProductStatus } from "~/domain/catalog/product";
import { done, type Outcome, refused } from "~/domain/kernel/outcome";

/** What a catalogue page shows, as its address says it. */
export type CatalogQuery = { readonly q: string; readonly status: ProductStatus | "all"; readonly page: number };

/** A setting in the address that cannot be used. */
export type CatalogProblem = { readonly kind: "q" | "status" | "page"; readonly field: string; readonly value: string };

/** Longer searches match nothing and cost the database. */
const LONGEST_SEARCH = 200;
/** Nothing longer is repeated to the reader. */
const LONGEST_REPEATED = 60;

/** Reads the address of a catalogue page: `q` words, `status`, `page` from 1. */
export function parseCatalogSearch(query: URLSearchParams): Outcome<CatalogQuery, CatalogProblem> {
  const q = (query.get("q") ?? "").trim();
  if (q.length > LONGEST_SEARCH) return problem("q", q);
  const wanted = query.get("status") || "all";
  const status = (["all", ...PRODUCT_STATUSES] as const).find((known) => known === wanted);
  if (status === undefined) return problem("status", wanted);
  const page = query.get("page") || "1";
  return /^[1-9]\d{0,5}$/.test(page) ? done({ q, status, page: Number(page) }) : problem("page", page);
}

function problem(field: CatalogProblem["kind"], value: string): Outcome<never, CatalogProblem> {
  return refused({ kind: field, field, value: value.slice(0, LONGEST_REPEATED) });
}
