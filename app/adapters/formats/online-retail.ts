import { createHash } from "node:crypto";
import { type HistoryRow, UnreadableFileError } from "~/domain/history/history-row";
import { streamCsv } from "./csv";

/** The columns and what they are called. Source: UCI Machine Learning Repository, "Online Retail" (id 352). */
const COLUMNS = {
  invoice: "InvoiceNo",
  code: "StockCode",
  description: "Description",
  quantity: "Quantity",
  date: "InvoiceDate",
  unitPrice: "UnitPrice",
  customer: "CustomerID",
  country: "Country",
} as const;
type Field = keyof typeof COLUMNS;
const FIELDS = Object.keys(COLUMNS) as readonly Field[];

/**
 * Streams the rows of an Online Retail CSV. Columns are found by name in any order and others are ignored.
 * Errors: UnreadableFileError when a column is missing, the file is empty, is not UTF-8, or a quote is never closed.
 */
export async function* readOnlineRetail(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<HistoryRow> {
  let places: ReadonlyMap<Field, number> | undefined;
  let width = 0;
  try {
    for await (const cells of streamCsv(checkUtf8(bytes))) {
      if (places === undefined) {
        places = findColumns(cells);
        width = cells.length;
      } else yield rowOf(cells, places, width);
    }
  } catch (error) {
    throw readableError(error);
  }
  if (places === undefined)
    throw new UnreadableFileError(`The file is empty. Its first line must name the columns: ${columnNames(FIELDS)}.`);
}

/** Hands the chunks on once they are known to be text. Errors: UnreadableFileError in place of the first chunk that is not. */
async function* checkUtf8(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  const decoder = new TextDecoder("utf-8", { fatal: true });
  for await (const chunk of bytes) {
    decode(() => decoder.decode(chunk, { stream: true }));
    yield chunk;
  }
  decode(() => decoder.decode());
}

function decode(read: () => string): void {
  try {
    read();
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    throw new UnreadableFileError("The file is not readable as text (UTF-8). Save it as CSV UTF-8 and import it again.");
  }
}

function findColumns(header: readonly string[]): ReadonlyMap<Field, number> {
  const names = header.map((name) => name.trim().toLowerCase());
  const places = new Map(FIELDS.map((field) => [field, names.indexOf(COLUMNS[field].toLowerCase())]));
  const missing = FIELDS.filter((field) => places.get(field) === -1);
  if (missing.length === 0) return places;
  const found = header
    .slice(0, 20)
    .map((name) => name.slice(0, 40))
    .join(", ");
  throw new UnreadableFileError(
    `This is no Online Retail file: the column${missing.length === 1 ? "" : "s"} ${columnNames(missing)} ` +
      `${missing.length === 1 ? "is" : "are"} missing. Its first line has: ${found}. Add what is missing to the first line (names as here).`,
  );
}

function rowOf(cells: readonly string[], places: ReadonlyMap<Field, number>, width: number): HistoryRow {
  const named = Object.fromEntries(FIELDS.map((field) => [field, cells[places.get(field) ?? -1] ?? ""])) as Record<Field, string>;
  const ragged = cells.length !== width;
  return { ...named, ragged, digest: digestOf(ragged ? cells : FIELDS.map((field) => named[field])) };
}

/** 128 bits: two different rows of one history share them with a chance below 10⁻²⁰ even in a thousand million rows. */
function digestOf(cells: readonly string[]): string {
  return createHash("sha256").update(JSON.stringify(cells)).digest("hex").slice(0, 32);
}

function columnNames(fields: readonly Field[]): string {
  return fields.map((field) => COLUMNS[field]).join(", ");
}

function readableError(error: unknown): unknown {
  if (!(error instanceof Error) || !("code" in error)) return error;
  if (error.code === "CSV_QUOTE_NOT_CLOSED" || error.code === "CSV_MAX_RECORD_SIZE") {
    return new UnreadableFileError(
      `A quoted cell is never closed (${error.message}). Add the missing quote and import again; rows before it are kept.`,
    );
  }
  return error;
}
