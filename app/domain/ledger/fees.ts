import type { Bps } from "../kernel/branded";
import { type Minor, minor } from "../kernel/money";
import { shareOf } from "../kernel/rates";
import { backSoFar } from "../kernel/take-back";

/** The platform's fee of each line of a captured payment: the brand's basis points of the base that was captured. */
export function captureFees(feeBps: Bps, capturedBasesMinor: readonly Minor[]): readonly Minor[] {
  return capturedBasesMinor.map((base) => shareOf(base, feeBps));
}

type FeeBack = {
  readonly capturedBaseMinor: Minor;
  /** Of the captured base: back before this step, and with it. */
  readonly before: Minor;
  readonly after: Minor;
};

/** What a refund gives back of a line's fee: cumulative, as everything that is taken back in parts. */
export function feeBack(feeMinor: Minor, { capturedBaseMinor, before, after }: FeeBack): Minor {
  const back = (taken: Minor): number => backSoFar(feeMinor, { taken, of: capturedBaseMinor });
  return minor(back(after) - back(before));
}
