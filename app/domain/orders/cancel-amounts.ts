import { type Minor, minor } from "../kernel/money";
import { backSoFar } from "../kernel/take-back";

/** A line as far as taking units back goes. */
export type CancelableLine = {
  readonly quantity: number;
  /** Units canceled before. */
  readonly canceled: number;
  readonly paidMinor: Minor;
  readonly taxMinor: Minor;
};

export type AmountsBack = { readonly paidBackMinor: Minor; readonly taxBackMinor: Minor; readonly baseBackMinor: Minor };

/**
 * What canceling further units takes back: the difference to what earlier cancels took. Paid by units, tax by
 * paid; base is paid without the tax in it. Source: domain §2. Errors: RangeError for more units than are left.
 */
export function cancelAmounts(line: CancelableLine, units: number, taxInclusive: boolean): AmountsBack {
  const before = backOf(line, line.canceled);
  const after = backOf(line, line.canceled + units);
  const paidBackMinor = minor(after.paid - before.paid);
  const taxBackMinor = minor(after.tax - before.tax);
  return { paidBackMinor, taxBackMinor, baseBackMinor: taxInclusive ? minor(paidBackMinor - taxBackMinor) : paidBackMinor };
}

function backOf(line: CancelableLine, units: number): { readonly paid: Minor; readonly tax: Minor } {
  const paid = backSoFar(line.paidMinor, { taken: units, of: line.quantity });
  return { paid, tax: backSoFar(line.taxMinor, { taken: paid, of: line.paidMinor }) };
}

/** What is to be captured: the total less what is canceled; nothing, shipping included, when no unit is left. */
export function owedOf(order: {
  readonly totalMinor: Minor;
  readonly taxInclusive: boolean;
  readonly lines: readonly CancelableLine[];
}): Minor {
  if (order.lines.every((line) => line.canceled === line.quantity)) return minor(0);
  return order.lines.reduce((left, line) => {
    const back = backOf(line, line.canceled);
    return minor(left - back.paid - (order.taxInclusive ? 0 : back.tax));
  }, order.totalMinor);
}

/** The base of what is left of a line: what the platform's fee is counted on. */
export function baseLeft(line: CancelableLine & { readonly baseMinor: Minor }, taxInclusive: boolean): Minor {
  const back = backOf(line, line.canceled);
  return minor(line.baseMinor - back.paid + (taxInclusive ? back.tax : 0));
}
