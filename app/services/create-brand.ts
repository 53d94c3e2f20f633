import { type Brand, parseSlug, slugOf } from "~/domain/catalog/brand";
import { parseCountry } from "~/domain/catalog/country";
import type { BrandId, PersonId, ProgramId } from "~/domain/kernel/branded";
import { parseCurrency } from "~/domain/kernel/currency";
import { done, type Outcome, refused } from "~/domain/kernel/outcome";
import { parseZone } from "~/domain/kernel/zones";
import { insertBrand, insertFirstOwner, insertProgram } from "~db/queries/brands";
import { recordEvents } from "~db/queries/events";
import { isDuplicate, transact } from "~db/transaction";
import type { Deps } from "./deps";

export type NewBrand = {
  readonly name: string;
  readonly currency: string;
  readonly timezone: string;
  readonly country: string;
  /** Made of the name when left out. */
  readonly slug?: string;
  readonly taxInclusive?: boolean;
  /** The program's rate in basis points. */
  readonly rateBps?: number;
  readonly ownerId?: PersonId;
  readonly status?: "live" | "onboarding";
};

export type BrandRefusal = {
  readonly kind: "name_empty" | "name_too_long" | "unknown_currency" | "unknown_zone" | "unknown_country" | "slug_invalid" | "slug_taken";
};

/** Longer names do not fit a phone's receipt on two lines. */
const MAX_NAME = 100;
const DEFAULT_RATE_BPS = 1_000;
/** Days between touch and order in which the touch can earn. Source: domain §4. */
const WINDOW_DAYS = 30;

/**
 * Creates a brand with its program (open; 10 % and 30 days unless told otherwise) and, when named, its owner.
 * Prices contain tax unless told otherwise.
 */
export async function createBrand(
  deps: Deps,
  input: NewBrand,
): Promise<Outcome<{ readonly brandId: BrandId; readonly slug: string }, BrandRefusal>> {
  const now = deps.clock.now();
  const checked = checkBrand(input, { brandId: deps.ids.next("brd") as BrandId, createdAt: now });
  if (!checked.ok) return checked;
  const brand = checked.value;
  try {
    await transact(deps.db, async (tx) => {
      await insertBrand(tx, brand);
      const programId = deps.ids.next("prg") as ProgramId;
      const rateBps = input.rateBps ?? DEFAULT_RATE_BPS;
      await insertProgram(tx, { programId, brandId: brand.brandId, rateBps, windowDays: WINDOW_DAYS }, now);
      const about = { brandId: brand.brandId, subjectId: brand.brandId, occurredAt: now };
      await recordEvents(tx, deps, [{ ...about, type: "brand.created", payload: { slug: brand.slug } }]);
      if (input.ownerId === undefined) return;
      await insertFirstOwner(tx, { brandId: brand.brandId, personId: input.ownerId }, now);
      const payload = { personId: input.ownerId, role: "owner" } as const;
      await recordEvents(tx, deps, [{ ...about, subjectId: input.ownerId, type: "staff.added", payload }]);
    });
  } catch (error) {
    if (isDuplicate(error)) return refused({ kind: "slug_taken" });
    throw error;
  }
  return done({ brandId: brand.brandId, slug: brand.slug });
}

function checkBrand(input: NewBrand, made: Pick<Brand, "brandId" | "createdAt">): Outcome<Brand, BrandRefusal> {
  const name = input.name.trim();
  if (name === "") return refused({ kind: "name_empty" });
  if (name.length > MAX_NAME) return refused({ kind: "name_too_long" });
  const currency = parseCurrency(input.currency);
  if (currency === undefined) return refused({ kind: "unknown_currency" });
  const timezone = parseZone(input.timezone);
  if (timezone === undefined) return refused({ kind: "unknown_zone" });
  const country = parseCountry(input.country);
  if (country === undefined) return refused({ kind: "unknown_country" });
  const slug = input.slug === undefined ? slugOf(name) : parseSlug(input.slug);
  if (slug === undefined) return refused({ kind: "slug_invalid" });
  const status = input.status ?? "live";
  return done({ ...made, slug, name, currency, timezone, country, status, taxInclusive: input.taxInclusive ?? true });
}
