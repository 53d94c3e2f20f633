import type { Brand } from "~/domain/catalog/brand";
import type { CatalogImport, CatalogSummary } from "~/domain/catalog/catalog-import";
import { draftProducts } from "~/domain/catalog/draft-products";
import { isUnchanged, planProduct } from "~/domain/catalog/plan-product";
import type { ProductDraft } from "~/domain/catalog/product";
import type { ImportId } from "~/domain/kernel/branded";
import { done, type Outcome, refused } from "~/domain/kernel/outcome";
import { findBrandBy } from "~db/queries/brands";
import { endCatalogImport, findCatalogImport, readImportBody, startCatalogImport, writeImportProgress } from "~db/queries/catalog-imports";
import { writeProducts } from "~db/queries/catalog-writes";
import { recordEvents } from "~db/queries/events";
import { findCatalogProducts } from "~db/queries/stored-catalog";
import { isDuplicate, type Tx, transact } from "~db/transaction";
import type { Deps } from "./deps";

/** Products read and written at a time, so that statements stay of one size. */
const PRODUCTS_PER_CHUNK = 200;

/** Two imports that bring the same new handle at the same moment: the loser finds it at its second try. */
const ATTEMPTS = 3;

/**
 * Imports a requested file: reads all of it, and either refuses it with every error or writes every product in
 * one transaction together with the import's end. So it may be called again after a crash, or twice at once:
 * an import that is done or refused answers with its result, one that failed runs again.
 */
export async function importCatalog(
  deps: Deps,
  { importId }: { readonly importId: ImportId },
): Promise<Outcome<CatalogSummary, { readonly kind: "import_not_found" }>> {
  const wanted = await findCatalogImport(deps.db.query, { importId });
  if (wanted === undefined) return refused({ kind: "import_not_found" });
  if (wanted.result !== null) return done(wanted.result);
  const brand = await findBrandBy(deps.db.query, { brandId: wanted.brandId });
  if (brand === undefined) throw new Error(`Import ${importId} belongs to the unknown brand ${wanted.brandId}`);
  await transact(deps.db, (tx) => startCatalogImport(tx, importId));
  const feed = deps.formats.readCatalog(wanted.format, await readImportBody(deps.db.query, importId));
  const { drafts, errors } = draftProducts(feed, brand.currency);
  await transact(deps.db, (tx) => writeImportProgress(tx, { importId, rowsDone: feed.rowCount }));
  const summary = errors.length === 0 ? countDrafts(feed.rowCount, drafts) : { rows: feed.rowCount, ...NOTHING, errors };
  return done(await end(deps, { wanted, brand, drafts, summary }));
}

const NOTHING = { products: 0, variants: 0, images: 0 };

type Ready = {
  readonly wanted: CatalogImport;
  readonly brand: Brand;
  readonly drafts: readonly ProductDraft[];
  readonly summary: CatalogSummary;
};

async function end(deps: Deps, ready: Ready): Promise<CatalogSummary> {
  for (let attempt = 1; ; attempt++) {
    try {
      const result = await transact(deps.db, (tx) => endOnce(deps, tx, ready));
      deps.faults.reach("import.after_commit");
      return result;
    } catch (error) {
      if (attempt >= ATTEMPTS || !isDuplicate(error)) throw error;
    }
  }
}

async function endOnce(deps: Deps, tx: Tx, { wanted, brand, drafts, summary }: Ready): Promise<CatalogSummary> {
  const { importId } = wanted;
  const now = deps.clock.now();
  const state = summary.errors.length === 0 ? "done" : "refused";
  const ended = await endCatalogImport(tx, { importId, state, result: summary, now });
  if (!ended) return (await findCatalogImport(tx, { importId }))?.result ?? summary;
  if (state === "done") {
    for (let at = 0; at < drafts.length; at += PRODUCTS_PER_CHUNK) {
      await writeDrafts(deps, tx, { wanted, brand, drafts: drafts.slice(at, at + PRODUCTS_PER_CHUNK) });
    }
    const payload = { importId, products: summary.products, variants: summary.variants };
    await recordEvents(tx, deps, [{ type: "catalog.imported", brandId: brand.brandId, subjectId: importId, occurredAt: now, payload }]);
  }
  deps.faults.reach("import.before_commit");
  return summary;
}

async function writeDrafts(deps: Deps, tx: Tx, { wanted, brand, drafts }: Omit<Ready, "summary">): Promise<void> {
  const { brandId } = brand;
  const stored = await findCatalogProducts(tx, { brandId, handles: drafts.map(({ handle }) => handle) });
  const byHandle = new Map(stored.map((product) => [product.handle, product]));
  const writes = drafts
    .map((draft) => planProduct(draft, byHandle.get(draft.handle), deps.ids.next))
    .filter((write) => !isUnchanged(write));
  const origin = { brandId, sourceId: wanted.importId, now: deps.clock.now(), nextMovementId: () => deps.ids.next("mov") };
  await writeProducts(tx, origin, writes);
}

function countDrafts(rows: number, drafts: readonly ProductDraft[]): CatalogSummary {
  const count = (of: (draft: ProductDraft) => number): number => drafts.reduce((sum, draft) => sum + of(draft), 0);
  return {
    rows,
    products: drafts.length,
    variants: count(({ variants }) => variants.length),
    images: count(({ images }) => images.length),
    errors: [],
  };
}
