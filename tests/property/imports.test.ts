import { existsSync, readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { CatalogSummary } from "~/domain/catalog/catalog-import";
import type { BrandId } from "~/domain/kernel/branded";
import { importCatalog } from "~/services/import-catalog";
import { listProducts } from "~/services/list-products";
import { requestCatalogImport } from "~/services/request-catalog-import";
import { listSalesRollups } from "~db/queries/sales-rollups";
import { onEachDatabase, type World } from "~tests/support/databases";
import { addGiftShop, EXCERPT, foldAll, HEADER, importText } from "~tests/support/histories";

const LINES = readFileSync(EXCERPT, "utf8").trimEnd().split("\n").slice(1, 121);
const fileOf = (lines: readonly string[]): string => [HEADER, ...lines, ""].join("\n");

/** Figures of the brand by bucket, and of its products by handle: the same in every world that holds the same sales. */
async function figuresOf(world: World, brandId: BrandId): Promise<readonly string[]> {
  await foldAll(world.deps);
  const products = await world.db.query.selectFrom("products").select(["id", "handle"]).execute();
  const handles = new Map(products.map(({ id, handle }) => [id, handle]));
  const rows = await listSalesRollups(world.db.query, brandId);
  return rows.map(({ brandId: _, productId, ...figures }) => JSON.stringify({ ...figures, product: handles.get(productId ?? "") })).sort();
}

onEachDatabase((open) => {
  describe("a purchase history", () => {
    it("gives the same figures in one file, in files that grow, and in files cut between invoices, however often each is taken in", async () => {
      const whole = await open();
      const reference = await addGiftShop(whole.deps);
      await importText(whole.deps, reference, fileOf(LINES));
      const expected = await figuresOf(whole, reference);
      const cuts = fc
        .uniqueArray(fc.integer({ min: 1, max: LINES.length - 1 }), { maxLength: 4 })
        .map((places) => [...places.sort((a, b) => a - b), LINES.length]);
      await fc.assert(
        fc.asyncProperty(cuts, fc.boolean(), fc.integer({ min: 0, max: 4 }), async (ends, growing, again) => {
          const world = await open();
          const brandId = await addGiftShop(world.deps);
          const files = growing ? ends.map((end) => LINES.slice(0, end)) : betweenInvoices(ends);
          for (const lines of files) await importText(world.deps, brandId, fileOf(lines));
          const repeated = files[again % files.length] ?? [];
          const summary = await importText(world.deps, brandId, fileOf(repeated));
          expect(summary).toMatchObject({ rows: repeated.length, alreadyImported: repeated.length });
          expect(await figuresOf(world, brandId)).toEqual(expected);
          await world.close();
        }),
        { numRuns: 6 },
      );
    });

    it("counts every row once, whatever the files were cut into", async () => {
      await fc.assert(
        fc.asyncProperty(fc.integer({ min: 1, max: LINES.length - 1 }), async (cut) => {
          const world = await open();
          const brandId = await addGiftShop(world.deps);
          for (const lines of [LINES.slice(0, cut), LINES.slice(cut), LINES]) {
            const { rows, sales, cancellations, skipped, alreadyImported } = await importText(world.deps, brandId, fileOf(lines));
            expect(rows).toBe(lines.length);
            expect(sales + cancellations + alreadyImported + Object.values(skipped).reduce((sum, count) => sum + count, 0)).toBe(rows);
          }
          await world.close();
        }),
        { numRuns: 4 },
      );
    });
  });

  it("keeps hostile texts of a catalogue as they are, or refuses them with their line", async () => {
    const world = await open();
    const brandId = await addGiftShop(world.deps);
    const texts = hostileTexts();
    const refusal = await takeCatalog(world, brandId, texts);
    const refused = new Set(refusal.errors.map(({ line }) => texts[line - 2]));
    expect(refusal.errors.every(({ message }) => message !== "")).toBe(true);
    expect(await world.db.query.selectFrom("products").select("id").execute()).toHaveLength(refusal.products);
    const kept = texts.filter((text) => !refused.has(text));
    expect(kept.length).toBeGreaterThan(20);
    expect(await takeCatalog(world, brandId, kept)).toMatchObject({ products: kept.length, errors: [] });
    const stored = await world.db.query.selectFrom("products").select(["handle", "title", "vendor"]).execute();
    const byHandle = new Map(stored.map(({ handle, ...product }) => [handle, product]));
    for (const [index, text] of kept.entries()) expect(byHandle.get(`h${index}`)).toEqual({ title: text.trim(), vendor: text.trim() });
    for (const text of kept.slice(0, 40)) {
      const found = await listProducts(world.deps, { brandId, search: text, status: "all", page: 1 });
      expect(found.total).toBeGreaterThanOrEqual(0);
    }
  });
});

/** Takes one file in that has a product for each text: its title, vendor, SKU and option. */
async function takeCatalog(world: World, brandId: BrandId, texts: readonly string[]): Promise<CatalogSummary> {
  const quoted = (text: string): string => `"${text.replaceAll('"', '""')}"`;
  const rows = texts.map((text, index) => `h${index},${[text, text, text, "Kind", text].map(quoted).join(",")},1`);
  const body = ["Handle,Title,Vendor,Variant SKU,Option1 Name,Option1 Value,Variant Price", ...rows].join("\n");
  const requested = await requestCatalogImport(world.deps, {
    brandId,
    requestedBy: null,
    fileName: texts[0] ?? "",
    body,
    idempotencyKey: body,
  });
  if (!requested.ok) throw new Error(requested.error.kind);
  const imported = await importCatalog(world.deps, requested.value);
  if (!imported.ok) throw new Error(imported.error.kind);
  return imported.value;
}

/** Files that end where an invoice ends, at or after the given places. */
function betweenInvoices(ends: readonly number[]): readonly (readonly string[])[] {
  const invoice = (at: number): string | undefined => LINES[at]?.split(",")[0];
  const files: (readonly string[])[] = [];
  let from = 0;
  for (const end of ends) {
    let to = Math.max(end, from);
    while (to < LINES.length && invoice(to) === invoice(to - 1)) to += 1;
    if (to > from) files.push(LINES.slice(from, to));
    from = to;
  }
  return files;
}

function hostileTexts(): readonly string[] {
  const own = readFileSync("tests/support/fixtures/naughty-strings.txt", "utf8").split("\n");
  const more = "../shared/data/vectors/blns.json";
  const shared = existsSync(more) ? (JSON.parse(readFileSync(more, "utf8")) as readonly string[]) : [];
  return [...new Set([...own, ...shared])].filter((text) => text.trim() !== "" && !/[\r\n]/.test(text));
}
