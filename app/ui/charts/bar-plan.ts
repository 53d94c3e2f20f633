import type { Earnings } from "~/domain/reporting/earnings";
import { type Axis, heightOf, niceAxis } from "./scale";

/** From the axis upwards, the surest first. */
export const EARNED_STATES = ["paid", "approved", "provisional"] as const;
export type EarnedState = (typeof EARNED_STATES)[number];
export type BarState = EarnedState | "reversed";

/** A piece of a bar; all lengths in percent of the plot. */
export type Piece = { readonly state: BarState; readonly top: number; readonly height: number };

/** One period's bar: `left` and `width` in percent of the plot. */
export type Bar = { readonly left: number; readonly width: number; readonly pieces: readonly Piece[] };

export type BarPlan = {
  readonly axis: Axis;
  readonly bars: readonly Bar[];
  /** The period before as steps, in a 1000 × 1000 square; empty without comparison. */
  readonly before: string;
};

/** About one grid line per 55 px of height. */
const STEPS = 4;

/** How much of a period's width its bar takes; the rest is air. */
const BAR_SHARE = 0.74;

/** Lays out earnings by state: earned above zero, taken back below. `before` is what was earned in the period before. */
export function planBars(earnings: readonly Earnings[], before: readonly (number | null)[] | null, smallest: number): BarPlan {
  const earned = earnings.map((one) => one.paid + one.approved + Math.max(0, one.provisional));
  const values = [...earned, ...earnings.map((one) => -one.reversed), ...(before ?? []).filter((value) => value !== null)];
  const axis = niceAxis(values, { steps: STEPS, smallest });
  const width = 100 / Math.max(1, earnings.length);
  const bars = earnings.map((one, index) => ({
    left: round(width * index + (width * (1 - BAR_SHARE)) / 2),
    width: round(width * BAR_SHARE),
    pieces: piecesOf(axis, one),
  }));
  return { axis, bars, before: before === null ? "" : stepsOf(axis, before) };
}

function piecesOf(axis: Axis, one: Earnings): readonly Piece[] {
  const pieces: Piece[] = [];
  let foot = 0;
  for (const state of EARNED_STATES) {
    const amount = Math.max(0, one[state]);
    if (amount === 0) continue;
    pieces.push(pieceOf(axis, state, { from: foot, to: foot + amount }));
    foot += amount;
  }
  if (one.reversed > 0) pieces.push(pieceOf(axis, "reversed", { from: -one.reversed, to: 0 }));
  return pieces;
}

function pieceOf(axis: Axis, state: BarState, { from, to }: { readonly from: number; readonly to: number }): Piece {
  const top = heightOf(axis, to) * 100;
  return { state, top: round(top), height: round(heightOf(axis, from) * 100 - top) };
}

/** A level over each period's width; a gap where the period before is shorter. */
function stepsOf(axis: Axis, values: readonly (number | null)[]): string {
  const width = 1_000 / Math.max(1, values.length);
  let path = "";
  let drawing = false;
  for (const [index, value] of values.entries()) {
    if (value === null) {
      drawing = false;
      continue;
    }
    const y = round(heightOf(axis, value) * 1_000);
    path += drawing ? `V${y}` : `M${round(index * width)} ${y}`;
    path += `H${round((index + 1) * width)}`;
    drawing = true;
  }
  return path;
}

/** A hundredth of a percent is finer than any screen; long decimals only weigh. */
function round(value: number): number {
  return Math.round(value * 100) / 100;
}
