import type { Desk } from "~/domain/accounts/desk";
import type { Studio } from "~/domain/accounts/studio";
import type { BrandId, Instant, Zone } from "~/domain/kernel/branded";
import {
  type AffiliatesSearch,
  type CommissionsSearch,
  parseAffiliatesSearch,
  parseCommissionsSearch,
  parseStudioSearch,
  type StudioSearch,
} from "~/schemas/credit-search";
import { type AffiliateOverview, readAffiliateOverview } from "~/services/read-affiliate-overview";
import { type BrandAffiliates, readBrandAffiliates } from "~/services/read-brand-affiliates";
import { type CommissionReport, readCommissionReport } from "~/services/read-commission-report";
import type { CommissionsFacts } from "~/ui/commissions/commissions-page";
import { tellWhy } from "~/ui/commissions/why";
import { rangesUpTo } from "~/ui/pick/range-options";
import type { RouteArgs } from "./actor";
import { contextOf } from "./context";
import { notFound } from "./refusals";
import { rangeProblem, refuseSearch } from "./report-search";
import { textsOf } from "./texts";

/** An affiliate's overview as the address asks for it. */
export type AskedStudio = { readonly search: StudioSearch; readonly view: AffiliateOverview; readonly now: Instant };

/** Reads what an affiliate's overview or its files show. Errors: throws a 400 answer that holds the problem. */
export async function readAskedStudio(args: RouteArgs, studio: Studio): Promise<AskedStudio> {
  const { deps } = contextOf(args);
  const now = deps.clock.now();
  const parsed = parseStudioSearch(new URL(args.request.url).searchParams, { zone: studio.zone, now });
  if (!parsed.ok) throw refuseSearch(args, parsed.error);
  const search = parsed.value;
  const asked = await readAffiliateOverview(deps, { studio, ...search });
  if (asked.ok) return { search, view: asked.value, now };
  if (asked.error.kind !== "no_such_currency") throw refuseSearch(args, rangeProblem(search, asked.error));
  throw refuseSearch(args, { kind: "currency", field: "currency", value: search.currency ?? "", known: asked.error.known });
}

/** A brand's affiliates as the address asks for them. */
export type AskedAffiliates = { readonly search: AffiliatesSearch; readonly view: BrandAffiliates; readonly now: Instant };

/** Reads what a brand's page about its affiliates, or its file, shows. Errors: throws a 400 or, when the brand is gone, a 404. */
export async function readAskedAffiliates(args: RouteArgs, brand: Desk): Promise<AskedAffiliates> {
  const { deps } = contextOf(args);
  const now = deps.clock.now();
  const parsed = parseAffiliatesSearch(new URL(args.request.url).searchParams, { zone: brand.timezone, now });
  if (!parsed.ok) throw refuseSearch(args, parsed.error);
  const search = parsed.value;
  const asked = await readBrandAffiliates(deps, { brandId: brand.brandId, ...search });
  if (asked.ok) return { search, view: asked.value, now };
  throw asked.error.kind === "brand_not_found" ? notFound() : refuseSearch(args, rangeProblem(search, asked.error));
}

/** Whose lines, complete with whose figures, and the zone of its days. */
export type Reader = {
  readonly reach: { readonly affiliateId: Studio["affiliateId"] } | { readonly brandId: BrandId };
  readonly brandIds: readonly BrandId[];
  readonly zone: Zone;
};

/** The reader of an affiliate's own lines. */
export function affiliateReader(studio: Studio): Reader {
  return { reach: { affiliateId: studio.affiliateId }, brandIds: studio.brands.map((brand) => brand.brandId), zone: studio.zone };
}

/** The reader of a brand's lines. */
export function brandReader(brand: Desk): Reader {
  return { reach: { brandId: brand.brandId }, brandIds: [brand.brandId], zone: brand.timezone };
}

type AskedCommissions = { readonly search: CommissionsSearch; readonly report: CommissionReport; readonly now: Instant };

/** Reads a page of a commission report, or with `whole` all its lines. Errors: throws a 400 answer that holds the problem. */
export async function readAskedCommissions(args: RouteArgs, reader: Reader, whole = false): Promise<AskedCommissions> {
  const { deps } = contextOf(args);
  const now = deps.clock.now();
  const parsed = parseCommissionsSearch(new URL(args.request.url).searchParams, { zone: reader.zone, now });
  if (!parsed.ok) throw refuseSearch(args, parsed.error);
  const search = parsed.value;
  const { reach, brandIds } = reader;
  const { show: filter, page } = search;
  const asked = await readCommissionReport(deps, { ...search, reach, brandIds, filter, page: whole ? null : page });
  if (!asked.ok) throw refuseSearch(args, rangeProblem(search, asked.error));
  return { search, report: asked.value, now };
}

/** A page of a commission report as its page shows it, zeros with their reason in words. */
export async function commissionFacts(args: RouteArgs, reader: Reader, zones: readonly string[]): Promise<CommissionsFacts> {
  const { search, report, now } = await readAskedCommissions(args, reader);
  const { watermark, counts, page, pages, zeros } = report;
  const texts = textsOf(args);
  const lines = report.lines.map((line) => {
    const zero = zeros.get(line.decisionId);
    return { line, why: line.reason === null || zero === undefined ? null : tellWhy(texts, line.reason, zero) };
  });
  return { search, now, watermark, lines, counts, page, pages, zones, ranges: rangesUpTo(now, search.zone, null) };
}
