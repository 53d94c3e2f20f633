/** A vertical axis: its end points and the values that get a line and a label. */
export type Axis = { readonly min: number; readonly max: number; readonly ticks: readonly number[] };

/**
 * An axis that holds all values and zero, with steps of 1, 2 or 5 × 10ⁿ. `whole` keeps steps at 1 or more
 * (counts, yen); money in cents asks for steps of at least its `smallest` step.
 */
export function niceAxis(values: readonly number[], wanted: { readonly steps: number; readonly smallest: number }): Axis {
  const low = Math.min(0, ...values);
  const high = Math.max(0, ...values);
  if (low === high) return { min: 0, max: wanted.smallest, ticks: [0, wanted.smallest] };
  const step = Math.max(wanted.smallest, niceStep((high - low) / wanted.steps));
  const first = Math.floor(low / step);
  const last = Math.ceil(high / step);
  const ticks = Array.from({ length: last - first + 1 }, (_, index) => (first + index) * step);
  return { min: first * step, max: last * step, ticks };
}

/** The next step of 1, 2 or 5 × 10ⁿ that is at least `rough`. */
export function niceStep(rough: number): number {
  const power = 10 ** Math.floor(Math.log10(rough));
  const factor = [1, 2, 5, 10].find((candidate) => candidate * power >= rough * (1 - 1e-9)) ?? 10;
  return factor * power;
}

/** Where `value` stands between 0 (the axis' top) and 1 (its foot). */
export function heightOf(axis: Axis, value: number): number {
  return (axis.max - value) / (axis.max - axis.min);
}

/** Where point `index` of `count` stands between 0 and 1; one point alone stands in the middle. */
export function placeOf(index: number, count: number): number {
  return count <= 1 ? 0.5 : index / (count - 1);
}

/** Which of `count` points get a label, at most `most`, evenly spread, the first always. */
export function labelledPoints(count: number, most: number): readonly number[] {
  if (count === 0) return [];
  const stride = Math.max(1, Math.ceil(count / most));
  return Array.from({ length: Math.ceil(count / stride) }, (_, index) => index * stride);
}
