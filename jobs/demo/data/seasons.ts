/** Days of history the demo world has; the last one is today. */
export const HISTORY_DAYS = 90;

/** A brand's launch: `day` counts from the first day of history (0). */
export type Launch = { readonly brandSlug: string; readonly day: number; readonly lift: number };

/** New collections. Brume's winter launch is three weeks before today. */
export const launches: readonly Launch[] = [
  { brandSlug: "marlowe", day: 12, lift: 1.6 },
  { brandSlug: "lueur", day: 27, lift: 1.1 },
  { brandSlug: "halden", day: 41, lift: 1.4 },
  { brandSlug: "minamo", day: 55, lift: 1.3 },
  { brandSlug: "brume", day: 68, lift: 2.2 },
  { brandSlug: "seve", day: 79, lift: 1.5 },
];

/** Two days of reduced prices; shoppers wait a little before and have bought a little after. */
export const flashSale = { brandSlug: "marlowe", day: 61, days: 2, lift: 3.4, percentOff: 25 } as const;

/** Monday first; the mean is 1. Sundays sell, Fridays go out. */
const WEEK = [1.01, 0.93, 0.94, 0.96, 0.9, 1.03, 1.23] as const;

/** From midnight; the mean is 1. Lunch, and the sofa after dinner. */
const DAY = [
  0.4, 0.22, 0.12, 0.08, 0.08, 0.14, 0.34, 0.66, 0.9, 1, 1.06, 1.16, 1.42, 1.3, 1.1, 1.04, 1.06, 1.16, 1.3, 1.56, 2.02, 2.36, 2.22, 1.3,
] as const;

/**
 * Demand for a brand on a day, 1 = an ordinary day in the middle of the history.
 * `day` counts from 0, `weekday` from 1 = Monday to 7 = Sunday (both in the brand's zone).
 */
export function demandOfDay({ brandSlug, day, weekday }: { brandSlug: string; day: number; weekday: number }): number {
  const ofWeek = WEEK[(((weekday - 1) % 7) + 7) % 7] ?? 1;
  return ofWeek * growth(day) * (1 + launchLift(brandSlug, day)) * saleFactor(brandSlug, day);
}

/** Demand in an hour of the day (0 to 23, local), 1 = the mean over a day. */
export function demandOfHour(hour: number): number {
  return DAY[((Math.floor(hour) % 24) + 24) % 24] ?? 1;
}

/** A third more at the end than at the start. */
function growth(day: number): number {
  return 0.85 + (0.3 * day) / (HISTORY_DAYS - 1);
}

/** A launch is strongest on its day and halves every two days. */
function launchLift(brandSlug: string, day: number): number {
  return launches
    .filter((launch) => launch.brandSlug === brandSlug && day >= launch.day)
    .reduce((sum, launch) => sum + launch.lift * 0.5 ** ((day - launch.day) / 2), 0);
}

function saleFactor(brandSlug: string, day: number): number {
  if (brandSlug !== flashSale.brandSlug) return 1;
  const since = day - flashSale.day;
  if (since >= 0 && since < flashSale.days) return flashSale.lift;
  if (since === -1 || since === -2) return 0.8;
  return since >= flashSale.days && since < flashSale.days + 4 ? 0.7 : 1;
}
