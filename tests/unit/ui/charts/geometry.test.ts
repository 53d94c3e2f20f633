import { describe, expect, it } from "vitest";
import { areaPath, gapsBetween, linePath } from "~/ui/charts/geometry";

const spots = (...ys: readonly (number | null)[]) => ys.map((y, index) => (y === null ? null : { x: index * 10, y }));

describe("linePath", () => {
  it("joins the spots", () => {
    expect(linePath(spots(1, 2, 3))).toBe("M0 1L10 2L20 3");
  });

  it("breaks where a value is missing and keeps a lone spot visible", () => {
    expect(linePath(spots(1, 2, null, 4, null, 5, 6))).toBe("M0 1L10 2M30 4h0M50 5L60 6");
  });

  it("is empty without spots", () => {
    expect(linePath([])).toBe("");
    expect(linePath(spots(null, null))).toBe("");
  });
});

it("the area closes on its foot, run by run", () => {
  expect(areaPath(spots(1, 2, null, 4), 9)).toBe("M0 9L0 1L10 2L10 9Z");
});

describe("gapsBetween", () => {
  it("is above where the first line is higher", () => {
    expect(gapsBetween(spots(1, 1), spots(3, 5))).toEqual([{ side: "above", path: "M0 1L10 1L10 5L0 3Z" }]);
  });

  it("is cut where the lines cross", () => {
    expect(gapsBetween(spots(0, 4), spots(4, 0))).toEqual([
      { side: "above", path: "M0 0L5 2L0 4Z" },
      { side: "below", path: "M5 2L10 4L10 0Z" },
    ]);
  });

  it("leaves out equal stretches and those without both lines", () => {
    expect(gapsBetween(spots(2, 2, 2), spots(2, 2, null))).toEqual([]);
  });
});
