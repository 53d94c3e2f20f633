import { expect, it } from "vitest";
import { readCsv, readCsvStart, streamCsv } from "~/adapters/formats/csv";
import { stream } from "~tests/support/histories";

const bytesOf = (text: string, size: number): readonly Uint8Array[] => {
  const all = new TextEncoder().encode(text);
  return Array.from({ length: Math.ceil(all.length / size) }, (_, at) => all.slice(at * size, (at + 1) * size));
};

it("counts lines where records start, whatever the line endings inside quotes", () => {
  for (const end of ["\n", "\r\n", "\r"]) {
    const text = ["\uFEFFa,b", '1,"x', 'y"', "", '2,"q', "", 'r"', "last,z"].join(end);
    expect(readCsv(text).map(({ line, cells }) => [line, cells.length, cells[0]])).toEqual([
      [1, 2, "a"],
      [2, 2, "1"],
      [5, 2, "2"],
      [8, 2, "last"],
    ]);
  }
});

it("keeps ragged rows, stray quotes and mixed line endings", () => {
  expect(readCsv('a,b\r\n1\n1,2,3\r\nx"y,"z"w').map(({ cells }) => cells)).toEqual([["a", "b"], ["1"], ["1", "2", "3"], ['x"y', '"z"w']]);
});

it("fails on a quote that is never closed", () => {
  expect(() => readCsv('a,b\n1,"x\n2,3')).toThrow("Quote Not Closed");
});

it("reads the first line of a text of any size", () => {
  expect(readCsvStart(`\uFEFF\n\nHandle,"Tit\nle"\n${"x,".repeat(100_000)}`)).toEqual(["Handle", "Tit\nle"]);
  expect(readCsvStart("")).toEqual([]);
});

it("streams the same records however the bytes are cut", async () => {
  const text = '\uFEFFa,b\r\n1,"é\r\n€"\r\n\r\n2,"💐"\r\n';
  for (const size of [1, 2, 3, 7, 1_000]) {
    const rows: (readonly string[])[] = [];
    for await (const cells of streamCsv(stream(bytesOf(text, size)))) rows.push(cells);
    expect(rows).toEqual(readCsv(text).map(({ cells }) => cells));
  }
});

it("passes the source's failure on", async () => {
  async function* failing(): AsyncGenerator<Uint8Array> {
    yield new TextEncoder().encode("a,b\n1,2\n");
    throw new Error("disk gone");
  }
  const read = async (): Promise<void> => {
    for await (const _ of streamCsv(failing()));
  };
  await expect(read()).rejects.toThrow("disk gone");
});
