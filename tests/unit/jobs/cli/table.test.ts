import { expect, it } from "vitest";
import { table } from "~jobs/cli/table";

it("aligns columns, numbers to the right", () => {
  expect(
    table(
      ["day", "orders"],
      [
        ["2010-12-01", "127"],
        ["total", "1"],
      ],
      [1],
    ),
  ).toBe(["day         orders", "──────────  ──────", "2010-12-01     127", "total            1"].join("\n"));
});

it("shows its columns when there are no rows", () => {
  expect(table(["a", "b"], [])).toBe("a  b\n─  ─");
});
