import { expect, it } from "vitest";
import { csvFile } from "~/http/csv-file";

it("neutralises formulas, keeps numbers, quotes what needs it", async () => {
  const answer = csvFile("brume-sales.csv", {
    head: ["name", "amount"],
    rows: [
      ["=HYPERLINK(1)", "-0.05"],
      ['+1, "x"', 3],
      ["@sum", "-1+2"],
      ["\tx", "plain"],
    ],
  });
  expect(await answer.text()).toBe(`name,amount\r\n'=HYPERLINK(1),-0.05\r\n"'+1, ""x""",3\r\n'@sum,'-1+2\r\n'\tx,plain\r\n`);
});

it("is a download nobody keeps, under a harmless name, with the mark spreadsheets need", async () => {
  const answer = csvFile('a"b\r\n.csv', { head: ["x"], rows: [] });
  expect(answer.headers.get("Content-Disposition")).toBe('attachment; filename="a_b__.csv"');
  expect(answer.headers.get("Cache-Control")).toBe("private, no-store");
  expect([...new Uint8Array(await answer.arrayBuffer()).slice(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
});
