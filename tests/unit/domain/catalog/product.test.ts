import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { PRODUCT_STATUSES } from "~/domain/catalog/product";

it("has the statuses the database accepts", () => {
  const table = /create table products[^`]*status in \(([^)]*)\)/.exec(readFileSync("db/migrations/0001-the-house.ts", "utf8"));
  const accepted = table?.[1]?.split(",").map((status) => status.trim().replaceAll("'", ""));
  expect([...PRODUCT_STATUSES].sort()).toEqual(accepted?.sort());
});
