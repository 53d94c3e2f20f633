import { expect, it } from "vitest";
import { CATALOG_FORMATS, FEED_FIELDS } from "~/domain/catalog/feed";

it("names each field and each format once", () => {
  expect(new Set(FEED_FIELDS).size).toBe(FEED_FIELDS.length);
  expect(new Set(CATALOG_FORMATS).size).toBe(CATALOG_FORMATS.length);
});

it("has a name and a value for each of three options", () => {
  for (const place of [1, 2, 3]) expect(FEED_FIELDS).toEqual(expect.arrayContaining([`option${place}Name`, `option${place}Value`]));
});
