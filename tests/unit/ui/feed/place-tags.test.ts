import { describe, expect, it } from "vitest";
import { placeTags } from "~/ui/feed/place-tags";

const at = (x: number, y: number, letters = 16) => ({ xPpm: x * 10_000, yPpm: y * 10_000, letters });

describe("placeTags", () => {
  it("lets labels grow away from the nearer side and hang away from the edge", () => {
    expect(placeTags([at(20, 20), at(80, 60)], 1.25)).toEqual([
      { side: "below", grows: "right", bare: false },
      { side: "above", grows: "left", bare: false },
    ]);
    expect(placeTags([at(30, 98)], 1.25)).toMatchObject([{ side: "above" }]);
    expect(placeTags([at(30, 1)], 1.25)).toMatchObject([{ side: "below" }]);
  });

  it("moves a label that would cover another one", () => {
    const [first, second] = placeTags([at(20, 30), at(24, 36)], 1.25);
    expect(first).toMatchObject({ bare: false });
    expect(second).toMatchObject({ bare: false });
    expect(second).not.toEqual(first);
  });

  it("leaves a label out when there is no place for it", () => {
    const crowd = Array.from({ length: 9 }, (_, index) => at(48 + (index % 3), 48 + index));
    const placed = placeTags(crowd, 1.25);
    expect(placed.filter(({ bare }) => bare).length).toBeGreaterThan(0);
    expect(placed[0]).toMatchObject({ bare: false });
    expect(placeTags([at(50, 50, 80)], 1.25)).toMatchObject([{ bare: true }]);
  });
});
