/**
 * Splits a whole number in proportion to the weights by largest remainder, ties by position: the parts sum to
 * the whole. With all weights 0 the first part takes all. A negative total splits as its mirror image.
 * Errors: RangeError for no weights, a negative weight, or a total that is no safe integer.
 */
export function splitByWeight(total: number, weights: readonly bigint[]): readonly number[] {
  if (!Number.isSafeInteger(total)) throw new RangeError(`Not a whole amount to split: ${total}`);
  if (weights.length === 0) throw new RangeError("Nothing to split over");
  if (weights.some((weight) => weight < 0n)) throw new RangeError("A weight is negative");
  if (total < 0) return splitByWeight(-total, weights).map((part) => (part === 0 ? 0 : -part));
  const sum = weights.reduce((left, right) => left + right, 0n);
  if (sum === 0n) return weights.map((_, index) => (index === 0 ? total : 0));
  const shares = weights.map((weight, index) => ({ index, whole: (BigInt(total) * weight) / sum, rest: (BigInt(total) * weight) % sum }));
  const left = total - Number(shares.reduce((whole, share) => whole + share.whole, 0n));
  const raised = new Set(
    [...shares]
      .sort(byRest)
      .slice(0, left)
      .map(({ index }) => index),
  );
  return shares.map(({ whole, index }) => Number(whole) + (raised.has(index) ? 1 : 0));
}

type Share = { readonly index: number; readonly rest: bigint };

function byRest(left: Share, right: Share): number {
  if (left.rest === right.rest) return left.index - right.index;
  return left.rest > right.rest ? -1 : 1;
}
