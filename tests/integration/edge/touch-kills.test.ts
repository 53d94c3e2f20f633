import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { RawAnswer } from "~tests/support/raw-request";
import { startTrackingWeb, type TrackingWeb } from "~tests/support/tracking-web";
import { until } from "~tests/support/until";

let started: TrackingWeb;
beforeAll(async () => {
  started = await startTrackingWeb();
});
afterAll(() => started?.close());

/** `undefined` when the web ended before it answered. */
async function click(): Promise<RawAnswer | undefined> {
  try {
    return await started.get("/l/scarf");
  } catch (error) {
    if (error instanceof Error) return undefined;
    throw error;
  }
}

/** The ids among these that are not on disk. */
async function missing(ids: readonly string[]): Promise<readonly string[]> {
  const known = new Set((await started.touches()).map((row) => row.id));
  return ids.filter((id) => !known.has(id));
}

describe("what was answered is on disk", () => {
  it("when the web is killed right after", async () => {
    const ids: string[] = [];
    for (let round = 0; round < 3; round++) {
      const answers = await Promise.all(Array.from({ length: 20 }, click));
      await started.web().kill();
      ids.push(...answers.flatMap(started.carriedBy));
      await started.restart();
    }
    expect(new Set(ids).size).toBe(60);
    expect(await missing(ids)).toEqual([]);
  });

  it.each(["ingest.before_commit", "ingest.after_commit"] as const)(
    "or killed at %s: answered is kept, unanswered is whole or absent",
    async (point) => {
      await started.web().stop();
      await started.restart({ CRASH_POINT: `${point}:3` });
      const answered: string[] = [];
      const untilKilled = async (): Promise<boolean> => {
        const answer = await click();
        answered.push(...started.carriedBy(answer));
        return answer === undefined;
      };
      await until(untilKilled, { timeoutMs: 20_000 });
      await started.restart();
      expect(answered).toHaveLength(2);
      expect(await missing(answered)).toEqual([]);
      const untold = await started.world.db.query
        .selectFrom("touches")
        .select("batch_id")
        .where("batch_id", "not in", (eb) => eb.selectFrom("events").select("subject_id").where("type", "=", "interactions.recorded"))
        .execute();
      expect(untold).toEqual([]);
    },
  );

  it("and when it is told to leave, what was begun is finished", async () => {
    const clicks = Array.from({ length: 30 }, click);
    await clicks[0];
    await started.web().stop();
    const ids = (await Promise.all(clicks)).filter((answer) => answer?.status === 302).flatMap(started.carriedBy);
    expect(ids.length).toBeGreaterThan(0);
    expect(await missing(ids)).toEqual([]);
    await started.restart();
  });
});
