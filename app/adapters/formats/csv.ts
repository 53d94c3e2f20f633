import { pipeline } from "node:stream";
import { type Options, parse } from "csv-parse";
import { parse as parseAll } from "csv-parse/sync";

/**
 * How every file is read: UTF-8 with or without byte order mark, any line ending, stray quotes taken as
 * written, rows of any length. Blank lines stay, so that lines can be counted.
 */
const CSV = {
  bom: true,
  record_delimiter: ["\r\n", "\n", "\r"],
  relax_column_count: true,
  relax_quotes: true,
  skip_empty_lines: false,
  // A quote that is never closed swallows the rest of the file: a record of a million bytes is that, not a product.
  max_record_size: 1_000_000,
} satisfies Options;

/** A CSV record and the line of the file where it starts (the first line is 1), counting line breaks inside quotes. */
export type CsvRecord = { readonly line: number; readonly cells: readonly string[] };

/** All records of a text, blank lines left out. Errors: csv-parse's, e.g. for a quote that is never closed. */
export function readCsv(text: string): readonly CsvRecord[] {
  const records: CsvRecord[] = [];
  let line = 1;
  for (const cells of parseAll(text, CSV) as readonly (readonly string[])[]) {
    if (!isBlank(cells)) records.push({ line, cells });
    line += 1 + lineBreaks(cells);
  }
  return records;
}

/** The cells of the first line that is not blank, read from the beginning of a text of any length; none when there is none. */
export function readCsvStart(text: string): readonly string[] {
  const records = parseAll(text.slice(0, START_CHARACTERS), { ...CSV, to: START_RECORDS }) as readonly (readonly string[])[];
  return records.find((cells) => !isBlank(cells)) ?? [];
}

/** A hundred column names fill a tenth of this. */
const START_CHARACTERS = 65_536;
const START_RECORDS = 10;

/** The records of a stream one by one, blank lines left out; no more than a few chunks are held. Errors: csv-parse's. */
export async function* streamCsv(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<readonly string[]> {
  const parser = parse(CSV);
  // A failure of the source or of the parser ends the iteration below with that error, so nothing is left to do here.
  pipeline(bytes, parser, () => undefined);
  for await (const cells of parser as AsyncIterable<readonly string[]>) if (!isBlank(cells)) yield cells;
}

function isBlank(cells: readonly string[]): boolean {
  return cells.length === 1 && (cells[0] ?? "").trim() === "";
}

function lineBreaks(cells: readonly string[]): number {
  let count = 0;
  for (const cell of cells) if (/[\r\n]/.test(cell)) count += cell.match(/\r\n|\r|\n/g)?.length ?? 0;
  return count;
}
