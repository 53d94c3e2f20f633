import { expect, it } from "vitest";
import { searchWords } from "~/domain/catalog/listed-product";

it("splits what was typed into words, each once and at most eight", () => {
  expect(searchWords("  linen  shirt linen ")).toEqual(["linen", "shirt"]);
  expect(searchWords("")).toEqual([]);
  expect(searchWords("a b c d e f g h i j")).toHaveLength(8);
  expect(searchWords("a\0b")).toEqual(["ab"]);
});
