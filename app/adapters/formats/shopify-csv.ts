import { CsvError } from "csv-parse/sync";
import { type CatalogFeed, type CatalogFormat, FEED_FIELDS, type FeedField, type FeedRow } from "~/domain/catalog/feed";
import { type RowError, rowError } from "~/domain/catalog/row-error";
import { done, type Outcome, refused } from "~/domain/kernel/outcome";
import { type CsvRecord, readCsv, readCsvStart } from "./csv";
import { plainText } from "./plain-text";

/**
 * Each field's columns, the usual one first; the first that is filled counts. Older exports and the newer
 * template name some of them differently. Source: Shopify Help Center, "Using CSV files to import and export
 * products" (2025) and its sample files; capitals do not count.
 */
const COLUMNS: Readonly<Record<FeedField, readonly string[]>> = {
  handle: ["Handle", "URL handle"],
  title: ["Title"],
  description: ["Body (HTML)", "Body HTML", "Description"],
  vendor: ["Vendor"],
  category: ["Type", "Custom Product Type", "Product Category", "Standardized Product Type"],
  published: ["Published", "Published on online store"],
  status: ["Status"],
  giftCard: ["Gift Card"],
  option1Name: ["Option1 Name"],
  option1Value: ["Option1 Value"],
  option2Name: ["Option2 Name"],
  option2Value: ["Option2 Value"],
  option3Name: ["Option3 Name"],
  option3Value: ["Option3 Value"],
  sku: ["Variant SKU", "SKU"],
  barcode: ["Variant Barcode", "Barcode"],
  price: ["Variant Price", "Price"],
  compareAt: ["Variant Compare At Price", "Compare-at price", "Compare At Price"],
  stock: ["Variant Inventory Qty", "Inventory quantity"],
  imageUrl: ["Image Src", "Product image URL"],
  imagePosition: ["Image Position"],
  imageAlt: ["Image Alt Text"],
  variantImage: ["Variant Image", "Variant image URL"],
};

const REQUIRED = ["handle", "title", "price"] as const satisfies readonly FeedField[];

/** Any of these makes a file a Shopify product file, perhaps with something missing. */
const TELLTALES = ["handle", "url handle", "variant price", "option1 value"];

/** Shopify's own template has about 60; metafields add some. */
const MAX_COLUMNS = 100;
/** A catalogue of 50,000 variants is imported in seconds; larger ones are split. */
const MAX_ROWS = 50_000;
/** Column names told to someone whose file is not recognised. */
const FOUND_SHOWN = 20;

/** Recognises a Shopify product CSV by its first line. */
export function recognizeShopify(
  text: string,
): Outcome<CatalogFormat, { readonly kind: "unknown_format"; readonly found: readonly string[] }> {
  const header = readCsvStart(text);
  if (header.some((name) => TELLTALES.includes(name.trim().toLowerCase()))) return done("shopify");
  return refused({ kind: "unknown_format", found: header.slice(0, FOUND_SHOWN).map((name) => name.trim().slice(0, 60)) });
}

/** Takes a Shopify product CSV apart: what is wrong with its shape stands in `errors`, nothing is thrown for the file's sake. */
export function readShopify(text: string): CatalogFeed {
  const records = recordsOf(text);
  if ("broken" in records) return { rows: [], rowCount: 0, columns: columnNames([]), errors: [records.broken] };
  const [header, ...data] = records.read;
  const places = placesOf(header?.cells ?? []);
  const columns = columnNames(header?.cells ?? []);
  const wrong = wrongShape(header, { data, places });
  if (wrong !== undefined) return { rows: [], rowCount: data.length, columns, errors: [wrong] };
  const width = header?.cells.length ?? 0;
  const tooWide = data.filter(({ cells }) => cells.slice(width).some((cell) => cell.trim() !== ""));
  const errors = tooWide.map(({ line, cells }) =>
    rowError(
      { line, field: cells[0] ?? "", value: cells.slice(width).join(",") },
      { kind: "too_many_cells", cells: cells.length, columns: width },
    ),
  );
  return { rows: data.map((record) => rowOf(record, places)), rowCount: data.length, columns, errors };
}

type Places = Readonly<Record<FeedField, readonly number[]>>;

function recordsOf(text: string): { readonly read: readonly CsvRecord[] } | { readonly broken: RowError } {
  try {
    return { read: readCsv(text) };
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    return { broken: rowError({ line: Number(error.lines ?? 1), field: "", value: "" }, { kind: "quote_not_closed" }) };
  }
}

function wrongShape(
  header: CsvRecord | undefined,
  { data, places }: { readonly data: readonly CsvRecord[]; readonly places: Places },
): RowError | undefined {
  const at = { line: header?.line ?? 1, field: "", value: "" };
  const missing = REQUIRED.filter((field) => places[field].length === 0).map((field) => COLUMNS[field][0] ?? field);
  if (missing.length > 0) {
    const columns = missing.join(", ");
    return rowError({ ...at, field: columns }, { kind: "columns_missing", columns });
  }
  if ((header?.cells.length ?? 0) > MAX_COLUMNS) return rowError(at, { kind: "too_many_columns", max: MAX_COLUMNS });
  const tooMany = data[MAX_ROWS];
  return tooMany === undefined ? undefined : rowError({ ...at, line: tooMany.line }, { kind: "too_many_rows", max: MAX_ROWS });
}

function placesOf(header: readonly string[]): Places {
  const names = header.map((name) => name.trim().toLowerCase());
  const find = (field: FeedField): readonly number[] =>
    COLUMNS[field].map((name) => names.indexOf(name.toLowerCase())).filter((place) => place >= 0);
  return Object.fromEntries(FEED_FIELDS.map((field) => [field, find(field)])) as Record<FeedField, readonly number[]>;
}

function columnNames(header: readonly string[]): Readonly<Record<FeedField, string>> {
  const places = placesOf(header);
  const name = (field: FeedField): string => header[places[field][0] ?? -1]?.trim() ?? COLUMNS[field][0] ?? field;
  return Object.fromEntries(FEED_FIELDS.map((field) => [field, name(field)])) as Record<FeedField, string>;
}

function rowOf({ line, cells }: CsvRecord, places: Places): FeedRow {
  const filled = (field: FeedField): string => {
    for (const place of places[field]) {
      const cell = (cells[place] ?? "").trim();
      if (cell !== "") return field === "description" ? plainText(cell) : cell;
    }
    return "";
  };
  return { ...(Object.fromEntries(FEED_FIELDS.map((field) => [field, filled(field)])) as Record<FeedField, string>), line };
}
