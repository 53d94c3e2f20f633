import { type Bench, createBench } from "../bench";
import { type Hex, mix } from "../colour";
import type { Drawing } from "../drawing";
import { round } from "../paths";

/** A folded scarf with fringes. Its texture is woven or checked in the second colour. */
export function drawScarf(drawing: Drawing): string {
  const { look } = drawing;
  const bench = createBench(drawing, look.fabric ?? "felt");
  const { colour } = look;
  const textures = [bench.texture("weave", colour)];
  if (look.texture !== undefined) textures.push(bench.texture(look.texture, colour));
  fringe(bench, drawing, { y: 196, from: -46, to: 112, sway: 1.4 });
  bench.piece(
    "M -56 -150 C 0 -160 60 -158 112 -150 C 118 -40 112 80 116 196 C 70 204 10 204 -50 198 C -56 80 -50 -40 -56 -150 Z",
    mix(colour, "#0b0f12", 0.06),
    {
      textures,
      folds: [
        ["M40 -140 C 30 0 56 90 44 200", 16, -0.2],
        ["M-10 -150 C -20 0 0 120 -12 200", 14, -0.14],
        ["M84 -140 C 78 0 92 90 84 200", 10, 0.12],
      ],
    },
  );
  fringe(bench, drawing, { y: 158, from: -114, to: 42, sway: 1.2 });
  bench.piece(
    "M -120 -160 C -60 -170 0 -168 48 -158 C 52 -50 44 50 46 160 C -4 168 -60 168 -118 162 C -124 50 -116 -50 -120 -160 Z",
    colour,
    {
      textures,
      folds: [
        ["M-70 -150 C -84 -20 -62 60 -76 170", 18, -0.2],
        ["M-20 -160 C -30 -20 -8 80 -20 170", 16, 0.14],
        ["M14 -160 C 6 -40 28 60 18 170", 12, -0.16],
      ],
    },
  );
  bench.piece(
    "M -132 -176 C -60 -192 60 -190 124 -172 C 132 -154 132 -128 122 -112 C 60 -126 -60 -128 -128 -112 C -138 -130 -140 -158 -132 -176 Z",
    mix(colour, "#ffffff", 0.03),
    {
      textures,
      folds: [
        ["M-120 -124 C -40 -140 40 -140 116 -122", 16, -0.26],
        ["M-120 -168 C -40 -182 40 -180 112 -164", 9, 0.2],
      ],
    },
  );
  return bench.finish();
}

function fringe(
  bench: Bench,
  { look, chance }: Drawing,
  { y, from, to, sway }: { y: number; from: number; to: number; sway: number },
): void {
  let threads = "";
  for (let x = from; x < to; x += 5.4) {
    const bend = (chance() - 0.5) * 11;
    const length = 34 + chance() * 10;
    const second: Hex =
      look.texture === undefined || Math.floor((x - from) / 37) % 2 === 0 ? look.colour : mix(look.colour, look.accent ?? look.colour, 0.5);
    const tone = mix(second, chance() > 0.5 ? "#ffffff" : "#0b0f12", chance() * 0.14);
    threads += `<path d="M${round(x)} ${y - 4} C ${round(x + bend * 0.3)} ${round(y + length * 0.4)} ${round(x + bend)} ${round(y + length * 0.7)} ${round(x + bend * sway)} ${round(y + length)}" stroke="${tone}" stroke-width="3.2" fill="none" stroke-linecap="round"/>`;
  }
  bench.raw(`<g filter="url(#piece)">${threads}</g>`);
}
