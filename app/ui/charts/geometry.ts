/** A point in a drawing; x grows to the right, y downwards. */
export type Spot = { readonly x: number; readonly y: number };

/** The line through the spots as an SVG path; `null` breaks it. A spot alone is a dot of no length, visible with round caps. */
export function linePath(spots: readonly (Spot | null)[]): string {
  return runsOf(spots)
    .map((run) => (run.length === 1 ? `${at("M", run[0])}h0` : run.map((spot, index) => at(index === 0 ? "M" : "L", spot)).join("")))
    .join("");
}

/** The surface between the line and a base at height `foot`, as an SVG path. */
export function areaPath(spots: readonly (Spot | null)[], foot: number): string {
  return runsOf(spots)
    .filter((run) => run.length > 1)
    .map((run) => {
      const first = run[0] as Spot;
      const last = run[run.length - 1] as Spot;
      return `M${round(first.x)} ${round(foot)}${run.map((spot) => at("L", spot)).join("")}L${round(last.x)} ${round(foot)}Z`;
    })
    .join("");
}

/** A stretch where one line runs above the other. */
export type Gap = { readonly side: "above" | "below"; readonly path: string };

/**
 * The surface between two lines, cut where they cross: `above` where the first is higher (smaller y). Stretches
 * in which one of them is missing are left out. Both lists hold the same xs.
 */
export function gapsBetween(first: readonly (Spot | null)[], second: readonly (Spot | null)[]): readonly Gap[] {
  const gaps: Gap[] = [];
  for (let index = 1; index < first.length; index++) {
    const [a, b, c, d] = [first[index - 1], first[index], second[index - 1], second[index]];
    if (!a || !b || !c || !d) continue;
    gaps.push(...between(a, b, c, d));
  }
  return joined(gaps);
}

function between(a: Spot, b: Spot, c: Spot, d: Spot): readonly Gap[] {
  const [left, right] = [c.y - a.y, d.y - b.y];
  if (left === 0 && right === 0) return [];
  if (left * right >= 0) return [gap(left + right, [a, b, d, c])];
  const share = left / (left - right);
  const cross = { x: a.x + (b.x - a.x) * share, y: a.y + (b.y - a.y) * share };
  return [gap(left, [a, cross, c]), gap(right, [cross, b, d])];
}

function gap(difference: number, corners: readonly Spot[]): Gap {
  return { side: difference > 0 ? "above" : "below", path: `${corners.map((spot, index) => at(index === 0 ? "M" : "L", spot)).join("")}Z` };
}

/** One path per side: hundreds of small elements would cost more than two long paths. */
function joined(gaps: readonly Gap[]): readonly Gap[] {
  return (["above", "below"] as const)
    .map((side) => ({
      side,
      path: gaps
        .filter((one) => one.side === side)
        .map((one) => one.path)
        .join(""),
    }))
    .filter((one) => one.path !== "");
}

function runsOf(spots: readonly (Spot | null)[]): readonly (readonly Spot[])[] {
  const runs: Spot[][] = [];
  let run: Spot[] = [];
  for (const spot of spots) {
    if (spot !== null) run.push(spot);
    else if (run.length > 0) {
      runs.push(run);
      run = [];
    }
  }
  return run.length > 0 ? [...runs, run] : runs;
}

function at(command: "M" | "L", spot: Spot | undefined): string {
  return spot === undefined ? "" : `${command}${round(spot.x)} ${round(spot.y)}`;
}

/** A hundredth of a unit is finer than any screen; long decimals only weigh. */
function round(value: number): number {
  return Math.round(value * 100) / 100;
}
