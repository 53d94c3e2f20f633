import { Temporal } from "temporal-polyfill";
import type { Instant, LocalDay, Zone } from "./branded";
import { DAY_MS, instant } from "./instant";

/**
 * Days the product can hold. Before 1973 some zones stood off the quarter hour (Monrovia −0:44:30 until
 * 1972), so quarter-hour buckets could not be exact; beyond 2199 lies only a typing error.
 */
export const FIRST_DAY = "1973-01-01" as LocalDay;
export const LAST_DAY = "2199-12-31" as LocalDay;

/** A zone's name when this runtime's IANA data knows it (any spelling of capitals), else `undefined`. */
export function parseZone(text: string): Zone | undefined {
  const known = zoneNames().get(text.toLowerCase());
  if (known !== undefined) return known;
  return /^[A-Z][A-Za-z0-9_+/-]{1,49}$/.test(text) && isAcceptedByRuntime(text) ? (text as Zone) : undefined;
}

/** A calendar day `YYYY-MM-DD` between `FIRST_DAY` and `LAST_DAY`, else `undefined`. */
export function parseDay(text: string): LocalDay | undefined {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text) || text < FIRST_DAY || text > LAST_DAY) return undefined;
  const at = Date.parse(`${text}T00:00:00Z`);
  return Number.isNaN(at) || isoDay(at) !== text ? undefined : (text as LocalDay);
}

/** The day `days` days after `day` (before, when negative). */
export function plusDays(day: LocalDay, days: number): LocalDay {
  return isoDay(wallMs(day) + days * DAY_MS);
}

/** Whole days from `from` to `to`; negative when `to` is earlier. */
export function daysBetween(from: LocalDay, to: LocalDay): number {
  return (wallMs(to) - wallMs(from)) / DAY_MS;
}

/** 1 for Monday … 7 for Sunday (ISO 8601). */
export function weekdayOf(day: LocalDay): number {
  return new Date(wallMs(day)).getUTCDay() || 7;
}

/**
 * The instant at which a clock in the zone reads `YYYY-MM-DDTHH:mm:ss`. Read twice (clocks set back): the
 * earlier; never read (clocks set forward): shifted forward by the gap. Source: RFC 5545 §3.3.5, Temporal's "compatible".
 * Errors: RangeError when the text is no date and time.
 */
export function toInstant(localDateTime: string, zone: Zone): Instant {
  const wall = Date.parse(`${localDateTime}Z`);
  if (Number.isNaN(wall)) throw new RangeError(`Not a local date and time: ${localDateTime}`);
  return readingsOf(wall, zone)[0] ?? instant(wall - offsetAt(wall - DAY_MS, zone));
}

/** The first instant of the day: its first midnight, or the end of the gap that swallows midnight. */
export function dayStart(day: LocalDay, zone: Zone): Instant {
  const wall = wallMs(day);
  return readingsOf(wall, zone)[0] ?? changeAround(wall, zone);
}

/**
 * The day an instant belongs to: days run from one `dayStart` to the next, so a minute that clocks set back
 * across midnight repeat stays in one day and every quarter hour belongs to exactly one.
 */
export function localDayOf(at: Instant, zone: Zone): LocalDay {
  const day = isoDay(at + offsetAt(at, zone));
  const next = plusDays(day, 1);
  if (dayStart(next, zone) <= at) return next;
  return dayStart(day, zone) <= at ? day : plusDays(day, -1);
}

/** Milliseconds the zone's clocks are ahead of UTC at this instant. */
export function offsetAt(at: number, zone: Zone): number {
  let offset = 0;
  for (const stretch of stretchesOf(new Date(at).getUTCFullYear(), zone)) {
    if (stretch.from > at) break;
    offset = stretch.offsetMs;
  }
  return offset;
}

/** Instants after `from` and before `to` at which the zone's clocks are set forward or back. */
export function offsetChanges(from: Instant, to: Instant, zone: Zone): readonly Instant[] {
  const changes: Instant[] = [];
  for (let year = new Date(from).getUTCFullYear(); year <= new Date(to).getUTCFullYear(); year++) {
    for (const { from: at, offsetMs } of stretchesOf(year, zone)) {
      if (at > from && at < to && offsetAt(at - 1, zone) !== offsetMs) changes.push(at);
    }
  }
  return changes;
}

/** Instants at which the zone's clocks read this wall time, earliest first: none, one or two. */
function readingsOf(wall: number, zone: Zone): readonly Instant[] {
  const offsets = new Set([offsetAt(wall - DAY_MS, zone), offsetAt(wall, zone), offsetAt(wall + DAY_MS, zone)]);
  const candidates = [...offsets].map((offset) => wall - offset).filter((at) => at + offsetAt(at, zone) === wall);
  return candidates.sort((a, b) => a - b).map(instant);
}

/** The change of offset whose gap holds this wall time. */
function changeAround(wall: number, zone: Zone): Instant {
  const changes = offsetChanges(instant(wall - DAY_MS), instant(wall + DAY_MS), zone);
  const gap = changes.find((at) => at + offsetAt(at - 1, zone) <= wall && at + offsetAt(at, zone) > wall);
  if (gap === undefined) throw new Error(`No change of offset explains the missing wall time ${wall} in ${zone}`);
  return gap;
}

function isoDay(wall: number): LocalDay {
  return new Date(wall).toISOString().slice(0, 10) as LocalDay;
}

function wallMs(day: LocalDay): number {
  return Date.parse(`${day}T00:00:00Z`);
}

/** A stretch of time with one offset, until the next one begins. */
type Stretch = { readonly from: Instant; readonly offsetMs: number };

/** Offsets per zone and UTC year. Asking the runtime costs 2 ms for a year, so it is asked once. */
const stretches = new Map<string, readonly Stretch[]>();

/** All zones × 10 years; a server that is asked for more starts over rather than grow. */
const STRETCHES_KEPT = 6_000;

function stretchesOf(year: number, zone: Zone): readonly Stretch[] {
  const key = `${zone} ${year}`;
  const known = stretches.get(key);
  if (known !== undefined) return known;
  if (stretches.size >= STRETCHES_KEPT) stretches.clear();
  const found = readStretches(year, zone);
  stretches.set(key, found);
  return found;
}

function readStretches(year: number, zone: Zone): readonly Stretch[] {
  const end = Date.UTC(year + 1, 0, 1);
  const found: Stretch[] = [];
  let at: Temporal.ZonedDateTime | null = Temporal.Instant.fromEpochMilliseconds(Date.UTC(year, 0, 1)).toZonedDateTimeISO(zone);
  while (at !== null && at.epochMilliseconds < end) {
    found.push({ from: instant(at.epochMilliseconds), offsetMs: at.offsetNanoseconds / 1_000_000 });
    at = at.getTimeZoneTransition("next");
  }
  return found;
}

let names: ReadonlyMap<string, Zone> | undefined;

function zoneNames(): ReadonlyMap<string, Zone> {
  names ??= new Map([...Intl.supportedValuesOf("timeZone"), "UTC"].map((name) => [name.toLowerCase(), name as Zone]));
  return names;
}

/** Knows older and newer spellings besides the listed names, such as Asia/Kolkata beside Asia/Calcutta. */
function isAcceptedByRuntime(name: string): boolean {
  try {
    new Intl.DateTimeFormat("en", { timeZone: name });
    return true;
  } catch (error) {
    if (error instanceof RangeError) return false;
    throw error;
  }
}
