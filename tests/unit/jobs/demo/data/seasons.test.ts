import { describe, expect, it } from "vitest";
import { brands } from "../../../../../jobs/demo/data/brands";
import { demandOfDay, demandOfHour, flashSale, HISTORY_DAYS, launches } from "../../../../../jobs/demo/data/seasons";

describe("demandOfDay", () => {
  it("is positive on every day of every brand", () => {
    for (const brand of brands)
      for (let day = 0; day < HISTORY_DAYS; day += 1)
        expect(demandOfDay({ brandSlug: brand.slug, day, weekday: 1 + (day % 7) })).toBeGreaterThan(0);
  });

  it("is highest on Sundays and grows slowly", () => {
    const week = [1, 2, 3, 4, 5, 6, 7].map((weekday) => demandOfDay({ brandSlug: "brume", day: 10, weekday }));
    expect(Math.max(...week)).toBe(week[6]);
    expect(week.reduce((sum, value) => sum + value, 0) / 7 / demandOfDay({ brandSlug: "brume", day: 10, weekday: 1 })).toBeCloseTo(
      1 / 1.01,
      5,
    );
    expect(demandOfDay({ brandSlug: "brume", day: 60, weekday: 3 })).toBeGreaterThan(
      demandOfDay({ brandSlug: "brume", day: 10, weekday: 3 }),
    );
  });

  it("jumps on a launch and settles again", () => {
    for (const { brandSlug, day } of launches) {
      const at = (offset: number): number => demandOfDay({ brandSlug, day: day + offset, weekday: 2 });
      expect(at(0)).toBeGreaterThan(1.8 * at(-1));
      expect(at(4)).toBeLessThan(at(0));
      expect(at(10)).toBeLessThan(1.25 * at(-1));
    }
  });

  it("multiplies in the flash sale and dips around it", () => {
    const at = (day: number): number => demandOfDay({ brandSlug: flashSale.brandSlug, day, weekday: 2 });
    expect(at(flashSale.day)).toBeGreaterThan(3 * at(flashSale.day - 3));
    expect(at(flashSale.day + flashSale.days)).toBeLessThan(at(flashSale.day - 3));
  });
});

describe("demandOfHour", () => {
  it("has a mean of 1 and its peak in the evening", () => {
    const hours = Array.from({ length: 24 }, (_, hour) => demandOfHour(hour));
    expect(hours.reduce((sum, value) => sum + value, 0) / 24).toBeCloseTo(1, 2);
    expect(hours.indexOf(Math.max(...hours))).toBe(21);
  });
});
