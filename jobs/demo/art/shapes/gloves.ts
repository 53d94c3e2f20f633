import { createBench, type Fold } from "../bench";
import { light } from "../colour";
import { type Drawing, has } from "../drawing";

const HAND =
  "M -46 190 C -50 120 -58 60 -62 10 C -66 -30 -66 -80 -60 -112 C -56 -126 -38 -126 -36 -110 L -32 -40 L -28 -40 L -28 -150 C -26 -168 -4 -168 -2 -150 L 2 -44 L 6 -44 L 12 -140 C 14 -156 34 -156 35 -138 L 34 -34 L 38 -32 L 50 -98 C 54 -112 70 -108 70 -94 C 68 -50 64 -10 62 20 C 72 2 82 -18 96 -26 C 110 -30 116 -18 110 -6 C 94 30 80 70 60 104 C 54 130 52 160 52 190 C 20 198 -16 198 -46 190 Z";
const CUFF = "M -52 150 C -16 160 22 160 58 150 C 62 180 62 206 58 226 C 22 238 -20 238 -54 226 C -58 206 -56 180 -52 150 Z";

/** A pair of gloves, one over the other. Knits get a ribbed cuff; leather gets stitched lines. Knows short. */
export function drawGloves(drawing: Drawing): string {
  const { look } = drawing;
  const bench = createBench(drawing, look.fabric ?? "leather");
  const { colour } = look;
  const knitted = look.fabric === "knit";
  const place = (path: string, dx: number, mirrored: boolean): string => {
    let index = 0;
    return path.replace(/-?[\d.]+/g, (n) => (index++ % 2 === 0 ? String((mirrored ? -Number(n) : Number(n)) + dx) : n));
  };
  const folds: readonly Fold[] = [
    ["M-30 -40 C -24 10 -30 60 -20 120", 10, -0.2],
    ["M4 -44 C 6 0 0 50 6 110", 9, -0.18],
    ["M36 -32 C 34 10 40 40 34 90", 9, -0.2],
    ["M60 20 C 50 50 40 70 20 90", 10, -0.24],
    ["M-40 130 C -10 144 20 144 50 128", 14, -0.22],
  ];
  for (const [dx, mirrored] of [
    [64, false],
    [-52, true],
  ] as const) {
    const textures = knitted ? [bench.texture(look.texture ?? "stitch", colour)] : [];
    bench.piece(place(HAND, dx, mirrored), colour, {
      textures,
      folds: folds.map(([path, width, tone]) => [place(path, dx, mirrored), width, tone]),
    });
    if (knitted) bench.piece(place(CUFF, dx, mirrored), light(colour, 0.02), { textures: [bench.texture("rib", colour)] });
    else {
      for (const seam of ["M-30 -24 L-24 70", "M4 -28 L4 74", "M36 -18 L32 66"])
        bench.line(place(seam, dx, mirrored), light(colour, 0.35), 1.6, { dashes: "5 3.4", opacity: 0.5 });
      if (!has(look, "short"))
        bench.piece(place(CUFF, dx, mirrored), light(colour, 0.04), {
          folds: [[place("M-48 166 C -10 176 20 176 54 166", dx, mirrored), 8, 0.2]],
        });
    }
  }
  return bench.finish();
}
