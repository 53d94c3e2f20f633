import type { Instant, LocalDay, Zone } from "../kernel/branded";
import { HOUR_MS, instant } from "../kernel/instant";
import { done, type Outcome, refused } from "../kernel/outcome";
import { dayStart, daysBetween, offsetAt, offsetChanges, plusDays, weekdayOf } from "../kernel/zones";
import { BUCKET_MS } from "./fold-sales";

/** The grains a report can have. */
export const GRAINS = ["hour", "day", "week", "month"] as const;
export type Grain = (typeof GRAINS)[number];

/** Both days inclusive. */
export type DayRange = { readonly from: LocalDay; readonly to: LocalDay };

/** `start` inclusive, `end` exclusive. `period` is its label: `2010-12-01T08:00+05:30`, `2010-12-01`, a Monday, `2010-12`. */
export type Period = { readonly period: string; readonly start: Instant; readonly end: Instant };

/** Longest range per grain: a year of days, a month of hours, ten years of weeks or months; a page shows no more sensibly. */
const MAX_DAYS: Readonly<Record<Grain, number>> = { hour: 31, day: 400, week: 3_660, month: 3_660 };

export type RangeRefusal = { readonly kind: "period_reversed" } | { readonly kind: "period_too_long"; readonly maxDays: number };

/** Refuses a range whose first day comes after its last, or that is too long for its grain. */
export function checkRange(asked: DayRange & { readonly by: Grain }): Outcome<DayRange, RangeRefusal> {
  if (asked.from > asked.to) return refused({ kind: "period_reversed" });
  const maxDays = MAX_DAYS[asked.by];
  return rangeDays(asked) > maxDays ? refused({ kind: "period_too_long", maxDays }) : done({ from: asked.from, to: asked.to });
}

/** Days in the range. */
export function rangeDays(range: DayRange): number {
  return daysBetween(range.from, range.to) + 1;
}

/** The range of the same length that ends on the day before. */
export function previousRange(range: DayRange): DayRange {
  return { from: plusDays(range.from, -rangeDays(range)), to: plusDays(range.from, -1) };
}

/** First instant of the range and first instant after it. */
export function rangeBounds(range: DayRange, zone: Zone): { readonly start: Instant; readonly end: Instant } {
  return { start: dayStart(range.from, zone), end: dayStart(plusDays(range.to, 1), zone) };
}

/**
 * Every period of the range without gap or overlap, in order; the first and last week or month are cut to the
 * range. A day the zone skipped (Samoa, 30 December 2011) has no period.
 */
export function listPeriods(asked: DayRange & { readonly by: Grain; readonly zone: Zone }): readonly Period[] {
  const days = listDays(asked);
  if (asked.by === "hour") return days.flatMap((day) => hoursOf(day, asked.zone));
  const label = LABELS[asked.by];
  const periods: Period[] = [];
  for (const day of days) {
    const period = label(day.period as LocalDay);
    const last = periods.at(-1);
    if (last?.period === period) periods[periods.length - 1] = { ...last, end: day.end };
    else periods.push({ ...day, period });
  }
  return periods;
}

const LABELS: Readonly<Record<Exclude<Grain, "hour">, (day: LocalDay) => string>> = {
  day: (day) => day,
  week: (day) => plusDays(day, 1 - weekdayOf(day)),
  month: (day) => day.slice(0, 7),
};

function listDays(asked: DayRange & { readonly zone: Zone }): readonly Period[] {
  const days: Period[] = [];
  let start = dayStart(asked.from, asked.zone);
  for (let day = asked.from; day <= asked.to; day = plusDays(day, 1)) {
    const end = dayStart(plusDays(day, 1), asked.zone);
    if (end > start) days.push({ period: day, start, end });
    start = end;
  }
  return days;
}

/**
 * A day's hours: cut where the zone's clock reads a whole hour, and where it is set forward or back on a
 * quarter hour. So a day has 23, 24 or 25 of them, and a half-hour change (Lord Howe) makes a half one.
 */
function hoursOf(day: Period, zone: Zone): readonly Period[] {
  const changes = offsetChanges(day.start, day.end, zone).filter((at) => at % BUCKET_MS === 0);
  const hours: Period[] = [];
  let start = day.start;
  while (start < day.end) {
    const next = nextWholeHour(start, zone);
    const change = changes.find((at) => at > start) ?? day.end;
    const end = instant(Math.min(next, change, day.end));
    hours.push({ period: hourLabel(start, zone), start, end });
    start = end;
  }
  return hours;
}

function nextWholeHour(at: Instant, zone: Zone): number {
  const wall = at + offsetAt(at, zone);
  const next = at + HOUR_MS - (wall % HOUR_MS);
  const nextWall = next + offsetAt(next, zone);
  return nextWall % HOUR_MS === 0 ? next : next + HOUR_MS - (nextWall % HOUR_MS);
}

function hourLabel(at: Instant, zone: Zone): string {
  const offset = offsetAt(at, zone);
  const wall = new Date(at + offset).toISOString().slice(0, 16);
  const size = new Date(Math.abs(offset)).toISOString().slice(11, 16);
  return `${wall}${offset < 0 ? "-" : "+"}${size}`;
}
