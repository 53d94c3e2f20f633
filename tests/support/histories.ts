import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { formats } from "~/adapters/formats/formats";
import type { HistoryRow } from "~/domain/history/history-row";
import type { HistorySummary } from "~/domain/history/history-summary";
import type { BrandId } from "~/domain/kernel/branded";
import { claimEvents } from "~/services/claim-events";
import { createBrand } from "~/services/create-brand";
import type { Deps } from "~/services/deps";
import { foldEvents } from "~/services/fold-events";
import { importHistory } from "~/services/import-history";

/** Real purchases: see the README beside the file. */
export const EXCERPT = "tests/support/fixtures/online-retail-excerpt.csv";

/** The eight whole days, where the sample data lie beside the repository; none elsewhere. */
export function wholeDays(): readonly string[] {
  const folder = join("..", "shared", "data", "online-retail");
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((name) => name.endsWith(".csv"))
    .sort()
    .map((name) => join(folder, name));
}

export const HEADER = "InvoiceNo,StockCode,Description,Quantity,InvoiceDate,UnitPrice,CustomerID,Country";

/** A history row as the file reader gives it; a plain sale but for what is named. */
export function historyRow(cells: Partial<Omit<HistoryRow, "digest">> = {}): HistoryRow {
  const row = {
    invoice: "536365",
    code: "85123A",
    description: "HOLDER",
    quantity: "6",
    date: "2010-12-01 08:26:00",
    unitPrice: "2.55",
    customer: "17850.0",
    country: "United Kingdom",
    ragged: false,
    ...cells,
  };
  return { ...row, digest: createHash("sha256").update(JSON.stringify(row)).digest("hex").slice(0, 32) };
}

/** The list, one by one. */
export async function* stream<Item>(items: readonly Item[]): AsyncGenerator<Item> {
  for (const item of items) yield item;
}

/** A brand as the sample purchases need it. */
export async function addGiftShop(deps: Deps, options: Partial<Parameters<typeof createBrand>[1]> = {}): Promise<BrandId> {
  const wanted = { name: "Gift Shop", currency: "GBP", timezone: "Europe/London", country: "GB", ...options };
  const created = await createBrand(deps, wanted);
  if (!created.ok) throw new Error(created.error.kind);
  return created.value.brandId;
}

/** Takes a file of this text in, as one file. */
export function importText(deps: Deps, brandId: BrandId, text: string): Promise<HistorySummary> {
  const rows = formats.readHistory("online-retail", stream([new TextEncoder().encode(text)]));
  return importHistory(deps, { brandId, source: "online-retail", rows });
}

/** Takes a file in. */
export function importFile(deps: Deps, brandId: BrandId, path: string): Promise<HistorySummary> {
  return importText(deps, brandId, readFileSync(path, "utf8"));
}

/** Folds every event that waits into the projections. */
export async function foldAll(deps: Deps): Promise<void> {
  for (;;) {
    const claimed = await claimEvents(deps, { consumer: "projections.fold", batchSize: 500, batchesAhead: 8 });
    if (claimed === null) return;
    await foldEvents(deps, { batchId: claimed.batchId });
  }
}
