import type { BrandId, Instant, Zone } from "../kernel/branded";
import type { Currency } from "../kernel/currency";

/** A brand's life; only live brands sell. */
export const BRAND_STATUSES = ["invited", "onboarding", "live", "suspended"] as const;
export type BrandStatus = (typeof BRAND_STATUSES)[number];

/** Who sells: one currency, one zone whose days its reports show, the country it sells from. */
export type Brand = {
  readonly brandId: BrandId;
  readonly slug: string;
  readonly name: string;
  readonly currency: Currency;
  readonly timezone: Zone;
  /** ISO 3166-1 alpha-2. */
  readonly country: string;
  readonly status: BrandStatus;
  /** True when its prices contain the tax. */
  readonly taxInclusive: boolean;
  readonly createdAt: Instant;
};

/** Words that stand at the place of a slug in the product's own addresses. */
const RESERVED = new Set(["new", "import", "settings", "edit", "api", "live"]);

/** Longest slug; longer ones make addresses that mail programs break. */
const MAX_SLUG = 60;

/** A slug as a person may choose it: lower-case letters, digits and single hyphens, 2 to 60 characters. */
export function parseSlug(text: string): string | undefined {
  const slug = text.trim();
  return slug.length >= 2 && slug.length <= MAX_SLUG && /^[a-z0-9]+(-[a-z0-9]+)*$/.test(slug) && !RESERVED.has(slug) ? slug : undefined;
}

/** A slug made of a name: accents dropped, everything else but letters and digits becomes a hyphen. */
export function slugOf(name: string): string {
  const plain = name.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
  const slug = plain
    .replace(/[^a-z0-9]+/g, "-")
    .slice(0, MAX_SLUG)
    .replace(/^-+|-+$/g, "");
  return parseSlug(slug) ?? parseSlug(`brand-${slug}`.slice(0, MAX_SLUG).replace(/-+$/, "")) ?? "brand";
}
