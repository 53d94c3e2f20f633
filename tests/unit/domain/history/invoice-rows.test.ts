import { expect, it } from "vitest";
import type { HistoryRow } from "~/domain/history/history-row";
import { type ChunkLimits, chunkInvoices, countRows, type InvoiceRows } from "~/domain/history/invoice-rows";
import { historyRow, stream } from "~tests/support/histories";

const rowsOf = (invoices: string): readonly HistoryRow[] =>
  [...invoices].map((invoice, index) => historyRow({ invoice, code: String(index) }));
const limits = (of: Partial<ChunkLimits>): ChunkLimits => ({ heldRows: 1_000, heldInvoices: 1_000, rows: 1_000, invoices: 1_000, ...of });

async function chunksOf(rows: readonly HistoryRow[], of: Partial<ChunkLimits> = {}): Promise<readonly (readonly InvoiceRows[])[]> {
  const chunks: (readonly InvoiceRows[])[] = [];
  for await (const chunk of chunkInvoices(stream(rows), limits(of))) chunks.push(chunk);
  return chunks;
}

const shape = (chunks: readonly (readonly InvoiceRows[])[]) =>
  chunks.map((chunk) => chunk.map(({ invoice, rows }) => `${invoice}${rows.map(({ ordinal }) => ordinal).join("")}`));

it("brings scattered rows of an invoice together and numbers them in file order", async () => {
  expect(shape(await chunksOf(rowsOf("aabacb")))).toEqual([["a123", "c1", "b12"]]);
});

it("writes the longest untouched invoices first when it holds too much", async () => {
  expect(shape(await chunksOf(rowsOf("aabbcc"), { heldRows: 4, rows: 2 }))).toEqual([["a12"], ["b12"], ["c12"]]);
  expect(shape(await chunksOf(rowsOf("abcd"), { heldInvoices: 2, invoices: 1 }))).toEqual([["a1"], ["b1"], ["c1"], ["d1"]]);
});

it("goes on counting when an invoice was written before its last row", async () => {
  expect(shape(await chunksOf(rowsOf("aaaaa"), { heldRows: 2 }))).toEqual([["a123"], ["a45"]]);
  expect(shape(await chunksOf(rowsOf("abca"), { heldInvoices: 2, invoices: 1 }))).toEqual([["a1"], ["b1"], ["c1"], ["a2"]]);
});

it("loses and doubles no row whatever the limits", async () => {
  const rows = rowsOf("abcabcddddeaab");
  for (const heldRows of [1, 2, 3, 5]) {
    const chunks = await chunksOf(rows, { heldRows, heldInvoices: 2, rows: 3, invoices: 2 });
    expect(chunks.reduce((sum, chunk) => sum + countRows(chunk), 0)).toBe(rows.length);
    const seen = chunks.flat().flatMap(({ rows: placed }) => placed.map(({ row }) => row.code));
    expect(new Set(seen).size).toBe(rows.length);
  }
});

it("identifies rows without a usable invoice number by their content", async () => {
  const nameless = historyRow({ invoice: " " });
  const chunks = await chunksOf([nameless, historyRow({ invoice: "\0" }), nameless]);
  expect(chunks.flat().map(({ invoice, rows }) => [invoice.startsWith("row:"), rows.length])).toEqual([
    [true, 1],
    [true, 2],
  ]);
});
