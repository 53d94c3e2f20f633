import { describe, expect, it } from "vitest";
import type { LocalDay, Zone } from "~/domain/kernel/branded";
import { HOUR_MS, toIso } from "~/domain/kernel/instant";
import { checkRange, type Grain, listPeriods, previousRange, rangeBounds, rangeDays } from "~/domain/reporting/periods";

const range = (from: string, to: string) => ({ from: from as LocalDay, to: to as LocalDay });
const list = (by: Grain, zone: string, [from, to]: readonly [string, string]) =>
  listPeriods({ by, zone: zone as Zone, ...range(from, to) });

describe("ranges", () => {
  it("count both ends and have one of the same length before them", () => {
    expect(rangeDays(range("2010-12-01", "2010-12-09"))).toBe(9);
    expect(previousRange(range("2010-12-01", "2010-12-09"))).toEqual(range("2010-11-22", "2010-11-30"));
  });

  it("reach from the first midnight to the midnight after the last day", () => {
    const { start, end } = rangeBounds(range("2010-12-01", "2010-12-01"), "Asia/Kolkata" as Zone);
    expect([toIso(start), toIso(end)]).toEqual(["2010-11-30T18:30:00.000Z", "2010-12-01T18:30:00.000Z"]);
  });

  it("are refused when reversed or too long for their step", () => {
    expect(checkRange({ by: "day", ...range("2010-12-02", "2010-12-01") })).toEqual({ ok: false, error: { kind: "period_reversed" } });
    expect(checkRange({ by: "hour", ...range("2010-12-01", "2011-01-01") })).toEqual({
      ok: false,
      error: { kind: "period_too_long", maxDays: 31 },
    });
    expect(checkRange({ by: "day", ...range("2010-01-01", "2011-02-04") }).ok).toBe(true);
    expect(checkRange({ by: "day", ...range("2010-01-01", "2011-02-05") }).ok).toBe(false);
    expect(checkRange({ by: "hour", ...range("2010-12-01", "2010-12-31") }).ok).toBe(true);
  });
});

describe("listPeriods", () => {
  it("leaves no gap and no overlap", () => {
    for (const by of ["hour", "day", "week", "month"] as const) {
      const periods = list(by, "Australia/Lord_Howe", ["2011-03-25", "2011-04-10"]);
      const { start, end } = rangeBounds(range("2011-03-25", "2011-04-10"), "Australia/Lord_Howe" as Zone);
      expect(periods[0]?.start).toBe(start);
      expect(periods.at(-1)?.end).toBe(end);
      for (const [index, period] of periods.entries()) if (index > 0) expect(period.start).toBe(periods[index - 1]?.end);
    }
  });

  it("names hours so that the repeated one is told apart", () => {
    const autumn = list("hour", "Europe/London", ["2010-10-31", "2010-10-31"]);
    expect(autumn).toHaveLength(25);
    expect(autumn.slice(0, 4).map(({ period }) => period)).toEqual([
      "2010-10-31T00:00+01:00",
      "2010-10-31T01:00+01:00",
      "2010-10-31T01:00+00:00",
      "2010-10-31T02:00+00:00",
    ]);
    expect(list("hour", "Europe/London", ["2010-03-28", "2010-03-28"])).toHaveLength(23);
  });

  it("starts every hour at the instant its label names", () => {
    for (const zone of ["Asia/Kolkata", "Asia/Kathmandu", "America/St_Johns", "Australia/Lord_Howe", "Pacific/Marquesas"]) {
      for (const { period, start, end } of list("hour", zone, ["2011-04-02", "2011-04-04"])) {
        expect(Date.parse(period)).toBe(start);
        expect(end - start).toBeLessThanOrEqual(HOUR_MS);
      }
    }
  });

  it("makes a half hour of Lord Howe's change", () => {
    const hours = list("hour", "Australia/Lord_Howe", ["2011-04-03", "2011-04-03"]);
    expect(hours).toHaveLength(25);
    expect(hours.filter(({ start, end }) => end - start === HOUR_MS / 2).map(({ period }) => period)).toEqual(["2011-04-03T01:30+10:30"]);
  });

  it("begins weeks on Monday and cuts them to the range", () => {
    const weeks = list("week", "Europe/Paris", ["2010-12-01", "2010-12-13"]);
    expect(weeks.map(({ period }) => period)).toEqual(["2010-11-29", "2010-12-06", "2010-12-13"]);
    expect(toIso(weeks[0]?.start as never)).toBe("2010-11-30T23:00:00.000Z");
  });

  it("names months and skips the day Samoa skipped", () => {
    expect(list("month", "UTC", ["2010-11-30", "2011-01-01"]).map(({ period }) => period)).toEqual(["2010-11", "2010-12", "2011-01"]);
    expect(list("day", "Pacific/Apia", ["2011-12-29", "2011-12-31"]).map(({ period }) => period)).toEqual(["2011-12-29", "2011-12-31"]);
  });
});
