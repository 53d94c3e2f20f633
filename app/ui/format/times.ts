import { conventionsOf, type Locale } from "../texts/locale";

const formats = new Map<string, Intl.DateTimeFormat>();

/** A calendar day in words: `23 Nov 2026` · `23 nov. 2026`. `day` is YYYY-MM-DD and belongs to no zone here. */
export function formatDay(locale: Locale, day: string, style: DayStyle = "medium"): string {
  return words(locale, `day ${style}`, { ...DAY_STYLES[style], timeZone: "UTC" }, Date.parse(`${day}T00:00:00Z`));
}

/** An instant (epoch milliseconds) as a clock time in a zone: `14:32:05`. */
export function formatClock(locale: Locale, at: number, zone: string): string {
  return words(locale, `clock ${zone}`, { timeZone: zone, hour: "2-digit", minute: "2-digit", second: "2-digit", hourCycle: "h23" }, at);
}

/** An instant as a clock time to the minute in a zone: `14:32`. */
export function formatMinute(locale: Locale, at: number, zone: string): string {
  return words(locale, `minute ${zone}`, { timeZone: zone, hour: "2-digit", minute: "2-digit", hourCycle: "h23" }, at);
}

/** An instant as day and minute in a zone: `23 Nov 2026, 14:32` . */
export function formatMoment(locale: Locale, at: number, zone: string): string {
  const day = words(locale, `moment ${zone}`, { ...DAY_STYLES.medium, timeZone: zone }, at);
  return `${day}, ${formatMinute(locale, at, zone)}`;
}

/** The calendar day of an instant in a zone, as YYYY-MM-DD. */
export function isoDayOf(at: number, zone: string): string {
  return words("en", `iso ${zone}`, { timeZone: zone, year: "numeric", month: "2-digit", day: "2-digit" }, at)
    .split("/")
    .reverse()
    .join("-");
}

/** The place a zone is named after: `Europe/Paris` → `Paris`, `America/New_York` → `New York`. */
export function placeOfZone(zone: string): string {
  return (zone.split("/").at(-1) ?? zone).replaceAll("_", " ");
}

/** The name of the weekday of a calendar day: `Sunday` · `dimanche`. */
export function formatWeekday(locale: Locale, day: string): string {
  return words(locale, "weekday", { weekday: "long", timeZone: "UTC" }, Date.parse(`${day}T00:00:00Z`));
}

export type DayStyle = "short" | "medium" | "full" | "long" | "month";

const DAY_STYLES: Readonly<Record<DayStyle, Intl.DateTimeFormatOptions>> = {
  short: { day: "numeric", month: "short" },
  medium: { day: "numeric", month: "short", year: "numeric" },
  full: { weekday: "long", day: "numeric", month: "long" },
  long: { weekday: "long", day: "numeric", month: "long", year: "numeric" },
  month: { month: "short", year: "numeric" },
};

function words(locale: Locale, name: string, options: Intl.DateTimeFormatOptions, at: number): string {
  const key = `${locale} ${name}`;
  const format = formats.get(key) ?? new Intl.DateTimeFormat(conventionsOf(locale), options);
  formats.set(key, format);
  return format
    .format(at)
    .replace(/\u202f/g, " ")
    .replace("Sept ", "Sep ");
}
