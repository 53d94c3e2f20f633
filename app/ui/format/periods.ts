import type { Grain } from "~/domain/reporting/periods";
import type { Locale } from "../texts/locale";
import { formatDay } from "./times";

/** A report's period in words, from its label alone: `23 Nov 2026`, `23 Nov 2026, 14:00`, `Nov 2026`. */
export function formatPeriod(locale: Locale, by: Grain, period: string): string {
  if (by === "month") return formatDay(locale, `${period}-01`, "month");
  const day = formatDay(locale, period.slice(0, 10));
  return by === "hour" ? `${day}, ${clockOf(period)}` : day;
}

/** The same, short enough for an axis: `23 Nov`, `23 Nov 14:00`, `Nov 2026`. */
export function shortPeriod(locale: Locale, by: Grain, period: string): string {
  if (by === "month") return formatPeriod(locale, by, period);
  const day = formatDay(locale, period.slice(0, 10), "short");
  return by === "hour" ? `${day} ${clockOf(period)}` : day;
}

/** Hours are labelled with their own wall clock. */
function clockOf(period: string): string {
  return period.slice(11, 16);
}

/** A range of days without repeating what both share: `1 – 30 Nov 2026`, `28 Dec 2025 – 3 Jan 2026`. */
export function formatRange(locale: Locale, from: string, to: string): string {
  if (from === to) return formatDay(locale, from);
  const sameYear = from.slice(0, 4) === to.slice(0, 4);
  return `${formatDay(locale, from, sameYear ? "short" : "medium")} – ${formatDay(locale, to)}`;
}
