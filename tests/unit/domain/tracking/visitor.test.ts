import { expect, it } from "vitest";
import { parseVisitorId } from "~/domain/tracking/visitor";

it("takes only what we give out", () => {
  const id = `vis_${"0123456789abcdef".repeat(2)}`;
  expect(parseVisitorId(id)).toBe(id);
  for (const text of ["", "vis_", "vis_1", `per_${"a".repeat(32)}`, `vis_${"A".repeat(32)}`, `vis_${"a".repeat(41)}`, `${id}; x`]) {
    expect(parseVisitorId(text)).toBeNull();
  }
});
