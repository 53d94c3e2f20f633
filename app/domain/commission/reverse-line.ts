import type { Ppm } from "../kernel/branded";
import { type Minor, minor } from "../kernel/money";
import { backSoFar } from "../kernel/take-back";
import { shareLine } from "./credit-shares";

/** A line's totals and how much of each is taken back: so far before this step, and with it. */
export type LineBack = {
  readonly quantity: number;
  readonly baseMinor: Minor;
  readonly before: { readonly units: number; readonly baseMinor: Minor };
  readonly after: { readonly units: number; readonly baseMinor: Minor };
};

/** A credit as it was decided; `accruedMinor` is 0 for one that earned nothing. */
export type AccruedCredit = { readonly ppm: Ppm; readonly accruedMinor: Minor };

/** What a step takes back of one credit: positive differences to what was back before it. */
export type CreditBack = { readonly units: number; readonly baseMinor: Minor; readonly commissionMinor: Minor };

/**
 * What taking back part of a line takes back of each of its credits, by the terms of the sale: each part's
 * commission is back by round(part × base back ÷ base), so any sequence ends exactly. A line whose base is 0
 * goes back by units. Source: domain §2 and §5.
 */
export function reverseCredits(line: LineBack, credits: readonly AccruedCredit[]): readonly CreditBack[] {
  const shares = credits.map((credit) => credit.ppm);
  const before = backShares(line.before, shares);
  const after = backShares(line.after, shares);
  return credits.map(({ accruedMinor }, index) => ({
    units: (after[index]?.units ?? 0) - (before[index]?.units ?? 0),
    baseMinor: minor((after[index]?.baseMinor ?? 0) - (before[index]?.baseMinor ?? 0)),
    commissionMinor: minor(backSoFar(accruedMinor, backOf(line, line.after)) - backSoFar(accruedMinor, backOf(line, line.before))),
  }));
}

function backShares(back: LineBack["before"], shares: readonly Ppm[]) {
  return shareLine({ orderPpm: 0 as Ppm, ...back }, shares);
}

function backOf(line: LineBack, back: LineBack["before"]): { readonly taken: number; readonly of: number } {
  return line.baseMinor > 0 ? { taken: back.baseMinor, of: line.baseMinor } : { taken: back.units, of: line.quantity };
}
