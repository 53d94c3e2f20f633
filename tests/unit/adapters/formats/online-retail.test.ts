import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { readOnlineRetail } from "~/adapters/formats/online-retail";
import { type HistoryRow, UnreadableFileError } from "~/domain/history/history-row";
import { EXCERPT, HEADER, stream } from "~tests/support/histories";

async function read(text: string): Promise<readonly HistoryRow[]> {
  const rows: HistoryRow[] = [];
  for await (const row of readOnlineRetail(stream([new TextEncoder().encode(text)]))) rows.push(row);
  return rows;
}

const LINE = "536365,85123A,HOLDER,6,2010-12-01 08:26:00,2.55,17850.0,United Kingdom";

it("reads real purchases", async () => {
  const rows = await read(readFileSync(EXCERPT, "utf8"));
  expect(rows).toHaveLength(342);
  expect(rows.filter(({ ragged }) => ragged)).toEqual([]);
  expect(new Set(rows.map(({ digest }) => digest)).size).toBeLessThan(rows.length);
});

it("finds columns by name in any order and ignores others", async () => {
  const [plain] = await read(`${HEADER}\n${LINE}`);
  const [mixed] = await read(
    "Country,Extra,unitprice,InvoiceNo,StockCode,Description,Quantity,CustomerID,InvoiceDate\r\nUnited Kingdom,x,2.55,536365,85123A,HOLDER,6,17850.0,2010-12-01 08:26:00\r\n",
  );
  expect(mixed).toEqual(plain);
});

it("gives equal rows the same fingerprint and others another one", async () => {
  const [one, two, three] = await read(`\uFEFF${HEADER}\n${LINE}\n${LINE}\n${LINE.replace("6,", "7,")}`);
  expect(one?.digest).toBe(two?.digest);
  expect(one?.digest).not.toBe(three?.digest);
});

it("marks rows of another width instead of failing", async () => {
  expect((await read(`${HEADER}\n1,2\n${LINE},more\n${LINE}`)).map(({ ragged }) => ragged)).toEqual([true, true, false]);
});

it("says which columns are missing, and that an empty file is empty", async () => {
  await expect(read("InvoiceNo,StockCode,Description,Quantity,InvoiceDate,Country\n1")).rejects.toThrow(
    /columns UnitPrice, CustomerID are missing/,
  );
  await expect(read("Handle,Title\n")).rejects.toThrow(UnreadableFileError);
  await expect(read("")).rejects.toThrow(/empty/);
});

it("refuses bytes that are no UTF-8 before it gives a row of their chunk", async () => {
  const text = new TextEncoder();
  const rows: string[] = [];
  const take = async (...chunks: readonly Uint8Array[]): Promise<void> => {
    rows.length = 0;
    for await (const row of readOnlineRetail(stream(chunks))) rows.push(row.description);
  };
  const row = (description: string): string => `${LINE.replace("HOLDER", description)}\n`;
  await expect(take(Buffer.from(`${HEADER}\n${row("mug")}${row("caf\u00e9")}`, "latin1"))).rejects.toThrow(UnreadableFileError);
  expect(rows).toEqual([]);
  await expect(take(text.encode(`${HEADER}\n${row("mug")}`), Uint8Array.of(0xe2, 0x82))).rejects.toThrow(/UTF-8/);
  await expect(take(Buffer.from(`\uFEFF${HEADER}\n${row("mug")}`, "utf16le"))).rejects.toThrow(/UTF-8/);
});

it("reads a letter that two chunks share", async () => {
  const bytes = new TextEncoder().encode(`${HEADER}\n${LINE.replace("HOLDER", "caf\u00e9")}\n`);
  const cut = bytes.indexOf(0xc3) + 1;
  const rows: HistoryRow[] = [];
  for await (const row of readOnlineRetail(stream([bytes.slice(0, cut), bytes.slice(cut)]))) rows.push(row);
  expect(rows.map(({ description }) => description)).toEqual(["caf\u00e9"]);
});

it("says that a quote is never closed", async () => {
  await expect(read(`${HEADER}\n1,"A,B`)).rejects.toThrow(/never closed/);
});
