import { createBench } from "../bench";
import { dark, light } from "../colour";
import { type Drawing, has } from "../drawing";

const SOCK =
  "M -46 -176 C -16 -184 18 -184 44 -176 C 46 -110 48 -40 56 16 C 70 50 110 74 150 96 C 180 114 182 156 152 168 C 100 184 40 160 -4 128 C -40 104 -52 70 -50 30 C -46 -40 -46 -110 -46 -176 Z";
const TOE = "M 116 78 C 128 84 140 90 150 96 C 180 114 182 156 152 168 C 136 173 118 174 100 172 C 96 140 100 104 116 78 Z";
const HEEL = "M -51 56 C -30 60 -8 74 4 96 C 6 112 2 122 -4 128 C -36 106 -50 82 -51 56 Z";
const TOP = "M -50 -186 C -16 -196 20 -196 48 -186 C 50 -164 50 -142 49 -124 C 18 -114 -18 -114 -49 -124 C -50 -142 -51 -164 -50 -186 Z";

/** A pair of socks, one on the other. Knows short. */
export function drawSocks(drawing: Drawing): string {
  const { look } = drawing;
  const bench = createBench(drawing, "knit");
  const { colour } = look;
  const tip = look.accent ?? dark(colour, 0.25);
  const texture = look.texture ?? "stitch";
  for (const [dx, dy] of [
    [46, -34],
    [-66, 26],
  ] as const) {
    const place = (path: string): string => {
      let index = 0;
      return path.replace(/-?[\d.]+/g, (n) => String(Number(n) + (index++ % 2 === 0 ? dx : dy)));
    };
    bench.piece(place(SOCK), colour, {
      textures: [bench.texture(texture, colour, texture === "stitch" ? { scale: 0.8 } : {})],
      folds: [
        [place("M-40 20 C -10 34 20 26 52 6"), 12, -0.24],
        [place("M-30 70 C 0 64 20 50 50 30"), 10, -0.18],
        [place("M20 -160 C 26 -80 24 -20 34 30"), 14, -0.16],
      ],
    });
    bench.piece(place(TOE), tip, { textures: [bench.texture("stitch", tip, { scale: 0.8 })] });
    bench.piece(place(HEEL), tip, { textures: [bench.texture("stitch", tip, { scale: 0.8 })] });
    if (!has(look, "short")) bench.piece(place(TOP), light(tip, 0.03), { textures: [bench.texture("rib", tip)] });
  }
  return bench.finish();
}
