import { describe, expect, it } from "vitest";
import { between, pick, seeded } from "../../../../../jobs/demo/data/seeded";

const row = (seed: string, length: number): number[] => {
  const chance = seeded(seed);
  return Array.from({ length }, () => chance());
};

describe("seeded", () => {
  it("gives the same numbers for the same seed", () => {
    expect(row("brume", 200)).toEqual(row("brume", 200));
  });

  it("gives other numbers for another seed", () => {
    expect(row("brume", 5)).not.toEqual(row("brumf", 5));
  });

  it("stays within [0, 1) and is even", () => {
    const numbers = row("even", 20_000);
    expect(numbers.every((n) => n >= 0 && n < 1)).toBe(true);
    const tenths = Array.from({ length: 10 }, (_, i) => numbers.filter((n) => Math.floor(n * 10) === i).length);
    for (const count of tenths) expect(Math.abs(count - 2000)).toBeLessThan(250);
  });
});

describe("between and pick", () => {
  it("reach both ends and nothing beyond", () => {
    const chance = seeded("ends");
    const seen = new Set(Array.from({ length: 500 }, () => between(chance, 3, 6)));
    expect([...seen].sort()).toEqual([3, 4, 5, 6]);
  });

  it("pick refuses an empty list", () => {
    expect(() => pick(seeded("empty"), [])).toThrow(RangeError);
    expect(["a", "b"]).toContain(pick(seeded("two"), ["a", "b"]));
  });
});
