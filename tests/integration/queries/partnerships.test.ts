import { expect, it } from "vitest";
import type { AffiliateId, PartnershipId } from "~/domain/kernel/branded";
import { createBrand } from "~/services/create-brand";
import { findProgram, insertPartnership } from "~db/queries/partnerships";
import { transact } from "~db/transaction";
import { onEachDatabase } from "~tests/support/databases";

onEachDatabase((open) => {
  it("keeps an application undecided and refuses a second one", async () => {
    const { deps, db, clock } = await open();
    const brand = await createBrand(deps, { name: "Brume", currency: "EUR", timezone: "Europe/Paris", country: "FR" });
    if (!brand.ok) throw new Error(brand.error.kind);
    const { brandId } = brand.value;
    await db.query.insertInto("affiliates").values({ id: "aff", person_id: null, handle: "lina", name: "Lina", created_at: 0 }).execute();
    const programId = await findProgram(db.query, brandId);
    if (programId === undefined) throw new Error("no program");
    const apply = (id: string) =>
      transact(db, (tx) =>
        insertPartnership(tx, {
          partnershipId: id as PartnershipId,
          programId,
          brandId,
          affiliateId: "aff" as AffiliateId,
          status: "applied",
          now: clock.now(),
        }),
      );
    expect(await apply("pts_1")).toBe(true);
    expect(await apply("pts_2")).toBe(false);
    expect(await db.query.selectFrom("partnerships").select(["id", "status", "decided_at"]).execute()).toEqual([
      { id: "pts_1", status: "applied", decided_at: null },
    ]);
  });
});
