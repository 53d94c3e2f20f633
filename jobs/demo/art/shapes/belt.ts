import { createBench } from "../bench";
import { dark, light } from "../colour";
import { type Drawing, has } from "../drawing";
import { fitting } from "../materials";

/** A buckled belt, standing on its edge as a loop. Knows slim, round (buckle). */
export function drawBelt(drawing: Drawing): string {
  const { look, ids } = drawing;
  const bench = createBench(drawing, look.fabric ?? "leather");
  const { colour } = look;
  const width = has(look, "slim") ? 34 : 52;
  const steel = fitting(ids, look.metal ?? "#c9a45c");
  bench.define(steel.definition);
  bench.piece(
    `M -190 -20 C -190 -150 190 -150 190 -20 L 190 ${width - 20} C 190 ${width - 140} -190 ${width - 140} -190 ${width - 20} Z`,
    dark(colour, 0.4),
    { fabric: "suede", folds: [["M-180 -30 C -170 -110 -60 -118 0 -118", 14, 0.1]] },
  );
  bench.piece(
    `M 60 62 C 10 70 -40 72 -90 64 L -84 ${64 + width} C -40 ${74 + width} 10 ${72 + width} 60 ${64 + width} Z`,
    dark(colour, 0.12),
  );
  const front = `M -190 -20 C -190 110 190 110 190 -20 L 190 ${width - 20} C 190 ${width + 118} -190 ${width + 118} -190 ${width - 20} Z`;
  bench.piece(front, colour, {
    folds: [
      ["M-170 20 C -120 90 -40 96 0 96", 12, 0.16],
      [`M190 ${width - 26} C 180 ${width + 60} 80 ${width + 84} 20 ${width + 80}`, 14, -0.3],
    ],
  });
  for (const [y, bend] of [
    [-14, 108],
    [width - 27, 119],
  ] as const)
    bench.line(`M -186 ${y} C -182 ${y + bend} 182 ${y + bend} 186 ${y}`, light(colour, 0.4), 1.4, { dashes: "6 4", opacity: 0.6 });
  const height = width + 30;
  const middle = 74 + width / 2;
  bench.raw(
    `<g transform="translate(-8 ${middle})"><g filter="url(#piece)"><rect x="-38" y="${-height / 2}" width="76" height="${height}" rx="${has(look, "round") ? 36 : 9}" fill="none" stroke="${steel.fill}" stroke-width="10"/></g>` +
      `<rect x="-58" y="${-width / 2 - 4}" width="17" height="${width + 8}" rx="4" fill="${light(colour, 0.06)}" filter="url(#piece)"/><path d="M-53 ${-width / 2}V${width / 2}" stroke="${light(colour, 0.4)}" stroke-width="1.3" stroke-dasharray="5 4" opacity=".6"/>` +
      `<rect x="-36" y="-4.5" width="76" height="9" rx="4.5" fill="${steel.fill}" filter="url(#piece)"/>${[70, 100, 130].map((x) => `<ellipse cx="${x}" cy="${-(x * x) / 900}" rx="3.4" ry="4.6" fill="${dark(colour, 0.75)}"/>`).join("")}</g>`,
  );
  return bench.finish();
}
