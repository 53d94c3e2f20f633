import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { type CatalogImport, firstErrors, IMPORT_STATES, MAX_FILE_BYTES } from "~/domain/catalog/catalog-import";
import { rowError } from "~/domain/catalog/row-error";
import type { BrandId, ImportId, Instant } from "~/domain/kernel/branded";

it("has the states the database accepts", () => {
  const table = /create table catalog_imports[^`]*state in \(([^)]*)\)/.exec(readFileSync("db/migrations/0001-the-house.ts", "utf8"));
  const accepted = table?.[1]?.split(",").map((state) => state.trim().replaceAll("'", ""));
  expect([...IMPORT_STATES].sort()).toEqual(accepted?.sort());
});

it("takes files of twenty megabytes", () => {
  expect(MAX_FILE_BYTES).toBe(20 * 10 ** 6);
});

it("shows the first errors with how many there are, on how many lines", () => {
  const errors = [2, 2, 3, 9].map((line) => rowError({ line, field: "Title", value: "" }, { kind: "title_missing" }));
  const one: CatalogImport = {
    importId: "imp_1" as ImportId,
    brandId: "brd_1" as BrandId,
    fileName: "a.csv",
    format: "shopify",
    state: "refused",
    rowsDone: 9,
    result: { rows: 9, products: 0, variants: 0, images: 0, errors },
    createdAt: 0 as Instant,
    finishedAt: 1 as Instant,
  };
  expect(firstErrors(one, 3).result).toEqual({ ...one.result, errors: errors.slice(0, 3), errorCount: 4, errorLines: 3 });
  expect(firstErrors({ ...one, state: "running", result: null }, 3)).toMatchObject({ fileName: "a.csv", state: "running", result: null });
});
