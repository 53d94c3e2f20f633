import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { BRAND_STATUSES, parseSlug, slugOf } from "~/domain/catalog/brand";

it("makes readable slugs of names", () => {
  expect(slugOf("Gift Shop")).toBe("gift-shop");
  expect(slugOf("  Maison Lumière & Fils ")).toBe("maison-lumiere-fils");
  expect(slugOf("Ærø")).toMatch(/^[a-z0-9-]+$/);
});

it("always makes a slug that may stand in an address", () => {
  for (const name of ["田中", "!", "a", "new", "x".repeat(200), "-".repeat(80), "👗"]) expect(parseSlug(slugOf(name))).toBe(slugOf(name));
});

it("refuses slugs that break addresses or stand for something else", () => {
  for (const slug of ["", "a", "New", "a--b", "-a", "a-", "a b", "é", "new", "import", "x".repeat(61)])
    expect(parseSlug(slug)).toBeUndefined();
  expect(parseSlug("maison-42")).toBe("maison-42");
});

it("has the statuses the database accepts", () => {
  const table = /create table brands[^`]*status in \(([^)]*)\)/.exec(readFileSync("db/migrations/0001-the-house.ts", "utf8"));
  const accepted = table?.[1]?.split(",").map((status) => status.trim().replaceAll("'", ""));
  expect([...BRAND_STATUSES].sort()).toEqual(accepted?.sort());
});
