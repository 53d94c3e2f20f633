import { describe, expect, it } from "vitest";
import { heightOf, labelledPoints, niceAxis, niceStep, placeOf } from "~/ui/charts/scale";

describe("niceAxis", () => {
  it("holds every value and zero between round ticks", () => {
    const axis = niceAxis([12, 480, 963], { steps: 4, smallest: 1 });
    expect(axis).toEqual({ min: 0, max: 1_000, ticks: [0, 500, 1_000] });
  });

  it("reaches below zero when a value does", () => {
    const axis = niceAxis([-350_000, 2_640_000], { steps: 4, smallest: 100 });
    expect(axis.ticks).toEqual([-1_000_000, 0, 1_000_000, 2_000_000, 3_000_000]);
  });

  it("never steps finer than the smallest unit", () => {
    expect(niceAxis([2], { steps: 4, smallest: 1 }).ticks).toEqual([0, 1, 2]);
    expect(niceAxis([150], { steps: 4, smallest: 100 }).ticks).toEqual([0, 100, 200]);
  });

  it("stands without any value", () => {
    expect(niceAxis([], { steps: 4, smallest: 100 })).toEqual({ min: 0, max: 100, ticks: [0, 100] });
    expect(niceAxis([0, 0], { steps: 4, smallest: 1 })).toEqual({ min: 0, max: 1, ticks: [0, 1] });
  });
});

it("steps are 1, 2 or 5 times a power of ten", () => {
  expect([0.9, 1, 1.1, 2.5, 7, 480, 999].map(niceStep)).toEqual([1, 1, 2, 5, 10, 500, 1_000]);
});

it("places values and points between 0 and 1", () => {
  const axis = { min: -100, max: 300, ticks: [] };
  expect([300, 100, -100].map((value) => heightOf(axis, value))).toEqual([0, 0.5, 1]);
  expect([placeOf(0, 3), placeOf(1, 3), placeOf(2, 3), placeOf(0, 1)]).toEqual([0, 0.5, 1, 0.5]);
});

it("labels at most so many points, evenly, the first always", () => {
  expect(labelledPoints(30, 4)).toEqual([0, 8, 16, 24]);
  expect(labelledPoints(3, 9)).toEqual([0, 1, 2]);
  expect(labelledPoints(0, 4)).toEqual([]);
  for (const count of [1, 7, 31, 744]) expect(labelledPoints(count, 9).length).toBeLessThanOrEqual(9);
});
