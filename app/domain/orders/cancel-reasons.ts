/** Why a shopper cancels; a fixed list, so that brands can count. */
export const CANCEL_REASONS = [
  "changed_mind",
  "ordered_twice",
  "wrong_item",
  "wrong_address",
  "better_price",
  "arrives_late",
  "other",
] as const;
export type CancelReason = (typeof CANCEL_REASONS)[number];

/** A reason as a form names it; `undefined` for anything else. */
export function parseCancelReason(text: string): CancelReason | undefined {
  return CANCEL_REASONS.find((reason) => reason === text);
}
