import { describe, expect, it } from "vitest";
import type { Instant } from "~/domain/kernel/branded";
import { completeTo, HIDDEN_COMMIT_MS } from "~/domain/reporting/watermark";

describe("completeTo", () => {
  const now = 1_000_000 as Instant;

  it("stays behind the present by as long as a commit may be hidden", () => {
    expect(completeTo({ oldestOutstanding: null, now })).toBe(now - HIDDEN_COMMIT_MS);
  });

  it("stops at the oldest event that is not in the projection", () => {
    expect(completeTo({ oldestOutstanding: 5 as Instant, now })).toBe(5);
  });

  it("does not claim more for an event recorded a moment ago", () => {
    expect(completeTo({ oldestOutstanding: (now - 1) as Instant, now })).toBe(now - HIDDEN_COMMIT_MS);
  });
});
