import type { Instant } from "../kernel/branded";
import type { Period } from "./periods";
import type { ReportRow } from "./report";

/** Commission that has left the provisional state, by the quarter-hour of its order. */
export type SettledBucket = { readonly bucket: Instant; readonly approved: number; readonly paid: number };

/**
 * What an affiliate earned in a period by how sure it is, in minor units: paid or on its way there, approved, and
 * provisional, which is the rest of what was accrued. `reversed` is what was taken back in the period.
 */
export type Earnings = {
  readonly period: string;
  readonly paid: number;
  readonly approved: number;
  readonly provisional: number;
  readonly reversed: number;
};

/** Earnings of every period, silent ones too. `rows` tell what was accrued and taken back; `settled` is in time order. */
export function earningsByState(
  rows: readonly ReportRow[],
  settled: readonly SettledBucket[],
  periods: readonly Period[],
): readonly Earnings[] {
  const told = new Map(rows.map((row) => [row.period, row.values]));
  return periods.map(({ period, start, end }) => {
    const own = settled.filter(({ bucket }) => bucket >= start && bucket < end);
    const [approved, paid] = [total(own, "approved"), total(own, "paid")];
    const values = told.get(period);
    return {
      period,
      paid,
      approved,
      provisional: (values?.commission_accrued ?? 0) - approved - paid,
      reversed: values?.commission_reversed ?? 0,
    };
  });
}

/** All periods together. */
export function totalEarnings(earnings: readonly Earnings[]): Omit<Earnings, "period"> {
  const sum = (state: Exclude<keyof Earnings, "period">): number => earnings.reduce((all, one) => all + one[state], 0);
  return { paid: sum("paid"), approved: sum("approved"), provisional: sum("provisional"), reversed: sum("reversed") };
}

function total(buckets: readonly SettledBucket[], state: "approved" | "paid"): number {
  return buckets.reduce((sum, bucket) => sum + bucket[state], 0);
}
