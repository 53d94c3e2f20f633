import fc from "fast-check";
import { Temporal } from "temporal-polyfill";
import { describe, expect, it } from "vitest";
import type { LocalDay, Zone } from "~/domain/kernel/branded";
import { instant } from "~/domain/kernel/instant";
import { dayStart, localDayOf, offsetAt, parseDay, parseZone, plusDays, toInstant } from "~/domain/kernel/zones";
import { GRAINS, listPeriods, rangeBounds } from "~/domain/reporting/periods";

const CASES = 1_500;

/** Every zone this runtime lists, with those that are hard more often. */
const HARD = [
  "Asia/Kolkata",
  "Asia/Kathmandu",
  "Australia/Lord_Howe",
  "Europe/London",
  "America/St_Johns",
  "America/Sao_Paulo",
  "Pacific/Apia",
  "Africa/Casablanca",
];
const zone = fc.oneof(fc.constantFrom(...HARD), fc.constantFrom(...Intl.supportedValuesOf("timeZone"))).map((name) => name as Zone);
const at = fc.integer({ min: Date.UTC(1973, 0, 3), max: Date.UTC(2040, 0, 1) }).map(instant);
const day = fc
  .integer({ min: Date.UTC(1973, 0, 3), max: Date.UTC(2040, 0, 1) })
  .map((ms) => new Date(ms).toISOString().slice(0, 10) as LocalDay);
const wallTime = fc.integer({ min: Date.UTC(1973, 0, 3), max: Date.UTC(2040, 0, 1) }).map((ms) => new Date(ms).toISOString().slice(0, 19));

describe("zones agree with Temporal", () => {
  it("about offsets", () => {
    fc.assert(
      fc.property(zone, at, (name, moment) => {
        const oracle = Temporal.Instant.fromEpochMilliseconds(moment).toZonedDateTimeISO(name);
        expect(offsetAt(moment, name)).toBe(oracle.offsetNanoseconds / 1_000_000);
      }),
      { numRuns: CASES },
    );
  });

  it("about the instants of wall times, read once, twice or never", () => {
    fc.assert(
      fc.property(zone, wallTime, (name, text) => {
        const oracle = Temporal.PlainDateTime.from(text).toZonedDateTime(name, { disambiguation: "compatible" });
        expect(toInstant(text, name)).toBe(oracle.epochMilliseconds);
      }),
      { numRuns: CASES },
    );
  });

  it("about the start of days, and so about their length", () => {
    fc.assert(
      fc.property(zone, day, (name, date) => {
        expect(dayStart(date, name)).toBe(Temporal.PlainDate.from(date).toZonedDateTime(name).startOfDay().epochMilliseconds);
      }),
      { numRuns: CASES },
    );
  });

  it("about wall times around every change of the hard zones", () => {
    for (const name of HARD) {
      let change = Temporal.Instant.from("2008-01-01T00:00Z").toZonedDateTimeISO(name).getTimeZoneTransition("next");
      for (let found = 0; change !== null && found < 12; found++) {
        for (let minutes = -150; minutes <= 150; minutes += 15) {
          const text = change.toPlainDateTime().add({ minutes }).toString({ smallestUnit: "second" });
          const oracle = Temporal.PlainDateTime.from(text).toZonedDateTime(name);
          expect(toInstant(text, name as Zone), `${text} in ${name}`).toBe(oracle.epochMilliseconds);
        }
        change = change.getTimeZoneTransition("next");
      }
    }
  });
});

it("puts every instant into the one day whose bounds hold it", () => {
  fc.assert(
    fc.property(zone, at, (name, moment) => {
      const date = localDayOf(moment, name);
      expect(dayStart(date, name)).toBeLessThanOrEqual(moment);
      expect(dayStart(plusDays(date, 1), name)).toBeGreaterThan(moment);
    }),
    { numRuns: CASES },
  );
});

it("cuts any range into periods without gap or overlap, on quarter hours, with labels of their own", () => {
  fc.assert(
    fc.property(zone, day, fc.integer({ min: 0, max: 40 }), fc.constantFrom(...GRAINS), (name, from, days, by) => {
      const range = { from, to: plusDays(from, days) };
      const periods = listPeriods({ ...range, by, zone: name });
      const { start, end } = rangeBounds(range, name);
      expect([start, ...periods.map((period) => period.end)]).toEqual([...periods.map((period) => period.start), end]);
      for (const period of periods) expect(period.start % 900_000).toBe(0);
      expect(new Set(periods.map(({ period }) => period)).size).toBe(periods.length);
    }),
    { numRuns: 400 },
  );
});

it("never takes a text for a zone or a day that is none", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary" }), (text) => {
      const known = parseZone(text);
      if (known !== undefined) expect(() => new Intl.DateTimeFormat("en", { timeZone: known })).not.toThrow();
      const date = parseDay(text);
      if (date !== undefined) expect(Temporal.PlainDate.from(text).toString()).toBe(date);
    }),
    { numRuns: CASES },
  );
});
