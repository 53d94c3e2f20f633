import { expect, it } from "vitest";
import type { Currency } from "~/domain/kernel/currency";
import { minor } from "~/domain/kernel/money";
import { bps } from "~/domain/kernel/rates";
import { listSellers } from "~db/queries/sellers";
import { insertShippingOptions, listShippingCountries, listShippingOptions } from "~db/queries/shipping";
import { insertTaxRates, readTaxRates } from "~db/queries/taxes";
import { isDuplicate, transact } from "~db/transaction";
import { onEachDatabase } from "~tests/support/databases";
import { addBrand } from "~tests/support/samples";

const post = { name: "Standard", carrier: "Post", amountMinor: minor(490), minDays: 2, maxDays: 4, position: 0 };

onEachDatabase((open) => {
  it("lists ways to ship in each brand's order, and the countries all of several brands ship to", async () => {
    const world = await open();
    const [brume, seve] = [await addBrand(world, "brume"), await addBrand(world, "seve")];
    await transact(world.db, (tx) =>
      insertShippingOptions(tx, [
        { ...post, optionId: "2", brandId: brume, country: "FR", position: 1 },
        { ...post, optionId: "1", brandId: brume, country: "FR" },
        { ...post, optionId: "3", brandId: brume, country: "DE" },
        { ...post, optionId: "4", brandId: seve, country: "FR" },
      ]),
    );
    const q = world.db.query;
    expect((await listShippingOptions(q, { brandIds: [brume], country: "FR" })).map(({ optionId }) => optionId)).toEqual(["1", "2"]);
    expect(await listShippingOptions(q, { brandIds: [], country: "FR" })).toEqual([]);
    expect(await listShippingCountries(q, [brume])).toEqual(["DE", "FR"]);
    expect(await listShippingCountries(q, [brume, seve])).toEqual(["FR"]);
    expect(await listShippingCountries(q, [])).toEqual([]);
    const twice = transact(world.db, (tx) => insertShippingOptions(tx, [{ ...post, optionId: "5", brandId: seve, country: "FR" }]));
    expect(await twice.catch(isDuplicate)).toBe(true);
  });

  it("taxes a class at its own rate, else at the brand's standard one, else at the country's", async () => {
    const world = await open();
    const [brume, seve] = [await addBrand(world, "brume"), await addBrand(world, "seve")];
    await transact(world.db, (tx) =>
      insertTaxRates(tx, [
        { brandId: brume, country: "FR", taxClass: "standard", rateBps: bps(1_900) },
        { brandId: brume, country: "FR", taxClass: "books", rateBps: bps(550) },
      ]),
    );
    const rates = await readTaxRates(world.db.query, { brandIds: [brume, seve], country: "FR" });
    expect([rates(brume, "books"), rates(brume, "toys"), rates(seve, "books")]).toEqual([550, 1_900, 2_000]);
    expect((await readTaxRates(world.db.query, { brandIds: [], country: "BR" }))(brume, "books")).toBe(0);
  });

  it("tells what a checkout must know of brands, by name", async () => {
    const world = await open();
    const [seve, brume] = [await addBrand(world, "seve"), await addBrand(world, "brume")];
    const sellers = await listSellers(world.db.query, [seve, brume]);
    expect(sellers.map(({ slug }) => slug)).toEqual(["brume", "seve"]);
    expect(sellers[0]).toEqual({
      brandId: brume,
      slug: "brume",
      name: "brume",
      currency: "EUR" as Currency,
      timezone: "Europe/Paris",
      country: "FR",
      taxInclusive: true,
      feeBps: 500,
      cancelWindowMinutes: 30,
    });
    expect(await listSellers(world.db.query, [])).toEqual([]);
  });
});
