/** Longer lists are slow to read for people and pages alike. */
const MOST = 240;

/** How many of a list a page shows: `?shown=` in whole steps, between one step and 240. */
export function shownOf(request: Request, step: number): number {
  const asked = new URL(request.url).searchParams.get("shown") ?? "";
  const wanted = /^\d{1,4}$/.test(asked) ? Number(asked) : step;
  return Math.min(MOST, Math.max(step, Math.ceil(wanted / step) * step));
}
