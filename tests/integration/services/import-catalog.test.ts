import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import type { BrandId, ImportId } from "~/domain/kernel/branded";
import type { Deps } from "~/services/deps";
import { findProduct } from "~/services/find-product";
import { importCatalog } from "~/services/import-catalog";
import { listCatalogImports } from "~/services/list-catalog-imports";
import { readCatalogImport } from "~/services/read-catalog-import";
import { requestCatalogImport } from "~/services/request-catalog-import";
import { onEachDatabase, type World } from "~tests/support/databases";
import { addBrand } from "~tests/support/samples";

const fixture = (name: string): string => readFileSync(`tests/support/fixtures/${name}`, "utf8");
const PRODUCTS = fixture("shopify-products.csv");
const csv = (...lines: readonly string[]) =>
  ["Handle,Title,Option1 Name,Option1 Value,Variant Inventory Qty,Variant Price,Image Src", ...lines, ""].join("\n");

let keys = 0;

async function request(deps: Deps, brandId: BrandId, body: string): Promise<ImportId> {
  keys += 1;
  const requested = await requestCatalogImport(deps, {
    brandId,
    requestedBy: null,
    fileName: "a.csv",
    body,
    idempotencyKey: `key-${keys}`,
  });
  if (!requested.ok) throw new Error(requested.error.kind);
  return requested.value.importId;
}

async function take(deps: Deps, brandId: BrandId, body: string) {
  const imported = await importCatalog(deps, { importId: await request(deps, brandId, body) });
  if (!imported.ok) throw new Error(imported.error.kind);
  return imported.value;
}

const TABLES = ["products", "variants", "product_images", "stock_levels", "stock_movements"] as const;

async function catalogOf({ db }: World): Promise<readonly string[]> {
  const rows: string[] = [];
  for (const table of TABLES)
    for (const row of await db.query.selectFrom(table).selectAll().execute()) rows.push(`${table} ${JSON.stringify(row)}`);
  return rows.sort();
}

onEachDatabase((open) => {
  it("writes products, variants, pictures and stock together with the import's end and its event", async () => {
    const world = await open();
    const brandId = await addBrand(world);
    expect(await take(world.deps, brandId, PRODUCTS)).toEqual({ rows: 7, products: 4, variants: 6, images: 4, errors: [] });
    const shirt = await findProduct(world.deps, { brandId, handle: "linen-shirt" });
    expect(shirt).toMatchObject({ title: "Linen Shirt", status: "active", options: ["Size", "Colour"] });
    expect(shirt?.variants.map(({ optionValues, priceMinor, onHand }) => [optionValues, priceMinor, onHand])).toEqual([
      [["Small", "Ecru"], 8900, 4],
      [["Medium", "Ecru"], 8900, 0],
      [["Medium", "Olive"], 9250, 7],
    ]);
    expect(shirt?.images.map(({ alt }) => alt)).toEqual(["Front", "Back", "Detail"]);
    const movements = await world.db.query.selectFrom("stock_movements").select(["quantity", "reason"]).orderBy("quantity").execute();
    expect(movements).toEqual([4, 7, 12].map((quantity) => ({ quantity, reason: "import" })));
    const [last] = await listCatalogImports(world.deps, { brandId });
    expect(last).toMatchObject({ state: "done", rowsDone: 7, fileName: "a.csv", format: "shopify", result: { products: 4 } });
    expect(await world.db.query.selectFrom("catalog_imports").select("body").execute()).toEqual([{ body: "" }]);
    expect(await world.db.query.selectFrom("events").select("payload").where("type", "=", "catalog.imported").execute()).toEqual([
      { payload: JSON.stringify({ importId: last?.importId, products: 4, variants: 6 }) },
    ]);
  });

  it("changes nothing when any row has an error, and tells every error", async () => {
    const world = await open();
    const brandId = await addBrand(world);
    await take(world.deps, brandId, PRODUCTS);
    const before = await catalogOf(world);
    const summary = await take(world.deps, brandId, fixture("shopify-with-errors.csv"));
    expect(summary).toMatchObject({ rows: 7, products: 0, variants: 0, images: 0 });
    expect(summary.errors).toHaveLength(15);
    expect(await catalogOf(world)).toEqual(before);
    const [last] = await listCatalogImports(world.deps, { brandId });
    expect(last?.state).toBe("refused");
    expect(last?.result).toEqual(summary);
  });

  describe("the same products again", () => {
    it("change nothing at all when the file is the same", async () => {
      const world = await open();
      const brandId = await addBrand(world);
      await take(world.deps, brandId, PRODUCTS);
      const before = await catalogOf(world);
      expect(await take(world.deps, brandId, PRODUCTS)).toMatchObject({ products: 4, variants: 6 });
      expect(await catalogOf(world)).toEqual(before);
    });

    it("are updated under their ids; variants and pictures come and go, stock moves", async () => {
      const world = await open();
      const brandId = await addBrand(world);
      const image = (name: string) => `https://img.example/${name}.jpg`;
      await take(world.deps, brandId, csv(`tee,Tee,Size,S,3,10,${image("a")}`, `tee,,,M,5,10,${image("b")}`, "mug,Mug,,,1,8,"));
      const before = await findProduct(world.deps, { brandId, handle: "tee" });
      world.clock.advance(60_000);
      await take(world.deps, brandId, csv(`tee,Tee!,Size,S,1,12.50,${image("b")}`, "tee,,,L,2,13,"));
      const after = await findProduct(world.deps, { brandId, handle: "tee" });
      expect(after).toMatchObject({
        productId: before?.productId,
        title: "Tee!",
        images: [{ url: image("b"), imageId: before?.images[1]?.imageId }],
      });
      expect(after?.variants.map(({ optionValues, priceMinor, onHand }) => [optionValues, priceMinor, onHand])).toEqual([
        [["S"], 1250, 1],
        [["L"], 1300, 2],
      ]);
      expect(after?.variants[0]?.variantId).toBe(before?.variants[0]?.variantId);
      const moved = await world.db.query.selectFrom("stock_movements").select("quantity").orderBy("id").execute();
      expect(moved.map(({ quantity }) => quantity).sort((a, b) => a - b)).toEqual([-5, -2, 1, 2, 3, 5]);
      expect(await world.db.query.selectFrom("products").select(["handle", "version"]).orderBy("handle").execute()).toEqual([
        { handle: "mug", version: 1 },
        { handle: "tee", version: 2 },
      ]);
    });

    it("keep their stock when the file says nothing about it", async () => {
      const world = await open();
      const brandId = await addBrand(world);
      await take(world.deps, brandId, csv("tee,Tee,,,3,10,"));
      await take(world.deps, brandId, csv("tee,Tee,,,,10,"));
      expect((await findProduct(world.deps, { brandId, handle: "tee" }))?.variants[0]?.onHand).toBe(3);
    });
  });

  it("answers again with the result when it has ended, also to two at once", async () => {
    const world = await open();
    const brandId = await addBrand(world);
    const importId = await request(world.deps, brandId, PRODUCTS);
    const other = {
      ...world.deps,
      db: world.connect(),
      ids: { ...world.deps.ids, next: (prefix: string) => `${prefix}_other${world.deps.ids.next("x")}` },
    };
    const outcomes = await Promise.all([importCatalog(world.deps, { importId }), importCatalog(other, { importId })]);
    const again = await importCatalog(world.deps, { importId });
    for (const outcome of [...outcomes, again])
      expect(outcome).toMatchObject({ ok: true, value: { products: 4, variants: 6, images: 4, errors: [] } });
    expect(await world.db.query.selectFrom("products").select("id").execute()).toHaveLength(4);
    expect(await world.db.query.selectFrom("events").select("id").where("type", "=", "catalog.imported").execute()).toHaveLength(1);
  });

  it("leaves nothing behind when it is cut off before its end, and does nothing twice after it", async () => {
    const world = await open();
    const brandId = await addBrand(world);
    const importId = await request(world.deps, brandId, PRODUCTS);
    const cutAt = (point: string): Deps => ({
      ...world.deps,
      faults: {
        reach: (reached) => {
          if (reached === point) throw new Error("killed");
        },
      },
    });
    await expect(importCatalog(cutAt("import.before_commit"), { importId })).rejects.toThrow("killed");
    expect(await catalogOf(world)).toEqual([]);
    expect(await readCatalogImport(world.deps, { brandId, importId })).toMatchObject({ state: "running", result: null, finishedAt: null });
    await expect(importCatalog(cutAt("import.after_commit"), { importId })).rejects.toThrow("killed");
    const after = await catalogOf(world);
    expect(await importCatalog(world.deps, { importId })).toMatchObject({ ok: true, value: { products: 4 } });
    expect(await catalogOf(world)).toEqual(after);
  });

  it("shows an import to its own brand only", async () => {
    const world = await open();
    const [own, foreign] = [await addBrand(world), await addBrand(world, "other")];
    const importId = await request(world.deps, own, PRODUCTS);
    expect(await readCatalogImport(world.deps, { brandId: own, importId })).toMatchObject({ state: "queued", rowsDone: 0 });
    expect(await readCatalogImport(world.deps, { brandId: foreign, importId })).toBeUndefined();
    expect(await listCatalogImports(world.deps, { brandId: foreign })).toEqual([]);
    expect(await importCatalog(world.deps, { importId: "imp_none" as ImportId })).toEqual({
      ok: false,
      error: { kind: "import_not_found" },
    });
  });
});
