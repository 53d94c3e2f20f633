import { expect, it } from "vitest";
import type { AffiliateId, BrandId } from "~/domain/kernel/branded";
import { createBrand } from "~/services/create-brand";
import { startPartnership } from "~/services/start-partnership";
import { onEachDatabase } from "~tests/support/databases";

onEachDatabase((open) => {
  it("takes an affiliate in once, and refuses where there is no program", async () => {
    const { deps, db } = await open();
    const brand = await createBrand(deps, { name: "Brume", currency: "EUR", timezone: "Europe/Paris", country: "FR" });
    if (!brand.ok) throw new Error(brand.error.kind);
    await db.query.insertInto("affiliates").values({ id: "aff", person_id: null, handle: "lina", name: "Lina", created_at: 0 }).execute();
    const input = { brandId: brand.value.brandId, affiliateId: "aff" as AffiliateId };
    expect(await startPartnership(deps, input)).toEqual({ ok: true, value: { started: true } });
    expect(await startPartnership(deps, input)).toEqual({ ok: true, value: { started: false } });
    expect(await db.query.selectFrom("partnerships").select(["status", "affiliate_id", "brand_id"]).execute()).toEqual([
      { status: "approved", affiliate_id: "aff", brand_id: brand.value.brandId },
    ]);
    expect(await startPartnership(deps, { ...input, brandId: "brd_none" as BrandId })).toEqual({
      ok: false,
      error: { kind: "no_program" },
    });
  });
});
