import { expect, it } from "vitest";
import { parseCatalogSearch } from "~/schemas/catalog-search";

const parse = (query: string) => parseCatalogSearch(new URLSearchParams(query));

it("shows everything from the first page when nothing is said", () => {
  expect(parse("")).toEqual({ ok: true, value: { q: "", status: "all", page: 1 } });
  expect(parse("q=+silk+&status=draft&page=3")).toEqual({ ok: true, value: { q: "silk", status: "draft", page: 3 } });
});

it.each(["page=0", "page=-1", "page=1e3", "page=9999999", "status=sold", `q=${"x".repeat(201)}`])("refuses %s", (query) => {
  expect(parse(query)).toMatchObject({ ok: false, error: { field: query.split("=")[0] } });
});
