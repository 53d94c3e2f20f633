import { describe, expect, it } from "vitest";
import { instant, plusMs, toIso } from "~/domain/kernel/instant";

describe("instant", () => {
  it("takes whole milliseconds only", () => {
    expect(toIso(plusMs(instant(0), 1_500))).toBe("1970-01-01T00:00:01.500Z");
    for (const bad of [0.5, Number.NaN, 2 ** 60]) expect(() => instant(bad)).toThrow(RangeError);
  });
});
