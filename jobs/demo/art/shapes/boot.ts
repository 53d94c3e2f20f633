import { type Bench, createBench } from "../bench";
import { dark, type Hex, light } from "../colour";
import { type Drawing, has } from "../drawing";

/** An ankle boot from the side: with elastic sides when `chelsea`, else laced. Knows tall. */
export function drawBoot(drawing: Drawing): string {
  const { look } = drawing;
  const bench = createBench(drawing, look.fabric ?? "leather");
  const { colour } = look;
  const sole: Hex = look.accent ?? "#2b2420";
  const top = has(look, "tall") ? -292 : -212;
  bench.piece(
    `M -142 ${top} C -104 ${top - 14} -54 ${top - 14} -22 ${top} C -50 ${top + 12} -110 ${top + 12} -142 ${top} Z`,
    dark(colour, 0.6),
    { fabric: "cotton" },
  );
  bench.piece(upper(top), colour, {
    folds: [
      ["M-130 -40 C -90 -20 -50 -20 -10 -44", 16, -0.24],
      ["M-140 -80 C -100 -66 -60 -66 -16 -84", 12, -0.16],
      ["M20 -20 C 34 20 36 50 30 86", 16, -0.14],
      ["M60 -10 C 100 0 122 10 150 40", 14, 0.2],
      [`M-120 ${top + 12} C -116 -140 -120 -90 -124 -40`, 12, 0.14],
    ],
  });
  bench.piece("M -154 10 C -120 0 -92 10 -80 36 C -72 60 -74 80 -78 92 L -148 92 C -156 66 -157 40 -154 10 Z", dark(colour, 0.06));
  bench.line("M-150 18 C -122 8 -100 16 -88 38 C -81 60 -82 78 -85 90", light(colour, 0.35), 1.4, { dashes: "4 3", opacity: 0.6 });
  if (has(look, "chelsea")) gore(bench, colour, top);
  else lacing(bench, colour, { eyelet: look.metal ?? "#b99a5b", top });
  bench.piece(
    "M -160 84 C -60 90 100 90 200 82 C 206 96 204 110 194 114 L 10 118 L -20 118 L -28 138 L -158 138 C -162 120 -162 100 -160 84 Z",
    sole,
    {
      fabric: "rubber",
      folds: [
        ["M-150 130 L -34 130", 6, -0.3],
        ["M-150 92 C -40 98 90 98 174 90", 5, 0.3],
      ],
    },
  );
  bench.line("M -158 88 C -60 95 90 95 177 87", "#d8c39a", 2, { dashes: "6 4", opacity: 0.75 });
  return bench.finish();
}

function upper(top: number): string {
  return `M -142 ${top} C -104 ${top - 10} -54 ${top - 10} -22 ${top} C -18 -150 -16 -90 -2 -48 C 26 -22 80 -16 128 8 C 164 26 176 58 172 92 L -148 92 C -158 60 -156 20 -150 -30 C -146 -90 -144 -150 -142 ${top} Z`;
}

function gore(bench: Bench, colour: Hex, top: number): void {
  const elastic = dark(colour, 0.35);
  bench.piece(
    `M -104 ${top - 2} C -94 ${top - 4} -68 ${top - 4} -56 ${top - 2} C -58 ${top + 62} -62 ${top + 122} -74 ${top + 172} C -80 ${top + 178} -86 ${top + 178} -90 ${top + 172} C -98 ${top + 122} -102 ${top + 62} -104 ${top - 2} Z`,
    elastic,
    { fabric: "knit", textures: [bench.texture("rib", elastic, { scale: 0.8 })] },
  );
  bench.piece(
    `M -92 ${top + 6} L -72 ${top + 6} L -72 ${top - 44} C -74 ${top - 52} -90 ${top - 52} -92 ${top - 44} Z`,
    dark(colour, 0.2),
    { fabric: "twill" },
  );
}

function lacing(bench: Bench, colour: Hex, { eyelet, top }: { eyelet: Hex; top: number }): void {
  bench.piece(
    `M -52 ${top} C -44 ${top - 2} -32 ${top - 2} -22 ${top} C -18 -150 -16 -90 -2 -48 C 8 -40 22 -34 38 -30 C 30 -14 10 -8 -8 -16 C -30 -40 -46 -120 -52 ${top} Z`,
    light(colour, 0.04),
  );
  const rows: (readonly [number, number, number, number])[] = [
    [-46, -190, -30, -196],
    [-44, -160, -28, -167],
    [-41, -130, -25, -138],
    [-37, -100, -20, -109],
    [-30, -70, -10, -80],
    [-18, -44, 6, -52],
  ];
  for (let y = -220; y > top + 12; y -= 30) rows.unshift([-47, y, -31, y - 6]);
  for (const [x, y, toX, toY] of rows) {
    const path = `M${x} ${y} C ${x + 8} ${y - 8} ${toX - 4} ${toY - 2} ${toX + 6} ${toY + 4}`;
    bench.raw(
      `<path d="${path}" stroke="#000" opacity=".34" stroke-width="8" fill="none" stroke-linecap="round" filter="url(#tiny)" transform="translate(1.5 3)"/><path d="${path}" stroke="${light(dark(colour, 0.55), 0.14)}" stroke-width="7" fill="none" stroke-linecap="round"/>` +
        `<circle cx="${x}" cy="${y}" r="4.4" fill="${eyelet}"/><circle cx="${x}" cy="${y}" r="2" fill="${dark(eyelet, 0.7)}"/>`,
    );
  }
}
