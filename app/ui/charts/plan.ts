import { areaPath, type Gap, gapsBetween, linePath, type Spot } from "./geometry";
import type { ChartPoint } from "./points";
import { type Axis, heightOf, niceAxis, placeOf } from "./scale";

/** The room around the plot in CSS pixels; both drawings keep to it, so nothing moves when one replaces the other. */
export const ROOM = { left: 56, right: 12, top: 12, bottom: 28, height: 264 } as const;

/** About one grid line per 55 px of height. */
const STEPS = 4;

/** The square in which lines are laid out before it is stretched over the plot. */
const SIDE = 1_000;

/** Everything of a chart but its words. Coordinates in a 1000 × 1000 square. */
export type ChartPlan = {
  readonly axis: Axis;
  readonly line: string;
  readonly area: string;
  readonly before: string;
  readonly gaps: readonly Gap[];
  /** Dots where few points stand far apart; none on long lines. */
  readonly dots: readonly Spot[];
};

/** Up to this many points each gets a dot; more would touch at 360 px. */
const MOST_DOTS = 16;

/** Lays a chart out. `smallest` is the finest step of the axis that makes sense (one currency unit, one order). */
export function planChart(points: readonly ChartPoint[], smallest: number): ChartPlan {
  const compared = points.some((point) => point.before !== null);
  const values = points.flatMap((point) => [point.value, point.before?.value ?? null]).filter((value) => value !== null);
  const axis = niceAxis(values, { steps: STEPS, smallest });
  const spots = points.map((point, index) => spotOf(axis, point.value, placeOf(index, points.length)));
  const past = points.map((point, index) => spotOf(axis, point.before?.value ?? null, placeOf(index, points.length)));
  return {
    axis,
    line: linePath(spots),
    area: compared ? "" : areaPath(spots, heightOf(axis, 0) * SIDE),
    before: compared ? linePath(past) : "",
    gaps: compared ? gapsBetween(spots, past) : [],
    dots: points.length > MOST_DOTS ? [] : spots.filter((spot) => spot !== null),
  };
}

function spotOf(axis: Axis, value: number | null, place: number): Spot | null {
  return value === null ? null : { x: place * SIDE, y: heightOf(axis, value) * SIDE };
}
