import type { Instant, LocalDay, Zone } from "~/domain/kernel/branded";
import { localDayOf, plusDays } from "~/domain/kernel/zones";

export type RangeOption = { readonly id: "week" | "month" | "quarter"; readonly from: string; readonly to: string };

/** The ranges offered: up to today, or up to the latest activity when nothing happened in a long while. */
export function rangesUpTo(now: Instant, zone: Zone, latest: LocalDay | null): readonly RangeOption[] {
  const today = localDayOf(now, zone);
  const end = latest !== null && latest < plusDays(today, -90) ? latest : today;
  return [
    { id: "week", from: plusDays(end, -6), to: end },
    { id: "month", from: plusDays(end, -29), to: end },
    { id: "quarter", from: plusDays(end, -89), to: end },
  ];
}
