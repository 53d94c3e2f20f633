import { type Bench, createBench } from "../bench";
import { dark, light } from "../colour";
import { type Drawing, has } from "../drawing";
import { round } from "../paths";

/** A folded throw, three layers deep. Knows fringe. */
export function drawBlanket(drawing: Drawing): string {
  const { look } = drawing;
  const bench = createBench(drawing, look.fabric ?? "felt");
  const { colour } = look;
  const textures = [bench.texture("weave", colour)];
  if (look.texture !== undefined) textures.unshift(bench.texture(look.texture, colour, { scale: 1.3 }));
  for (const [i, y] of [128, 96].entries()) {
    bench.piece(
      `M -176 ${y - 30} C -190 ${y - 10} -190 ${y + 20} -174 ${y + 34} C -60 ${y + 44} 60 ${y + 44} 174 ${y + 32} C 188 ${y + 18} 188 ${y - 10} 176 ${y - 30} Z`,
      dark(colour, 0.14 - i * 0.06),
      { textures, folds: [[`M-170 ${y + 26} C -60 ${y + 38} 60 ${y + 38} 170 ${y + 24}`, 12, -0.26]] },
    );
  }
  if (has(look, "fringe")) fringe(bench, drawing);
  bench.piece(
    "M -178 -150 C -60 -158 60 -160 172 -152 C 186 -60 180 20 184 86 C 186 104 180 112 168 114 C 60 124 -60 124 -168 114 C -182 110 -186 100 -184 86 C -176 10 -186 -70 -178 -150 Z",
    colour,
    {
      textures,
      folds: [
        ["M-60 -150 C -70 -60 -50 20 -64 110", 22, -0.14],
        ["M70 -150 C 60 -70 84 10 72 110", 22, -0.14],
        ["M0 -150 C -8 -60 14 20 2 110", 20, 0.12],
        ["M-170 92 C -60 104 60 104 172 92", 20, -0.2],
        ["M-160 -130 C -60 -142 60 -142 156 -134", 14, 0.18],
      ],
    },
  );
  bench.piece(
    "M -180 -158 C -60 -170 60 -170 176 -160 C 186 -140 186 -112 178 -94 C 60 -104 -60 -104 -178 -94 C -188 -112 -188 -140 -180 -158 Z",
    light(colour, 0.03),
    {
      textures,
      folds: [
        ["M-170 -102 C -60 -114 60 -114 170 -102", 12, -0.24],
        ["M-166 -150 C -60 -160 60 -160 164 -152", 10, 0.2],
      ],
    },
  );
  return bench.finish();
}

function fringe(bench: Bench, { look, chance }: Drawing): void {
  let threads = "";
  for (let x = -164; x < 166; x += 6.4) {
    const [sway, length] = [(chance() - 0.5) * 8, 36 + chance() * 9];
    const tone = chance() > 0.5 ? light(look.accent ?? look.colour, 0.1) : dark(look.accent ?? look.colour, 0.1);
    threads += `<path d="M${round(x)} 104 C ${round(x)} 124 ${round(x + sway)} 134 ${round(x + sway)} ${round(112 + length)}" stroke="${tone}" stroke-width="3.4" fill="none" stroke-linecap="round"/>`;
  }
  bench.raw(`<g filter="url(#piece)">${threads}</g>`);
}
