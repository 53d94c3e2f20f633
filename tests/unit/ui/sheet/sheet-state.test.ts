import { describe, expect, it } from "vitest";
import { nextIn, sheetIn, tagIn } from "~/ui/sheet/sheet-state";

describe("sheetIn", () => {
  it("reads the sheet of an entry that has one open", () => {
    expect(sheetIn({ hash: "#sheet", state: { sheet: "/brands/brume/scarf?tag=t1" } })).toBe("/brands/brume/scarf?tag=t1");
  });

  it.each([
    ["", { sheet: "/a" }],
    ["#sheet", null],
    ["#sheet", { sheet: 1 }],
    ["#sheet", { sheet: "https://elsewhere.example/" }],
  ])("finds none in %j with %j", (hash, state) => {
    expect(sheetIn({ hash, state })).toBeNull();
  });
});

describe("tagIn", () => {
  it("finds the tag a sheet was opened by", () => {
    expect(tagIn("/brands/brume/scarf?variant=v&tag=t1")).toBe("t1");
    expect(tagIn("/brands/brume/scarf?variant=v&at=t1")).toBe("t1");
    expect(tagIn("/brands/brume/scarf")).toBeNull();
    expect(tagIn(null)).toBeNull();
  });
});

describe("nextIn", () => {
  it("reads where an answer leads", () => {
    expect(nextIn({ next: "/checkout/c" })).toBe("/checkout/c");
    expect([nextIn({ errors: {} }), nextIn(undefined), nextIn({ next: 1 })]).toEqual([null, null, null]);
  });
});
