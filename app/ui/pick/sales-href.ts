import type { SalesSearch } from "~/schemas/sales-search";
import { type Address, addressWith, queryOf } from "./address";

/** A sales page with all its settings. */
export function salesAddress(base: string, search: SalesSearch): Address {
  const { from, to, by, zone, metric, compare } = search;
  return { base, settings: { from, to, by, zone, metric, compare: compare ? "1" : "0" } };
}

/** The settings of a sales page as they stand in its address. */
export function salesQuery(search: SalesSearch): string {
  return queryOf(salesAddress("", search).settings);
}

/** The address of the sales page with one setting changed. */
export function salesHref(base: string, search: SalesSearch, change: { readonly [Field in keyof SalesSearch]?: string }): string {
  return addressWith(salesAddress(base, search), change);
}
