import { expect, it } from "vitest";
import type { BrandId, ProductId } from "~/domain/kernel/branded";
import { findProduct } from "~/services/find-product";
import { importCatalog } from "~/services/import-catalog";
import { listProducts } from "~/services/list-products";
import { requestCatalogImport } from "~/services/request-catalog-import";
import { onEachDatabase, type World } from "~tests/support/databases";
import { addBrand } from "~tests/support/samples";

const HEAD = "Handle,Title,Status,Option1 Name,Option1 Value,Variant SKU,Variant Inventory Qty,Variant Price,Image Src,Image Alt Text";

async function fill({ deps }: World, brandId: BrandId, lines: readonly string[]): Promise<void> {
  const body = [HEAD, ...lines].join("\n");
  const requested = await requestCatalogImport(deps, { brandId, requestedBy: null, fileName: "a.csv", body, idempotencyKey: body });
  if (!requested.ok) throw new Error(requested.error.kind);
  const imported = await importCatalog(deps, requested.value);
  if (!imported.ok || imported.value.errors.length > 0) throw new Error(JSON.stringify(imported));
}

onEachDatabase((open) => {
  it("lists products by title with prices, stock and first picture", async () => {
    const world = await open();
    const brandId = await addBrand(world);
    await fill(world, brandId, [
      "tee,Tee,active,Size,S,T-S,3,10,https://img.example/t.jpg,front",
      "tee,,,,M,T-M,0,12.5,,",
      "mug,a mug,draft,,,,,8,,",
    ]);
    const page = await listProducts(world.deps, { brandId, search: "", status: "all", page: 1 });
    expect(page).toMatchObject({ total: 2, page: 1, pages: 1 });
    expect(page.products).toMatchObject([
      { handle: "mug", status: "draft", image: null, variants: 1, soldOut: 1, lowestMinor: 800, highestMinor: 800, onHand: 0 },
      {
        handle: "tee",
        image: { url: "https://img.example/t.jpg", alt: "front" },
        variants: 2,
        soldOut: 1,
        lowestMinor: 1000,
        highestMinor: 1250,
        onHand: 3,
      },
    ]);
  });

  it("searches title, handle and SKU for every word and takes signs literally", async () => {
    const world = await open();
    const brandId = await addBrand(world);
    await fill(world, brandId, [
      "linen-shirt,Blue Shirt,active,,,LS_1,1,10,,",
      "cap,100% Wool Cap,draft,,,WC-1,1,5,,",
      "hat,Wool Hat,active,,,WH-1,1,5,,",
    ]);
    const found = async (search: string, status: "all" | "active" = "all") =>
      (await listProducts(world.deps, { brandId, search, status, page: 1 })).products.map(({ handle }) => handle);
    expect(await found("WOOL")).toEqual(["cap", "hat"]);
    expect(await found("wool", "active")).toEqual(["hat"]);
    expect(await found("blue linen")).toEqual(["linen-shirt"]);
    expect(await found("ls_1")).toEqual(["linen-shirt"]);
    expect(await found("100%")).toEqual(["cap"]);
    expect(await found("%")).toEqual(["cap"]);
    expect(await found("_")).toEqual(["linen-shirt"]);
    expect(await found("\\ '; --")).toEqual([]);
  });

  it("shows fifty a page and the last page beyond the end", async () => {
    const world = await open();
    const brandId = await addBrand(world);
    await fill(
      world,
      brandId,
      Array.from({ length: 120 }, (_, index) => `p${index},Product ${String(index).padStart(3, "0")},active,,,,1,1,,`),
    );
    const handles = async (page: number) =>
      (await listProducts(world.deps, { brandId, search: "", status: "all", page })).products.map(({ handle }) => handle);
    expect((await handles(1)).length).toBe(50);
    expect(await handles(2)).toEqual(Array.from({ length: 50 }, (_, index) => `p${index + 50}`));
    expect((await handles(3)).length).toBe(20);
    expect(await listProducts(world.deps, { brandId, search: "", status: "all", page: 99 })).toMatchObject({
      page: 3,
      pages: 3,
      total: 120,
    });
    expect(await handles(-1)).toEqual(await handles(1));
  });

  it("finds a product by id or handle, of its own brand only", async () => {
    const world = await open();
    const [own, foreign] = [await addBrand(world), await addBrand(world, "other")];
    await fill(world, own, ["tee,Tee,active,,,,1,10,,"]);
    const product = await findProduct(world.deps, { brandId: own, handle: "tee" });
    const productId = product?.productId as ProductId;
    expect(await findProduct(world.deps, { brandId: own, productId })).toEqual(product);
    expect(await findProduct(world.deps, { brandId: foreign, productId })).toBeUndefined();
    expect(await findProduct(world.deps, { brandId: foreign, handle: "tee" })).toBeUndefined();
    expect(await listProducts(world.deps, { brandId: foreign, search: "", status: "all", page: 1 })).toMatchObject({
      total: 0,
      products: [],
    });
  });
});
