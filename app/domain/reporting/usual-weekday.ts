import type { LocalDay } from "../kernel/branded";
import { divideRounded, type Minor, minor } from "../kernel/money";
import { plusDays } from "../kernel/zones";

/** How many weeks a weekday is compared over: two months are enough to be usual and short enough to be the season. */
export const USUAL_WEEKS = 8;

/**
 * What a day of this weekday usually brings: the mean net sales of the same weekday in the eight weeks before,
 * counted from the first day with activity; silent days in between count as zero. `null` when none lies before.
 * Rounded half away from zero.
 */
export function usualWeekday(day: LocalDay, netByDay: ReadonlyMap<string, number>): Minor | null {
  const first = [...netByDay.keys()].sort()[0];
  if (first === undefined) return null;
  const days = Array.from({ length: USUAL_WEEKS }, (_, week) => plusDays(day, -7 * (week + 1))).filter((past) => past >= first);
  if (days.length === 0) return null;
  const total = days.reduce((sum, past) => sum + BigInt(netByDay.get(past) ?? 0), 0n);
  return minor(Number(divideRounded(total, BigInt(days.length))));
}
