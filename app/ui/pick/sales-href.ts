import type { SalesSearch } from "~/schemas/sales-search";

/** The settings of a sales page as they stand in its address. */
export function salesQuery(search: SalesSearch): string {
  const { from, to, by, zone, metric, compare } = search;
  return new URLSearchParams({ from, to, by, zone, metric, compare: compare ? "1" : "0" }).toString();
}

/** The address of the sales page with one setting changed. */
export function salesHref(base: string, search: SalesSearch, change: { readonly [Field in keyof SalesSearch]?: string }): string {
  const query = new URLSearchParams(salesQuery(search));
  for (const [field, value] of Object.entries(change)) query.set(field, value);
  return `${base}?${query.toString()}`;
}
