import type { Instant, Ppm } from "../kernel/branded";
import { DAY_MS } from "../kernel/instant";
import { splitByWeight } from "../kernel/split";

/** All of a line's credit, in parts per million. */
export const WHOLE_PPM = 1_000_000;

/** How a line's credit is spread over its candidate touches. Source: domain §4. */
export const MODELS = ["last_touch", "first_touch", "linear", "position_based", "time_decay"] as const;
export type Model = (typeof MODELS)[number];

const HALF_LIFE_DAYS = 7;

/**
 * Weights are whole multiples of 2^-64, so that a decayed share is the same on every machine: powers of floating
 * numbers are not. A touch 64 half-lives old weighs one.
 */
const SCALE = 1n << 64n;

/** ln 2 × 2^64, rounded down. */
const LN_2 = 12_786_308_645_202_655_659n;

/**
 * Shares of the candidates in parts per million, in their order (oldest first); they sum to exactly 1 000 000,
 * or are none for no candidates. `frozenAt` is what time decay counts back from.
 */
export function creditShares(model: Model, times: readonly Instant[], frozenAt: Instant): readonly Ppm[] {
  if (times.length === 0) return [];
  return splitByWeight(WHOLE_PPM, WEIGHTS[model](times, frozenAt)) as readonly Ppm[];
}

const WEIGHTS: Readonly<Record<Model, (times: readonly Instant[], frozenAt: Instant) => readonly bigint[]>> = {
  last_touch: (times) => times.map((_, index) => (index === times.length - 1 ? 1n : 0n)),
  first_touch: (times) => times.map((_, index) => (index === 0 ? 1n : 0n)),
  linear: (times) => times.map(() => 1n),
  position_based: (times) => positionWeights(times.length),
  time_decay: (times, frozenAt) => times.map((at) => decayWeight(frozenAt - at)),
};

/** 40 % to the first and the last, 20 % over those between; two touches share equally. */
function positionWeights(count: number): readonly bigint[] {
  if (count <= 2) return Array.from({ length: count }, () => 1n);
  const between = BigInt(count - 2);
  return Array.from({ length: count }, (_, index) => (index === 0 || index === count - 1 ? 2n * between : 1n));
}

/** 2^-(age ÷ half-life): whole half-lives by shifting, the rest by the series of e^-(rest × ln 2). */
function decayWeight(ageMs: number): bigint {
  const halfLifeMs = HALF_LIFE_DAYS * DAY_MS;
  const halvings = BigInt(Math.floor(ageMs / halfLifeMs));
  const exponent = (LN_2 * BigInt(ageMs % halfLifeMs)) / BigInt(halfLifeMs);
  let term = SCALE;
  let sum = 0n;
  for (let n = 1n; term !== 0n; n++) {
    sum += term;
    term = (-term * exponent) / (SCALE * n);
  }
  const weight = sum >> halvings;
  return weight > 0n ? weight : 1n;
}
