import { expect, it } from "vitest";
import { ZodError } from "zod";
import type { ProductWrite } from "~/domain/catalog/plan-product";
import type { BrandId, ImportId, ProductId, VariantId } from "~/domain/kernel/branded";
import { minor } from "~/domain/kernel/money";
import {
  endCatalogImport,
  failCatalogImports,
  findCatalogImport,
  insertCatalogImport,
  listLatestImports,
  readImportBody,
  startCatalogImport,
  writeImportProgress,
} from "~db/queries/catalog-imports";
import { writeProducts } from "~db/queries/catalog-writes";
import { countProducts, findProductIds, insertHistoryProducts, listMatchingProducts } from "~db/queries/products";
import { findCatalogProducts } from "~db/queries/stored-catalog";
import { isDuplicate, transact } from "~db/transaction";
import { onEachDatabase, type World } from "~tests/support/databases";
import { addBrand } from "~tests/support/samples";

const facts = { handle: "tee", title: "Tee", description: "d", vendor: "v", category: "c", status: "active", options: ["Size"] } as const;
const variant = { sku: "S", barcode: null, priceMinor: minor(1_000), compareAtMinor: minor(1_500), imageUrl: null };
const write: ProductWrite = {
  productId: "prd_1" as ProductId,
  facts,
  removedVariants: [],
  variants: [
    { ...variant, optionValues: ["S"], variantId: "var_1" as VariantId, position: 0 },
    { ...variant, optionValues: ["M"], variantId: "var_2" as VariantId, position: 1 },
  ],
  images: [{ imageId: "img_1", url: "https://img.example/a.jpg", alt: "a" }],
  stock: [
    { variantId: "var_1" as VariantId, onHand: 3, movement: 3 },
    { variantId: "var_2" as VariantId, onHand: 0, movement: 0 },
  ],
};
const nothing = { facts: null, removedVariants: [], variants: [], images: null, stock: [] };

function write1(world: World, brandId: BrandId, writes: readonly ProductWrite[]): Promise<void> {
  const origin = { brandId, sourceId: "imp_1", now: world.clock.now(), nextMovementId: () => world.deps.ids.next("mov") };
  return transact(world.db, (tx) => writeProducts(tx, origin, writes));
}

onEachDatabase((open) => {
  it("reads products back as they were written, of their own brand only", async () => {
    const world = await open();
    const brandId = await addBrand(world);
    await write1(world, brandId, [write]);
    const [product] = await findCatalogProducts(world.db.query, { brandId, handles: ["tee", "none"] });
    expect(product).toEqual({
      ...facts,
      productId: "prd_1",
      variants: [
        { ...write.variants[0], onHand: 3, reserved: 0 },
        { ...write.variants[1], onHand: 0, reserved: 0 },
      ],
      images: write.images,
    });
    expect(await findCatalogProducts(world.db.query, { brandId, productId: "prd_1" as ProductId })).toEqual([product]);
    expect(await findCatalogProducts(world.db.query, { brandId: "brd_other" as BrandId, handles: ["tee"] })).toEqual([]);
    expect(await findCatalogProducts(world.db.query, { brandId, handles: [] })).toEqual([]);
    expect(await findProductIds(world.db.query, { brandId, handles: ["tee", "none"] })).toEqual(new Map([["tee", "prd_1"]]));
    expect(await findProductIds(world.db.query, { brandId, handles: [] })).toEqual(new Map());
  });

  it("changes, removes and restocks; what is moved stays recorded after a variant is gone", async () => {
    const world = await open();
    const brandId = await addBrand(world);
    await write1(world, brandId, [write]);
    const changed: ProductWrite = {
      ...nothing,
      productId: write.productId,
      facts: { ...facts, title: "Tee!" },
      removedVariants: ["var_1" as VariantId],
      images: [],
      stock: [
        { variantId: "var_1" as VariantId, onHand: 0, movement: -3 },
        { variantId: "var_2" as VariantId, onHand: 4, movement: 4 },
      ],
    };
    await write1(world, brandId, [changed]);
    const [product] = await findCatalogProducts(world.db.query, { brandId, handles: ["tee"] });
    expect(product).toMatchObject({ title: "Tee!", images: [], variants: [{ variantId: "var_2", onHand: 4 }] });
    const moved = await world.db.query.selectFrom("stock_movements").select(["variant_id", "quantity"]).orderBy("id").execute();
    expect(moved).toEqual([
      { variant_id: "var_1", quantity: 3 },
      { variant_id: "var_1", quantity: -3 },
      { variant_id: "var_2", quantity: 4 },
    ]);
    expect(await world.db.query.selectFrom("stock_levels").select(["variant_id", "on_hand", "version"]).execute()).toEqual([
      { variant_id: "var_2", on_hand: 4, version: 2 },
    ]);
  });

  it("counts and lists what matches, and refuses a second product of one handle", async () => {
    const world = await open();
    const brandId = await addBrand(world);
    const add = (productId: string, handle: string) =>
      transact(world.db, (tx) =>
        insertHistoryProducts(tx, { brandId, now: world.clock.now() }, [
          { productId: productId as ProductId, handle, title: handle.toUpperCase() },
        ]),
      );
    await add("prd_a", "alpha");
    await add("prd_b", "beta");
    expect(await countProducts(world.db.query, { brandId, words: ["alp"], status: "all" })).toBe(1);
    expect(await countProducts(world.db.query, { brandId, words: [], status: "active" })).toBe(0);
    const listed = await listMatchingProducts(world.db.query, { brandId, words: [], status: "not_for_sale", offset: 1, limit: 5 });
    expect(listed).toEqual([
      {
        productId: "prd_b",
        handle: "beta",
        title: "BETA",
        status: "not_for_sale",
        category: "",
        image: null,
        variants: 0,
        soldOut: 0,
        lowestMinor: null,
        highestMinor: null,
        onHand: 0,
      },
    ]);
    expect(isDuplicate(await add("prd_c", "alpha").catch((error: unknown) => error))).toBe(true);
  });

  it("ends an import once, whoever comes first, and lets go of its file", async () => {
    const world = await open();
    const brandId = await addBrand(world);
    const importId = "imp_1" as ImportId;
    const now = world.clock.now();
    await transact(world.db, (tx) =>
      insertCatalogImport(tx, { importId, brandId, requestedBy: null, fileName: "a.csv", format: "shopify", body: "text", now }),
    );
    expect(await readImportBody(world.db.query, importId)).toBe("text");
    await transact(world.db, (tx) => startCatalogImport(tx, importId));
    await transact(world.db, (tx) => writeImportProgress(tx, { importId, rowsDone: 7 }));
    expect(await findCatalogImport(world.db.query, { importId, brandId })).toMatchObject({ state: "running", rowsDone: 7, result: null });
    const result = { rows: 9, products: 1, variants: 2, images: 3, errors: [] };
    const end = (state: "done" | "refused") => transact(world.db, (tx) => endCatalogImport(tx, { importId, state, result, now }));
    expect([await end("done"), await end("refused")]).toEqual([true, false]);
    await transact(world.db, (tx) => writeImportProgress(tx, { importId, rowsDone: 1 }));
    await transact(world.db, (tx) => startCatalogImport(tx, importId));
    await transact(world.db, (tx) => failCatalogImports(tx, { importIds: [importId], now }));
    expect(await listLatestImports(world.db.query, { brandId, limit: 5 })).toMatchObject([
      { state: "done", rowsDone: 9, result, finishedAt: now },
    ]);
    expect(await readImportBody(world.db.query, importId)).toBe("");
  });

  it("keeps the file of an import that failed, and lets it begin again or end after all", async () => {
    const world = await open();
    const brandId = await addBrand(world);
    const importId = "imp_1" as ImportId;
    const now = world.clock.now();
    const found = () => findCatalogImport(world.db.query, { importId });
    await transact(world.db, async (tx) => {
      await insertCatalogImport(tx, { importId, brandId, requestedBy: null, fileName: "a.csv", format: "shopify", body: "text", now });
      await failCatalogImports(tx, { importIds: [importId], now });
      await failCatalogImports(tx, { importIds: [], now });
    });
    expect(await found()).toMatchObject({ state: "failed", result: null, finishedAt: now });
    expect(await readImportBody(world.db.query, importId)).toBe("text");
    await transact(world.db, (tx) => writeImportProgress(tx, { importId, rowsDone: 7 }));
    expect(await found()).toMatchObject({ state: "failed", rowsDone: 0 });
    await transact(world.db, (tx) => startCatalogImport(tx, importId));
    expect(await found()).toMatchObject({ state: "running", finishedAt: null });
    await transact(world.db, (tx) => failCatalogImports(tx, { importIds: [importId], now }));
    const result = { rows: 9, products: 1, variants: 2, images: 3, errors: [] };
    expect(await transact(world.db, (tx) => endCatalogImport(tx, { importId, state: "done", result, now }))).toBe(true);
    expect(await found()).toMatchObject({ state: "done", result });
  });

  it("does not hand on a result that is not what was promised", async () => {
    const world = await open();
    const brandId = await addBrand(world);
    const importId = "imp_1" as ImportId;
    const now = world.clock.now();
    await transact(world.db, (tx) =>
      insertCatalogImport(tx, { importId, brandId, requestedBy: null, fileName: "a.csv", format: "shopify", body: "text", now }),
    );
    const error = {
      line: 2,
      field: "Title",
      value: "",
      kind: "title_missing" as const,
      params: { max: 3, name: "x" },
      message: "Write it.",
    };
    const result = { rows: 9, products: 0, variants: 0, images: 0, errors: [error] };
    await transact(world.db, (tx) => endCatalogImport(tx, { importId, state: "refused", result, now }));
    expect((await findCatalogImport(world.db.query, { importId }))?.result).toEqual(result);
    for (const bad of [
      { ...result, rows: "9" },
      { ...result, errors: [{ ...error, kind: "unheard_of" }] },
    ]) {
      await world.db.query
        .updateTable("catalog_imports")
        .set({ result: JSON.stringify(bad) })
        .execute();
      await expect(findCatalogImport(world.db.query, { importId })).rejects.toThrow(ZodError);
    }
  });
});
