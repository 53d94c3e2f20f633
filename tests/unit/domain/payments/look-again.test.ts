import { expect, it } from "vitest";
import type { Instant } from "~/domain/kernel/branded";
import { nextLookAt } from "~/domain/payments/look-again";

it("asks soon at first, then ever more rarely, at least once a minute", () => {
  const pauses = [0, 1, 2, 3, 4, 5, 6, 1_000].map((looks) => nextLookAt(1_000 as Instant, looks) - 1_000);
  expect(pauses).toEqual([2_000, 4_000, 8_000, 16_000, 32_000, 60_000, 60_000, 60_000]);
});
