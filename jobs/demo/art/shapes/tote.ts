import { createBench } from "../bench";
import { dark, light } from "../colour";
import { type Drawing, has } from "../drawing";
import { symmetrical } from "../paths";

/** An open carrier: canvas with leather handles, or all leather. Knows short (handles). Prints its maker. */
export function drawTote(drawing: Drawing): string {
  const { look } = drawing;
  const fabric = look.fabric ?? "linen";
  const bench = createBench(drawing, fabric);
  const { colour } = look;
  const trim = look.accent ?? dark(colour, 0.4);
  const reach = has(look, "short") ? -214 : -268;
  const textures = fabric === "leather" || fabric === "suede" ? [] : [bench.texture(look.texture ?? "weave", colour)];
  bench.band(`M-66 -110 C -62 ${reach} 62 ${reach} 66 -110`, dark(trim, 0.3), { width: 15, fabric: "leather" });
  bench.piece(symmetrical("0,-118 C 60,-118 120,-120 150,-126 C 148,-110 146,-100 142,-92 C 90,-84 40,-80 0,-80"), dark(colour, 0.5), {
    fabric: "cotton",
  });
  bench.piece(
    symmetrical("0,-84 C 60,-84 120,-92 150,-124 C 156,-30 150,80 144,168 C 142,184 130,190 116,192 C 70,198 30,198 0,198"),
    colour,
    {
      textures,
      folds: [
        ["M-120 -70 C -100 20 -118 110 -112 190", 22, -0.18],
        ["M112 -70 C 94 20 112 110 106 190", 24, -0.2],
        ["M-40 -70 C -30 10 -46 90 -36 190", 22, -0.1],
        ["M40 -60 C 30 30 46 120 40 190", 18, 0.14],
        ["M-130 150 C -50 130 50 130 130 150", 22, -0.16],
      ],
    },
  );
  bench.piece(
    symmetrical("0,140 C 60,140 110,138 147,132 C 147,148 146,158 144,168 C 142,184 130,190 116,192 C 70,198 30,198 0,198"),
    trim,
    { fabric: "leather", folds: [["M-140 146 C -60 154 60 154 140 146", 7, 0.18]] },
  );
  bench.band(`M-74 -50 C -70 ${reach + 26} 70 ${reach + 26} 74 -50`, trim, { width: 15, fabric: "leather" });
  for (const x of [-74, 74]) {
    bench.piece(`M ${x - 12} -58 L ${x + 12} -58 L ${x + 12} -8 C ${x + 12} 2 ${x - 12} 2 ${x - 12} -8 Z`, light(trim, 0.04), {
      fabric: "leather",
    });
    bench.line(`M${x - 8} -52 L${x - 8} -8 C ${x - 6} -2 ${x + 6} -2 ${x + 8} -8 L${x + 8} -52`, light(trim, 0.4), 1.1, {
      dashes: "4 3",
      opacity: 0.6,
    });
  }
  if (look.print !== undefined)
    bench.raw(
      `<text x="0" y="66" text-anchor="middle" font-family="Liberation Serif,Georgia,serif" font-size="30" letter-spacing="8" fill="${dark(trim, 0.2)}" opacity=".85">${look.print[0]}</text>`,
    );
  return bench.finish();
}
