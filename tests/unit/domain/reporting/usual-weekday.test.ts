import { expect, it } from "vitest";
import type { LocalDay } from "~/domain/kernel/branded";
import { usualWeekday } from "~/domain/reporting/usual-weekday";

const sunday = "2026-11-22" as LocalDay;

it("is the mean of the same weekday in the eight weeks before; other days do not count", () => {
  const net = new Map([
    ["2026-11-08", 100],
    ["2026-11-14", 9_999],
    ["2026-11-15", 201],
  ]);
  expect(usualWeekday(sunday, net)).toBe(151);
});

it("counts silent weeks since the first activity as zero, and nothing before it", () => {
  expect(usualWeekday(sunday, new Map([["2026-11-01", 300]]))).toBe(100);
});

it("looks back eight weeks and no further", () => {
  expect(usualWeekday(sunday, new Map([["2026-09-20", 800]]))).toBe(0);
  expect(usualWeekday(sunday, new Map([["2026-09-27", 800]]))).toBe(100);
});

it("is missing when there is no such weekday to compare with", () => {
  expect(usualWeekday(sunday, new Map())).toBeNull();
  expect(usualWeekday(sunday, new Map([["2026-11-20", 5]]))).toBeNull();
});
