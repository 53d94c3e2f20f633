import { existsSync } from "node:fs";
import { afterAll, beforeAll, expect, it } from "vitest";
import { type CommandLine, commandLine } from "~tests/support/command-line";

const FIXTURES = "tests/support/fixtures";
let line: CommandLine;

beforeAll(async () => {
  line = await commandLine();
  await line.ask("create-brand", "Brume", "--currency", "EUR", "--timezone", "Europe/Paris", "--country", "FR");
});
afterAll(() => line.remove());

it("imports a catalogue and says what it holds, the same a second time", async () => {
  const file = `${FIXTURES}/shopify-products.csv`;
  const expected = { rows: 7, products: 4, variants: 6, images: 4, errors: [] };
  expect(await line.ask("import-catalog", file, "--brand", "brume")).toEqual(expected);
  expect(await line.ask("import-catalog", file, "--brand", "brume")).toEqual(expected);
  expect((await line.call("import-catalog", file, "--brand", "brume")).stdout).toContain("4 products, 6 variants, 4 pictures imported");
});

it("fails with every error in one document, each with exactly line, field, value and message", async () => {
  const { code: status, stdout: out } = await line.call(
    "import-catalog",
    `${FIXTURES}/shopify-with-errors.csv`,
    "--brand",
    "brume",
    "--json",
  );
  expect(status).toBe(1);
  const told = JSON.parse(out) as { readonly errors: readonly Record<string, unknown>[] };
  expect(told).toMatchObject({ rows: 7, products: 0, variants: 0, images: 0 });
  expect(told.errors).toHaveLength(15);
  for (const error of told.errors) expect(Object.keys(error)).toEqual(["line", "field", "value", "message"]);
  expect(told.errors[0]).toEqual({
    line: 2,
    field: "Variant Price",
    value: "19,90",
    message: "This is no price. Write a plain number with a point and without currency sign, such as 19.90.",
  });
  const readable = await line.call("import-catalog", `${FIXTURES}/shopify-with-errors.csv`, "--brand", "brume");
  expect(readable.stdout).toContain("Nothing was imported: 15 errors in 7 rows");
});

it("refuses files of no known format and names the accepted ones", async () => {
  const { code: status, stderr: err } = await line.call("import-catalog", `${FIXTURES}/online-retail-excerpt.csv`, "--brand", "brume");
  expect([status, err.includes("shopify"), err.includes("InvoiceNo")]).toEqual([1, true, true]);
});

const FEEDS = [
  { name: "apparel", expected: { rows: 22, products: 20, variants: 22, images: 20, errors: [] } },
  { name: "home-and-garden", expected: { rows: 21, products: 20, variants: 21, images: 21, errors: [] } },
].map((feed) => ({ ...feed, file: `../shared/data/feeds/${feed.name}.csv` }));

it.each(FEEDS.filter(({ file }) => existsSync(file)))("imports the sample feed $name", async ({ file, expected }) => {
  expect(await line.ask("import-catalog", file, "--brand", "brume")).toEqual(expected);
});
