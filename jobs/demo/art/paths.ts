/** The box around a path, in its own units. */
export type Bounds = { readonly x: number; readonly y: number; readonly width: number; readonly height: number };

type Point = readonly [number, number];

/** Rounds to a tenth: finer digits only make the picture's source longer. */
export function round(value: number): number {
  return Math.round(value * 10) / 10;
}

/** Mirrors an absolute path (M L C Z only) at x = 0. */
export function flip(path: string): string {
  let index = 0;
  return path.replace(/-?[\d.]+/g, (number) => (index++ % 2 === 0 ? String(-Number(number)) : number));
}

/** Closes a right half outline (`x,y C … L …`, top centre to bottom centre) into a symmetrical shape. */
export function symmetrical(half: string): string {
  const [start = [0, 0], ...segments] = segmentsOf(half);
  let from = start as Point;
  const there: string[] = [];
  const back: string[] = [];
  for (const [a, b, to] of segments as readonly (readonly [Point, Point, Point])[]) {
    there.push(`C ${a.join(" ")} ${b.join(" ")} ${to.join(" ")}`);
    back.unshift(`C ${mirrored(b)} ${mirrored(a)} ${mirrored(from)}`);
    from = to;
  }
  return `M ${start.join(" ")} ${there.join(" ")} ${back.join(" ")} Z`;
}

/** The same outline, left open: for seams that run along an edge. */
export function open(path: string): string {
  return path.replace(/ Z$/, "");
}

/** The box of all points of an absolute path (M L C Z), control points included. */
export function boundsOf(path: string, margin: number): Bounds {
  const all = numbers(path);
  const xs = all.filter((_, i) => i % 2 === 0);
  const ys = all.filter((_, i) => i % 2 === 1);
  const [x, y] = [Math.min(...xs) - margin, Math.min(...ys) - margin];
  return { x: round(x), y: round(y), width: round(Math.max(...xs) + margin - x), height: round(Math.max(...ys) + margin - y) };
}

/** A rectangle with rounded corners as an absolute path of cubic curves. */
export function box({ x, y, width, height, radius }: Bounds & { readonly radius: number }): string {
  const [right, bottom, k] = [x + width, y + height, radius * 0.45];
  return (
    `M ${x + radius} ${y} L ${right - radius} ${y} C ${right - k} ${y} ${right} ${y + k} ${right} ${y + radius} ` +
    `L ${right} ${bottom - radius} C ${right} ${bottom - k} ${right - k} ${bottom} ${right - radius} ${bottom} ` +
    `L ${x + radius} ${bottom} C ${x + k} ${bottom} ${x} ${bottom - k} ${x} ${bottom - radius} ` +
    `L ${x} ${y + radius} C ${x} ${y + k} ${x + k} ${y} ${x + radius} ${y} Z`
  );
}

/** An ellipse as an absolute path of cubic curves. */
export function oval({ x, y, rx, ry }: { x: number; y: number; rx: number; ry: number }): string {
  const [kx, ky] = [rx * 0.5523, ry * 0.5523];
  const points = [
    [x + kx, y - ry, x + rx, y - ky, x + rx, y],
    [x + rx, y + ky, x + kx, y + ry, x, y + ry],
    [x - kx, y + ry, x - rx, y + ky, x - rx, y],
    [x - rx, y - ky, x - kx, y - ry, x, y - ry],
  ];
  return `M ${round(x)} ${round(y - ry)} ${points.map((p) => `C ${p.map(round).join(" ")}`).join(" ")} Z`;
}

/** A straight line as a flat curve starts as `[start]`, every other entry is a curve's three points. */
function segmentsOf(half: string): readonly (Point | readonly [Point, Point, Point])[] {
  const parts = half.match(/[CL]?[^CL]+/g) ?? [];
  const [first = 0, second = 0] = numbers(parts[0] ?? "");
  let from: Point = [first, second];
  const out: (Point | readonly [Point, Point, Point])[] = [from];
  for (const part of parts.slice(1)) {
    const n = numbers(part);
    const step = part.startsWith("L") ? 2 : 6;
    for (let i = 0; i < n.length; i += step) {
      const at = (k: number): Point => [n[i + k] ?? 0, n[i + k + 1] ?? 0];
      const to = at(step - 2);
      out.push(step === 2 ? [from, to, to] : [at(0), at(2), to]);
      from = to;
    }
  }
  return out;
}

function mirrored([x, y]: Point): string {
  return `${-x} ${y}`;
}

function numbers(path: string): number[] {
  return (path.match(/-?[\d.]+/g) ?? []).map(Number);
}
