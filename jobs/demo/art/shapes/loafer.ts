import { createBench } from "../bench";
import { dark, light } from "../colour";
import { type Drawing, has } from "../drawing";
import { fitting } from "../materials";

/** A slip-on from the side, with a metal bit, or a plain strap when `low`. */
export function drawLoafer(drawing: Drawing): string {
  const { look, ids } = drawing;
  const bench = createBench(drawing, look.fabric ?? "leather");
  const { colour } = look;
  const sole = look.accent ?? "#2a211b";
  const steel = fitting(ids, look.metal ?? "#cda95f");
  bench.define(steel.definition);
  bench.piece("M -186 -44 C -150 -70 -70 -60 -6 -34 C 10 -30 20 -20 26 -10 C -50 -8 -140 -16 -186 -44 Z", dark(colour, 0.55), {
    fabric: "suede",
  });
  bench.piece(
    "M -192 66 C -202 30 -202 -10 -192 -50 C -184 -60 -172 -58 -164 -48 C -120 -14 -60 -2 -10 -6 L 60 -34 C 110 -34 164 -14 190 20 C 204 40 206 54 202 68 C 100 76 -100 74 -192 66 Z",
    colour,
    {
      folds: [
        ["M-150 -30 C -100 6 -50 14 0 8", 14, -0.2],
        ["M90 -20 C 130 -14 160 4 184 34", 16, 0.2],
        ["M40 20 C 50 36 52 50 48 64", 16, -0.14],
        ["M-170 -20 C -176 10 -176 40 -170 62", 12, 0.14],
      ],
    },
  );
  bench.piece("M 46 -36 C 96 -54 160 -24 184 8 C 150 14 104 6 78 -4 C 62 -12 50 -24 46 -36 Z", light(colour, 0.05), {
    folds: [["M80 -34 C 120 -30 150 -14 170 4", 10, 0.2]],
  });
  bench.line("M48 -30 C 58 -12 80 2 110 8 C 140 14 164 14 184 12", dark(colour, 0.6), 3, { opacity: 0.55 });
  bench.line("M52 -22 C 64 -6 84 8 112 14 C 142 20 166 20 188 18", light(colour, 0.4), 1.3, { dashes: "4 3", opacity: 0.6 });
  bench.piece("M -20 62 C -16 34 0 2 22 -26 C 34 -44 56 -52 78 -44 C 70 -30 64 -14 60 2 C 52 26 46 46 44 66 Z", light(colour, 0.02), {
    folds: [["M34 -30 C 16 4 4 34 0 60", 8, 0.16]],
  });
  if (has(look, "low")) bench.piece("M 22 -14 C 34 -22 54 -24 68 -18 C 66 -10 62 -2 60 4 C 46 0 30 2 16 8 Z", light(colour, 0.06));
  else
    bench.raw(
      `<g filter="url(#piece)" fill="none" stroke="${steel.fill}" stroke-width="6.4"><ellipse cx="22" cy="6" rx="11" ry="14" transform="rotate(24 22 6)"/><ellipse cx="62" cy="-16" rx="10" ry="13" transform="rotate(24 62 -16)"/><path d="M31 0L54 -12" stroke-width="7.4"/></g>`,
    );
  bench.piece(
    "M -198 60 C -100 68 100 70 206 60 C 209 70 208 80 200 84 L -60 88 L -78 88 L -84 112 L -194 112 C -200 94 -200 76 -198 60 Z",
    sole,
    {
      fabric: "rubber",
      folds: [
        ["M-186 104 L -92 104", 5, -0.3],
        ["M-190 68 C -60 75 100 75 200 68", 4, 0.26],
      ],
    },
  );
  return bench.finish();
}
