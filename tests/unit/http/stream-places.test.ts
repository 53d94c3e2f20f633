import { expect, it } from "vitest";
import type { PersonId } from "~/domain/kernel/branded";
import { streamPlaces } from "~/http/stream-places";

const [ADA, EVE] = ["per_ada" as PersonId, "per_eve" as PersonId];

it("gives each person twenty places, and a place again when one is freed", () => {
  const take = streamPlaces();
  const places = Array.from({ length: 20 }, () => take(ADA));
  expect(places).not.toContain(null);
  expect(take(ADA)).toBeNull();
  expect(take(EVE)).not.toBeNull();
  const [first] = places;
  first?.();
  first?.();
  expect(take(ADA)).not.toBeNull();
  expect(take(ADA)).toBeNull();
});
