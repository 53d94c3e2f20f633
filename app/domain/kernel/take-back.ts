import { divideRounded, type Minor, minor } from "./money";

/** How much of something was taken back so far: units of its quantity, or money of its base. */
export type TakenBack = { readonly taken: number; readonly of: number };

/**
 * What is back of an amount once `taken` of `of` is: round(amount × taken ÷ of), half away from zero. Booking the
 * difference to what is already booked makes any sequence end exactly. Of nothing, nothing is back.
 * Errors: RangeError when more is taken back than there was.
 */
export function backSoFar(amount: Minor, { taken, of }: TakenBack): Minor {
  if (taken < 0 || taken > of) throw new RangeError(`${taken} of ${of} cannot be taken back`);
  if (of === 0) return minor(0);
  return minor(Number(divideRounded(BigInt(amount) * BigInt(taken), BigInt(of))));
}
