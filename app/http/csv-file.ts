import { stringify } from "csv-stringify/sync";

/** A table for a file: the first row names the columns. */
export type CsvTable = { readonly head: readonly string[]; readonly rows: readonly (readonly (string | number)[])[] };

/**
 * A table as a CSV download (RFC 4180, UTF-8 with a byte order mark, which spreadsheets need to read accents).
 * Texts that a spreadsheet would take for a formula get an apostrophe in front; numbers stay as they are.
 */
export function csvFile(name: string, table: CsvTable): Response {
  const body = stringify(
    [table.head, ...table.rows].map((row) => row.map(neutral)),
    { bom: true, record_delimiter: "\r\n" },
  );
  return new Response(body, {
    headers: {
      "Content-Type": "text/csv; charset=utf-8",
      "Content-Disposition": `attachment; filename="${name.replace(/[^\w.-]/g, "_")}"`,
      "Cache-Control": "private, no-store",
    },
  });
}

/** Source: OWASP, CSV injection. A plain negative number is no formula. */
function neutral(cell: string | number): string | number {
  if (typeof cell === "number" || /^-?\d+(\.\d+)?$/.test(cell)) return cell;
  return /^[=+\-@\t\r]/.test(cell) ? `'${cell}` : cell;
}
