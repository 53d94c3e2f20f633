import { expect, it } from "vitest";
import { usualZone } from "~/domain/accounts/studio";
import type { Zone } from "~/domain/kernel/branded";

const brands = (...zones: readonly string[]) => zones.map((timezone) => ({ timezone: timezone as Zone }));

it("takes the zone of most brands, the first of equals, and UTC without any", () => {
  expect(usualZone(brands("Asia/Tokyo", "Europe/Paris", "Europe/Paris"))).toBe("Europe/Paris");
  expect(usualZone(brands("Asia/Tokyo", "Europe/Paris"))).toBe("Asia/Tokyo");
  expect(usualZone([])).toBe("UTC");
});
