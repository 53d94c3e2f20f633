import { expect, it } from "vitest";
import { NO_COMMISSION_REASONS } from "~/domain/commission/decision";

it("names each reason once", () => {
  expect(new Set(NO_COMMISSION_REASONS).size).toBe(NO_COMMISSION_REASONS.length);
});
