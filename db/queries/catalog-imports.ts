import { z } from "zod";
import type { CatalogImport, CatalogSummary, ImportState } from "~/domain/catalog/catalog-import";
import type { CatalogFormat } from "~/domain/catalog/feed";
import { isRowProblem, type RowProblem } from "~/domain/catalog/row-error";
import type { BrandId, ImportId, Instant, PersonId } from "~/domain/kernel/branded";
import type { Queryable } from "../open";
import type { Tx } from "../transaction";

const rowError = z.strictObject({
  line: z.int(),
  field: z.string(),
  value: z.string(),
  kind: z.custom<RowProblem["kind"]>((kind) => typeof kind === "string" && isRowProblem(kind)),
  params: z.record(z.string(), z.union([z.string(), z.number()])),
  message: z.string(),
});

const summary: z.ZodType<CatalogSummary> = z.strictObject({
  rows: z.int(),
  products: z.int(),
  variants: z.int(),
  images: z.int(),
  errors: z.array(rowError).readonly(),
});

/** All but the file itself, which can be large. */
const FACTS = ["id", "brand_id", "file_name", "format", "state", "rows_done", "result", "created_at", "finished_at"] as const;

/** Stores a file to be imported. */
export async function insertCatalogImport(
  tx: Tx,
  wanted: {
    readonly importId: ImportId;
    readonly brandId: BrandId;
    readonly requestedBy: PersonId | null;
    readonly fileName: string;
    readonly format: CatalogFormat;
    readonly body: string;
    readonly now: Instant;
  },
): Promise<void> {
  await tx
    .insertInto("catalog_imports")
    .values({
      id: wanted.importId,
      brand_id: wanted.brandId,
      requested_by: wanted.requestedBy,
      file_name: wanted.fileName,
      format: wanted.format,
      state: "queued",
      body: wanted.body,
      result: null,
      created_at: wanted.now,
      finished_at: null,
    })
    .execute();
}

/** An import by its id; of this brand only when one is given. */
export async function findCatalogImport(
  q: Queryable,
  asked: { readonly importId: ImportId; readonly brandId?: BrandId },
): Promise<CatalogImport | undefined> {
  const found = q.selectFrom("catalog_imports").select(FACTS).where("id", "=", asked.importId);
  const row = await (asked.brandId === undefined ? found : found.where("brand_id", "=", asked.brandId)).executeTakeFirst();
  return row === undefined ? undefined : importOf(row);
}

/** The brand's latest imports, newest first. */
export async function listLatestImports(
  q: Queryable,
  asked: { readonly brandId: BrandId; readonly limit: number },
): Promise<readonly CatalogImport[]> {
  const rows = await q
    .selectFrom("catalog_imports")
    .select(FACTS)
    .where("brand_id", "=", asked.brandId)
    .orderBy("created_at", "desc")
    .orderBy("id", "desc")
    .limit(asked.limit)
    .execute();
  return rows.map(importOf);
}

/** The stored file; empty once the import is done or refused. */
export async function readImportBody(q: Queryable, importId: ImportId): Promise<string> {
  const row = await q.selectFrom("catalog_imports").select("body").where("id", "=", importId).executeTakeFirstOrThrow();
  return row.body;
}

/** States from which an import can still come to its end. */
const UNENDED: readonly ImportState[] = ["queued", "running", "failed"];

/** Says that an import that has not ended, or was given up, runs from its beginning. */
export async function startCatalogImport(tx: Tx, importId: ImportId): Promise<void> {
  await tx
    .updateTable("catalog_imports")
    .set({ state: "running", rows_done: 0, finished_at: null })
    .where("id", "=", importId)
    .where("state", "in", UNENDED)
    .execute();
}

/** Says how many rows a running import has read. */
export async function writeImportProgress(tx: Tx, progress: { readonly importId: ImportId; readonly rowsDone: number }): Promise<void> {
  await tx
    .updateTable("catalog_imports")
    .set({ rows_done: progress.rowsDone })
    .where("id", "=", progress.importId)
    .where("state", "=", "running")
    .execute();
}

/** Says that imports that have not ended were given up; their files stay, so that they can run again. */
export async function failCatalogImports(tx: Tx, given: { readonly importIds: readonly ImportId[]; readonly now: Instant }): Promise<void> {
  if (given.importIds.length === 0) return;
  await tx
    .updateTable("catalog_imports")
    .set({ state: "failed", finished_at: given.now })
    .where("id", "in", given.importIds)
    .where("state", "in", ["queued", "running"])
    .execute();
}

/** Ends an import that has not ended and lets go of its file; `false` when another process ended it first. */
export async function endCatalogImport(
  tx: Tx,
  end: { readonly importId: ImportId; readonly state: "done" | "refused"; readonly result: CatalogSummary; readonly now: Instant },
): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable("catalog_imports")
    .set({ state: end.state, body: "", rows_done: end.result.rows, result: JSON.stringify(end.result), finished_at: end.now })
    .where("id", "=", end.importId)
    .where("state", "in", UNENDED)
    .executeTakeFirstOrThrow();
  return numUpdatedRows === 1n;
}

function importOf(row: {
  readonly id: string;
  readonly brand_id: string;
  readonly file_name: string;
  readonly format: string;
  readonly state: string;
  readonly rows_done: number;
  readonly result: string | null;
  readonly created_at: number;
  readonly finished_at: number | null;
}): CatalogImport {
  return {
    importId: row.id as ImportId,
    brandId: row.brand_id as BrandId,
    fileName: row.file_name,
    format: row.format as CatalogFormat,
    state: row.state as ImportState,
    rowsDone: row.rows_done,
    result: row.result === null ? null : summary.parse(JSON.parse(row.result)),
    createdAt: row.created_at as Instant,
    finishedAt: row.finished_at as Instant | null,
  };
}
