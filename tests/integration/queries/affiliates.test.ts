import { expect, it } from "vitest";
import type { AffiliateId } from "~/domain/kernel/branded";
import { findAffiliateOf, insertAffiliate } from "~db/queries/affiliates";
import { transact } from "~db/transaction";
import { accountWorld, person } from "~tests/support/account-world";
import { onEachDatabase } from "~tests/support/databases";

onEachDatabase((open) => {
  it("writes an affiliate unless the handle is taken", async () => {
    const { deps } = accountWorld(await open());
    const [lina, eve] = [await person(deps, "lina@example.org"), await person(deps, "eve@example.org")];
    const add = (personId: typeof lina, id: string) =>
      transact(deps.db, (tx) =>
        insertAffiliate(tx, { affiliateId: id as AffiliateId, personId, handle: "lina", name: "Lina", now: deps.clock.now() }),
      );
    expect([await add(lina, "aff_1"), await add(eve, "aff_2")]).toEqual([true, false]);
    expect(await findAffiliateOf(deps.db.query, lina)).toEqual({ affiliateId: "aff_1", handle: "lina" });
    expect(await findAffiliateOf(deps.db.query, eve)).toBeNull();
  });
});
