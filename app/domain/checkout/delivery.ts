import type { Instant, LocalDay, Zone } from "../kernel/branded";
import { localDayOf, plusDays, toInstant, weekdayOf } from "../kernel/zones";

const SATURDAY = 6;

/** When a parcel is promised: noon of both days where the brand is, so that neighbouring zones read the same day. */
export type DeliveryDates = { readonly from: Instant; readonly to: Instant };

/** The `minDays`-th and `maxDays`-th working day (Monday to Friday) after the order's own day in the brand's zone. */
export function deliveryDates(
  orderedAt: Instant,
  option: { readonly minDays: number; readonly maxDays: number },
  zone: Zone,
): DeliveryDates {
  const day = localDayOf(orderedAt, zone);
  return { from: noonOf(workingDayAfter(day, option.minDays), zone), to: noonOf(workingDayAfter(day, option.maxDays), zone) };
}

function workingDayAfter(day: LocalDay, count: number): LocalDay {
  let at = day;
  for (let left = count; left > 0; ) {
    at = plusDays(at, 1);
    if (weekdayOf(at) < SATURDAY) left -= 1;
  }
  return at;
}

function noonOf(day: LocalDay, zone: Zone): Instant {
  return toInstant(`${day}T12:00:00`, zone);
}
