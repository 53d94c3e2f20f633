import { createBench } from "../bench";
import { dark, light } from "../colour";
import { type Drawing, has } from "../drawing";
import { round } from "../paths";

const FACE =
  "M -176 -168 C -150 -150 -60 -156 0 -156 C 60 -156 150 -150 176 -168 C 158 -120 162 -60 162 0 C 162 60 158 120 176 170 C 150 156 60 158 0 158 C -60 158 -150 156 -176 170 C -158 120 -162 60 -162 0 C -162 -60 -158 -120 -176 -168 Z";

/** A square cushion. Knows fringe. */
export function drawCushion(drawing: Drawing): string {
  const { look, chance } = drawing;
  const bench = createBench(drawing, look.fabric ?? "linen");
  const { colour } = look;
  const textures = [bench.texture("weave", colour)];
  if (look.texture !== undefined) textures.unshift(bench.texture(look.texture, colour));
  if (has(look, "fringe")) {
    let threads = "";
    for (let y = -160; y < 164; y += 5.2) {
      for (const side of [-1, 1]) {
        const tone = chance() > 0.5 ? light(look.accent ?? colour, 0.1) : dark(look.accent ?? colour, 0.12);
        threads += `<path d="M${side * 160} ${round(y)} L${round(side * (190 + chance() * 9))} ${round(y + (chance() - 0.3) * 9)}" stroke="${tone}" stroke-width="3" stroke-linecap="round"/>`;
      }
    }
    bench.raw(`<g filter="url(#piece)">${threads}</g>`);
  }
  bench.piece(FACE, colour, {
    textures,
    folds: [
      ["M-166 -158 C -120 -110 -90 -90 -50 -70", 14, -0.22],
      ["M166 -158 C 120 -116 100 -90 60 -70", 14, -0.2],
      ["M166 160 C 120 110 90 96 56 70", 18, -0.24],
      ["M-166 160 C -120 120 -100 90 -60 76", 14, -0.2],
      ["M-150 -120 C -110 -90 -80 -70 -30 -64", 9, 0.2],
      ["M-120 -130 C -40 -150 40 -150 110 -136", 22, 0.12],
      ["M-150 130 C -60 152 60 152 156 124", 30, -0.2],
      ["M150 -110 C 158 -40 158 40 152 120", 26, -0.2],
    ],
  });
  bench.line(FACE.replace(/ Z$/, ""), light(colour, 0.3), 1.6, { opacity: 0.4 });
  return bench.finish();
}
