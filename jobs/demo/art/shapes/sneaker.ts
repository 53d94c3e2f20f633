import { type Bench, createBench } from "../bench";
import { dark, type Hex, light } from "../colour";
import { type Drawing, has } from "../drawing";

const EYELETS = [
  [-50, -42, -32, -70],
  [-28, -29, -9, -55],
  [-4, -17, 14, -42],
  [22, -8, 38, -29],
  [48, -2, 62, -19],
] as const;

/** A low trainer from the side, its toe to the right. Knows high (collar over the ankle). */
export function drawSneaker(drawing: Drawing): string {
  const { look } = drawing;
  const bench = createBench(drawing, look.fabric ?? "leather");
  const { colour } = look;
  const accent = look.accent ?? colour;
  const sole: Hex = look.metal ?? "#eeece5";
  if (has(look, "high")) shaft(bench, colour, accent);
  bench.piece("M -52 -66 C -68 -100 -48 -114 -26 -106 C 0 -84 30 -46 60 -14 L 34 -4 Z", dark(colour, 0.08), { fabric: "cotton" });
  bench.piece(
    "M -188 70 C -198 30 -196 -20 -184 -62 C -172 -74 -150 -76 -132 -70 C -118 -50 -92 -40 -66 -46 L -48 -66 C -20 -48 10 -24 50 -12 C 96 -4 152 -8 186 22 C 206 42 207 60 203 74 C 100 80 -100 78 -188 70 Z",
    colour,
    {
      folds: [
        ["M60 0 C 70 20 74 40 72 60", 14, -0.14],
        ["M-150 -70 C -120 -60 -90 -50 -60 -60", 14, -0.12],
      ],
    },
  );
  if (!has(look, "high"))
    bench.raw(
      `<path d="M-178 -60 C -162 -72 -142 -71 -131 -66 C -117 -48 -92 -37 -68 -43 L -54 -58" fill="none" stroke="${dark(colour, 0.55)}" stroke-width="7" stroke-linecap="round" opacity=".42"/>`,
    );
  bench.piece("M 108 -6 C 152 -8 192 16 203 50 L 203 76 L 100 78 C 88 50 92 18 108 -6 Z", light(colour, 0.1));
  bench.raw(perforation(colour));
  side(bench, accent);
  bench.piece("M -70 -46 L -48 -68 C -20 -50 12 -26 54 -14 L 96 -8 C 84 12 56 14 34 8 C -4 -4 -42 -22 -70 -46 Z", light(colour, 0.05));
  bench.raw(EYELETS.map(([x, y, toX, toY]) => lace(colour, { x, y, toX, toY })).join(""));
  bench.piece(
    "M -198 62 C -200 86 -192 102 -168 104 L 152 104 C 190 104 208 90 208 64 C 180 76 120 74 60 72 C -20 70 -120 66 -198 62 Z",
    sole,
    { fabric: "rubber", folds: [["M-196 96 C -60 104 80 104 206 88", 10, -0.2]] },
  );
  bench.line("M -197 78 C -60 88 100 88 207 76", dark(sole, 0.5), 1.4, { opacity: 0.45 });
  bench.line("M -194 84 C -60 94 100 94 206 82", accent, 2.4, { opacity: 0.8 });
  return bench.finish();
}

function side(bench: Bench, accent: Hex): void {
  bench.piece("M -152 76 C -124 16 -64 14 -22 28 C 18 42 54 42 90 28 L 100 78 Z", accent, {
    folds: [["M-120 60 C -80 20 -20 30 60 50", 10, 0.12]],
  });
  bench.line("M -144 72 C -118 24 -64 22 -24 36 C 14 49 54 50 88 38", light(accent, 0.5), 1.3, { dashes: "3.5 3.5", opacity: 0.7 });
  bench.piece("M -195 24 C -199 -10 -195 -40 -186 -64 C -174 -75 -160 -76 -148 -74 C -156 -46 -158 -20 -152 14 Z", accent);
}

function shaft(bench: Bench, colour: Hex, accent: Hex): void {
  bench.piece("M -150 -120 C -120 -136 -70 -134 -44 -122 L -50 -96 C -80 -104 -120 -106 -146 -98 Z", dark(colour, 0.45), {
    fabric: "cotton",
  });
  bench.piece(
    "M -184 -50 C -180 -90 -172 -120 -164 -148 C -130 -158 -90 -152 -60 -140 C -48 -110 -40 -80 -34 -50 C -60 -30 -140 -30 -184 -50 Z",
    colour,
    { folds: [["M-160 -60 C -120 -48 -80 -50 -50 -62", 12, -0.2]] },
  );
  bench.piece("M -170 -150 C -134 -162 -90 -158 -58 -144 C -54 -134 -52 -126 -50 -118 C -84 -132 -134 -136 -172 -124 Z", accent, {
    fabric: "suede",
  });
}

function perforation(colour: Hex): string {
  return Array.from({ length: 12 }, (_, i) => {
    const x = 122 + (i % 4) * 13 + (i > 7 ? 6 : 0);
    const y = 14 + Math.floor(i / 4) * 10 + (i % 4) * 3;
    return `<circle cx="${x}" cy="${y}" r="1.7" fill="${dark(colour, 0.65)}" opacity=".6"/>`;
  }).join("");
}

function lace(colour: Hex, { x, y, toX, toY }: { x: number; y: number; toX: number; toY: number }): string {
  const path = `M${x} ${y} C ${x + 4} ${y - 12} ${toX - 6} ${toY - 2} ${toX + 8} ${toY + 2}`;
  return (
    `<circle cx="${x}" cy="${y}" r="3.2" fill="${dark(colour, 0.7)}"/>` +
    `<path d="${path}" stroke="#000" opacity=".3" stroke-width="9" fill="none" stroke-linecap="round" filter="url(#tiny)" transform="translate(1.5 3)"/>` +
    `<path d="${path}" stroke="${light(colour, 0.5)}" stroke-width="8" fill="none" stroke-linecap="round"/>` +
    `<path d="${path}" stroke="${dark(colour, 0.35)}" stroke-width="8" fill="none" stroke-dasharray="1 3.2" opacity=".28"/>`
  );
}
