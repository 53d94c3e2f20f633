import { existsSync, readdirSync, readFileSync } from "node:fs";
import fc from "fast-check";
import { expect, it } from "vitest";
import { readCsv, streamCsv } from "~/adapters/formats/csv";
import { formats } from "~/adapters/formats/formats";
import { draftProducts } from "~/domain/catalog/draft-products";
import { classifyRow } from "~/domain/history/classify-row";
import type { Currency } from "~/domain/kernel/currency";
import { HEADER, stream } from "~tests/support/histories";

const cell = fc.oneof(fc.string(), fc.string({ unit: fc.constantFrom("a", '"', ",", "\n", "\r", " ", "é", "💐", ";") }));
const records = fc.array(fc.array(cell, { minLength: 2, maxLength: 5 }), { maxLength: 8 });
const ending = fc.constantFrom("\n", "\r\n");

const quoted = (text: string): string => `"${text.replaceAll('"', '""')}"`;
const print = (rows: readonly (readonly string[])[], end: string): string => rows.map((row) => row.map(quoted).join(",") + end).join("");

it("reads back any cells that were written with quotes, and knows the line each record starts on", () => {
  fc.assert(
    fc.property(records, ending, (rows, end) => {
      const read = readCsv(`\uFEFF${print(rows, end)}`);
      expect(read.map(({ cells }) => cells)).toEqual(rows);
      const lines = rows.map((_, index) => print(rows.slice(0, index), end).split(/\r\n|\r|\n/).length);
      expect(read.map(({ line }) => line)).toEqual(lines);
    }),
  );
});

it("streams the same however the bytes are cut", async () => {
  await fc.assert(
    fc.asyncProperty(records, ending, fc.integer({ min: 1, max: 20 }), async (rows, end, size) => {
      const bytes = new TextEncoder().encode(print(rows, end));
      const chunks = Array.from({ length: Math.ceil(bytes.length / size) }, (_, at) => bytes.slice(at * size, (at + 1) * size));
      const read: (readonly string[])[] = [];
      for await (const cells of streamCsv(stream(chunks))) read.push(cells);
      expect(read).toEqual(rows);
    }),
  );
});

it("takes any text for a catalogue apart without failing, and tells what is wrong", () => {
  const text = fc.oneof(
    fc.string({ unit: "binary", maxLength: 300 }),
    records.map((rows) => print(rows, "\n")),
  );
  fc.assert(
    fc.property(text, (body) => {
      const feed = formats.readCatalog("shopify", `Handle,Title,Variant Price,Option1 Name,Image Src\n${body}`);
      const { drafts, errors } = draftProducts(feed, "EUR" as Currency);
      if (errors.length === 0)
        for (const { handle, title, variants } of drafts) expect([handle, title, variants.length].every(Boolean)).toBe(true);
    }),
    { numRuns: 500 },
  );
});

it("classifies any row of a history without failing", async () => {
  await fc.assert(
    fc.asyncProperty(records, async (rows) => {
      const text = `${HEADER}\n${print(
        rows.map((row) => [...row, ...Array<string>(8).fill("")].slice(0, 8)),
        "\n",
      )}`;
      for await (const row of formats.readHistory("online-retail", stream([new TextEncoder().encode(text)]))) {
        expect(["sale", "cancellation", "negative_quantity", "zero_price", "malformed"]).toContain(classifyRow(row).kind);
      }
    }),
  );
});

const SPECTRUM = "../shared/data/vectors";
/** Files without rows have no objects to compare, and one published answer names another telephone number than its file. */
const NO_ANSWER = ["empty.csv", "empty_crlf.csv", "location_coordinates.csv"];

it.each(
  existsSync(`${SPECTRUM}/csv-spectrum-csvs`)
    ? readdirSync(`${SPECTRUM}/csv-spectrum-csvs`).filter((name) => !NO_ANSWER.includes(name))
    : [],
)("reads %s as its published answer", (name) => {
  const [header, ...rows] = readCsv(readFileSync(`${SPECTRUM}/csv-spectrum-csvs/${name}`, "utf8")).map(({ cells }) => cells);
  const objects = rows.map((cells) => Object.fromEntries((header ?? []).map((column, at) => [column, cells[at]])));
  expect(objects).toEqual(JSON.parse(readFileSync(`${SPECTRUM}/csv-spectrum-json/${name.replace(".csv", ".json")}`, "utf8")));
});
