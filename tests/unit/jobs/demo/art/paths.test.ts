import { describe, expect, it } from "vitest";
import { brightness, dark, light, mix } from "../../../../../jobs/demo/art/colour";
import { boundsOf, box, flip, oval, symmetrical } from "../../../../../jobs/demo/art/paths";

describe("paths", () => {
  it("flip mirrors at x = 0 and back", () => {
    expect(flip("M 10 20 L -5 7 Z")).toBe("M -10 20 L 5 7 Z");
    expect(flip(flip("M 10 20 C 1 2 3 4 5 6 Z"))).toBe("M 10 20 C 1 2 3 4 5 6 Z");
  });

  it("symmetrical closes a half outline into its own mirror image", () => {
    const { x, width } = boundsOf(symmetrical("0,-10 C 10,-10 20,0 20,10 L 0,30"), 0);
    expect(x).toBe(-20);
    expect(width).toBe(40);
  });

  it("boundsOf holds the whole outline and its margin", () => {
    expect(boundsOf(box({ x: -10, y: -20, width: 20, height: 40, radius: 4 }), 5)).toEqual({ x: -15, y: -25, width: 30, height: 50 });
    expect(boundsOf(oval({ x: 0, y: 0, rx: 30, ry: 10 }), 0)).toEqual({ x: -30, y: -10, width: 60, height: 20 });
  });
});

describe("colours", () => {
  it("mix from one end to the other", () => {
    expect(mix("#000000", "#ffffff", 0)).toBe("#000000");
    expect(mix("#000000", "#ffffff", 0.5)).toBe("#808080");
    expect(mix("#123456", "#abcdef", 1)).toBe("#abcdef");
  });

  it("get darker and lighter", () => {
    expect(brightness(dark("#8a3d2c", 0.4))).toBeLessThan(brightness("#8a3d2c"));
    expect(brightness(light("#8a3d2c", 0.4))).toBeGreaterThan(brightness("#8a3d2c"));
  });
});
