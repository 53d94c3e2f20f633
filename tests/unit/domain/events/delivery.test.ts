import { describe, expect, it } from "vitest";
import { ALONE_AFTER, DEAD_AFTER, judgeFailure } from "~/domain/events/delivery";
import type { Instant } from "~/domain/kernel/branded";

const now = 1_000 as Instant;

describe("judgeFailure", () => {
  it("sends every row of a larger batch back to be tried alone, at once", () => {
    expect(judgeFailure({ attempts: 1, batchSize: 500, unrecoverable: true, now })).toEqual({
      state: "waiting",
      availableAt: now,
      attempts: ALONE_AFTER,
    });
    expect(judgeFailure({ attempts: 4, batchSize: 2, unrecoverable: false, now })).toMatchObject({ attempts: 4 });
  });

  it("sets aside a row tried alone whose data are bad", () => {
    expect(judgeFailure({ attempts: 1, batchSize: 1, unrecoverable: true, now })).toEqual({ state: "dead" });
  });

  it("waits longer each time, and gives up after the last claim", () => {
    const pauses = Array.from({ length: DEAD_AFTER - 1 }, (_, at) =>
      judgeFailure({ attempts: at + 1, batchSize: 1, unrecoverable: false, now }),
    );
    expect(pauses).toEqual(
      [4, 16, 64, 256].map((seconds, at) => ({ state: "waiting", availableAt: now + seconds * 1_000, attempts: at + 1 })),
    );
    expect(judgeFailure({ attempts: DEAD_AFTER, batchSize: 1, unrecoverable: false, now })).toEqual({ state: "dead" });
  });
});
