import { describe, expect, it } from "vitest";
import type { LocalDay, Zone } from "~/domain/kernel/branded";
import { HOUR_MS, instant, toIso } from "~/domain/kernel/instant";
import {
  dayStart,
  daysBetween,
  localDayOf,
  offsetAt,
  offsetChanges,
  parseDay,
  parseZone,
  plusDays,
  toInstant,
  weekdayOf,
} from "~/domain/kernel/zones";

const zone = (name: string): Zone => name as Zone;
const day = (text: string): LocalDay => text as LocalDay;
const at = (text: string) => instant(Date.parse(text));
const hours = (name: string, text: string): number =>
  (dayStart(plusDays(day(text), 1), zone(name)) - dayStart(day(text), zone(name))) / HOUR_MS;

describe("parseZone", () => {
  it("knows listed names in any capitals and names that are not listed", () => {
    expect(parseZone("europe/london")).toBe("Europe/London");
    expect(parseZone("UTC")).toBe("UTC");
    expect(parseZone("Asia/Kolkata")).toBe("Asia/Kolkata");
    expect(parseZone("Asia/Calcutta")).toBe("Asia/Calcutta");
    expect(parseZone("Asia/Kathmandu")).toBe("Asia/Kathmandu");
  });

  it("refuses offsets, inventions and hostile texts", () => {
    for (const text of ["", "+05:30", "Mars/Olympus", "Europe/London\n", "../etc", `A${"a".repeat(400)}`])
      expect(parseZone(text)).toBeUndefined();
  });
});

describe("parseDay", () => {
  it("takes days of the calendar and nothing else", () => {
    expect(parseDay("2010-12-01")).toBe("2010-12-01");
    expect(parseDay("2012-02-29")).toBe("2012-02-29");
    for (const text of ["2011-02-29", "2010-13-01", "2010-12-32", "2010-1-1", "1972-12-31", "2200-01-01", "today"])
      expect(parseDay(text)).toBeUndefined();
  });
});

describe("days", () => {
  it("counts across months, leap days and years", () => {
    expect(plusDays(day("2012-02-28"), 2)).toBe("2012-03-01");
    expect(plusDays(day("2011-01-01"), -1)).toBe("2010-12-31");
    expect(daysBetween(day("2010-12-01"), day("2011-12-01"))).toBe(365);
    expect(weekdayOf(day("2010-12-05"))).toBe(7);
    expect(weekdayOf(day("2010-12-06"))).toBe(1);
  });

  it("starts them at the zone's midnight, also in half and quarter hours", () => {
    expect(toIso(dayStart(day("2010-12-01"), zone("Asia/Kolkata")))).toBe("2010-11-30T18:30:00.000Z");
    expect(toIso(dayStart(day("2010-12-01"), zone("Asia/Kathmandu")))).toBe("2010-11-30T18:15:00.000Z");
  });

  it("have 23, 24, 25 or odd hours when clocks change", () => {
    expect(hours("Europe/London", "2010-03-28")).toBe(23);
    expect(hours("Europe/London", "2010-10-31")).toBe(25);
    expect(hours("Europe/London", "2010-12-01")).toBe(24);
    expect(hours("Australia/Lord_Howe", "2011-04-03")).toBe(24.5);
    expect(hours("Australia/Lord_Howe", "2011-10-02")).toBe(23.5);
    expect(hours("America/Sao_Paulo", "2010-10-17")).toBe(23);
  });

  it("leaves out the day Samoa skipped", () => {
    expect(hours("Pacific/Apia", "2011-12-30")).toBe(0);
    expect(localDayOf(dayStart(day("2011-12-30"), zone("Pacific/Apia")), zone("Pacific/Apia"))).toBe("2011-12-31");
  });

  it("keeps a minute that is repeated across midnight in one day", () => {
    const second = at("2010-11-07T02:40:00Z");
    expect(offsetAt(second, zone("America/St_Johns"))).toBe(-3.5 * HOUR_MS);
    expect(localDayOf(second, zone("America/St_Johns"))).toBe("2010-11-07");
    expect(localDayOf(at("2010-11-07T02:29:00Z"), zone("America/St_Johns"))).toBe("2010-11-06");
  });
});

describe("toInstant", () => {
  it("takes the earlier of two readings", () => {
    expect(toIso(toInstant("2010-10-31T01:30:00", zone("Europe/London")))).toBe("2010-10-31T00:30:00.000Z");
  });

  it("shifts a missing reading forward by the gap", () => {
    expect(toIso(toInstant("2010-03-28T01:30:00", zone("Europe/London")))).toBe("2010-03-28T01:30:00.000Z");
    expect(toIso(toInstant("2011-10-02T02:10:00", zone("Australia/Lord_Howe")))).toBe("2011-10-01T15:40:00.000Z");
  });

  it("refuses what is no time", () => {
    expect(() => toInstant("2010-13-01T00:00:00", zone("UTC"))).toThrow(RangeError);
  });
});

it("lists changes of offset between two instants, ends excluded", () => {
  const changes = offsetChanges(at("2010-01-01T00:00:00Z"), at("2011-01-01T00:00:00Z"), zone("Europe/Paris"));
  expect(changes.map(toIso)).toEqual(["2010-03-28T01:00:00.000Z", "2010-10-31T01:00:00.000Z"]);
  expect(offsetChanges(at("2010-03-28T01:00:00Z"), at("2010-10-31T01:00:00Z"), zone("Europe/Paris"))).toEqual([]);
});
