import { expect, it } from "vitest";
import type { Brand } from "~/domain/catalog/brand";
import type { BrandId, Instant, PersonId, ProgramId, Zone } from "~/domain/kernel/branded";
import type { Currency } from "~/domain/kernel/currency";
import { findBrandBy, insertBrand, insertFirstOwner, insertProgram, listBrands } from "~db/queries/brands";
import { isDuplicate, transact } from "~db/transaction";
import { onEachDatabase } from "~tests/support/databases";

const brand: Brand = {
  brandId: "brd_1" as BrandId,
  slug: "brume",
  name: "Brume",
  currency: "EUR" as Currency,
  timezone: "Europe/Paris" as Zone,
  country: "FR",
  status: "live",
  taxInclusive: false,
  createdAt: 5 as Instant,
};

onEachDatabase((open) => {
  it("finds brands by slug and id and lists them by slug", async () => {
    const { db } = await open();
    const second = { ...brand, brandId: "brd_2" as BrandId, slug: "aube", taxInclusive: true };
    await transact(db, async (tx) => {
      await insertBrand(tx, brand);
      await insertBrand(tx, second);
    });
    expect(await findBrandBy(db.query, { slug: "brume" })).toEqual(brand);
    expect(await findBrandBy(db.query, { brandId: second.brandId })).toEqual(second);
    expect(await findBrandBy(db.query, { slug: "none" })).toBeUndefined();
    expect(await listBrands(db.query)).toEqual([second, brand]);
  });

  it("gives a brand one program and an owner, and a slug to one brand only", async () => {
    const { db, clock } = await open();
    const now = clock.now();
    const text = new Date(now).toISOString();
    await db.query
      .insertInto("people")
      .values({ id: "per_1", name: "P", email: "p@example.org", image: null, locale: null, created_at: text, updated_at: text })
      .execute();
    const program = { programId: "prg_1" as ProgramId, brandId: brand.brandId, rateBps: 1_000, windowDays: 30 };
    await transact(db, async (tx) => {
      await insertBrand(tx, brand);
      await insertProgram(tx, program, now);
      await insertFirstOwner(tx, { brandId: brand.brandId, personId: "per_1" as PersonId }, now);
    });
    expect(await db.query.selectFrom("brand_staff").select("role").execute()).toEqual([{ role: "owner" }]);
    const secondProgram = transact(db, (tx) => insertProgram(tx, { ...program, programId: "prg_2" as ProgramId }, now));
    expect(isDuplicate(await secondProgram.catch((error: unknown) => error))).toBe(true);
    const sameSlug = transact(db, (tx) => insertBrand(tx, { ...brand, brandId: "brd_2" as BrandId }));
    expect(isDuplicate(await sameSlug.catch((error: unknown) => error))).toBe(true);
  });
});
