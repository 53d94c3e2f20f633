import type { AffiliatesSearch, CommissionsSearch, StudioSearch } from "~/schemas/credit-search";
import type { Address } from "./address";

/** An affiliate's overview with all its settings; `currency` is the one shown. */
export function studioAddress(search: StudioSearch, currency: string): Address {
  const { from, to, by, zone, compare } = search;
  return { base: "/studio", settings: { from, to, by, zone, compare: compare ? "1" : "0", currency } };
}

/** A brand's page about its affiliates with all its settings. */
export function affiliatesAddress(base: string, search: AffiliatesSearch): Address {
  const { from, to, by, zone, compare, group, metric } = search;
  return { base, settings: { from, to, by, zone, compare: compare ? "1" : "0", group, metric } };
}

/** The first page of a commission report with all its settings. */
export function commissionsAddress(base: string, search: CommissionsSearch): Address {
  const { from, to, zone, show } = search;
  return { base, settings: { from, to, zone, show } };
}
