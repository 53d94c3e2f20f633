import type { Brand, BrandStatus } from "~/domain/catalog/brand";
import type { BrandId, Instant, PersonId, ProgramId, Zone } from "~/domain/kernel/branded";
import type { Currency } from "~/domain/kernel/currency";
import type { Queryable } from "../open";
import type { Tx } from "../transaction";

/** Adds a brand. Errors: the database refuses a slug that is taken (see `isDuplicate`). */
export async function insertBrand(tx: Tx, brand: Brand): Promise<void> {
  await tx
    .insertInto("brands")
    .values({
      id: brand.brandId,
      slug: brand.slug,
      name: brand.name,
      currency: brand.currency,
      timezone: brand.timezone,
      country: brand.country,
      status: brand.status,
      tax_inclusive: brand.taxInclusive ? 1 : 0,
      created_at: brand.createdAt,
    })
    .execute();
}

/** Adds a brand's affiliate program, open from the start. */
export async function insertProgram(
  tx: Tx,
  program: { readonly programId: ProgramId; readonly brandId: BrandId; readonly rateBps: number; readonly windowDays: number },
  now: Instant,
): Promise<void> {
  await tx
    .insertInto("programs")
    .values({
      id: program.programId,
      brand_id: program.brandId,
      status: "open",
      rate_bps: program.rateBps,
      window_days: program.windowDays,
      created_at: now,
    })
    .execute();
}

/** Makes a person the owner of a brand that has no team yet. */
export async function insertFirstOwner(
  tx: Tx,
  owner: { readonly brandId: BrandId; readonly personId: PersonId },
  now: Instant,
): Promise<void> {
  await tx
    .insertInto("brand_staff")
    .values({ brand_id: owner.brandId, person_id: owner.personId, role: "owner", created_at: now })
    .execute();
}

/** The brand with this id or slug, if there is one. */
export async function findBrandBy(q: Queryable, by: { readonly brandId: BrandId } | { readonly slug: string }): Promise<Brand | undefined> {
  const all = q.selectFrom("brands").selectAll();
  const row = await ("slug" in by ? all.where("slug", "=", by.slug) : all.where("id", "=", by.brandId)).executeTakeFirst();
  return row === undefined ? undefined : brandOf(row);
}

/** Every brand, by slug. */
export async function listBrands(q: Queryable): Promise<readonly Brand[]> {
  const rows = await q.selectFrom("brands").selectAll().orderBy("slug").execute();
  return rows.map(brandOf);
}

function brandOf(row: {
  readonly id: string;
  readonly slug: string;
  readonly name: string;
  readonly currency: string;
  readonly timezone: string;
  readonly country: string;
  readonly status: string;
  readonly tax_inclusive: number;
  readonly created_at: number;
}): Brand {
  return {
    brandId: row.id as BrandId,
    slug: row.slug,
    name: row.name,
    currency: row.currency as Currency,
    timezone: row.timezone as Zone,
    country: row.country,
    status: row.status as BrandStatus,
    taxInclusive: row.tax_inclusive === 1,
    createdAt: row.created_at as Instant,
  };
}
