import { describe, expect, it } from "vitest";
import { CONSUMERS } from "~/domain/events/consumers";
import { OUTBOX_FEEDS } from "~jobs/catalog";

describe("CONSUMERS", () => {
  it("names only consumers that the relay feeds, and leaves none of those without events", () => {
    expect(new Set(Object.values(CONSUMERS).flat())).toEqual(new Set(Object.keys(OUTBOX_FEEDS)));
  });

  it("sends every sale and refund to the projections", () => {
    expect(CONSUMERS["history.sale"]).toContain("projections.fold");
    expect(CONSUMERS["history.refund"]).toContain("projections.fold");
  });
});
