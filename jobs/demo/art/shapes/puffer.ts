import { type Bench, createBench } from "../bench";
import { dark, type Hex, light } from "../colour";
import { type Drawing, has } from "../drawing";
import { flip, round } from "../paths";

/** A down jacket, quilted in lofts that are lit one by one. Knows long, hooded, sleeveless. */
export function drawPuffer(drawing: Drawing): string {
  const { look } = drawing;
  const bench = createBench(drawing, look.fabric ?? "nylon");
  const colour = light(look.colour, 0.08);
  const lining = look.accent ?? dark(look.colour, 0.42);
  if (has(look, "hooded"))
    bench.piece("M -92 -160 C -104 -206 -72 -256 0 -256 C 72 -256 104 -206 92 -160 C 60 -130 -60 -130 -92 -160 Z", dark(colour, 0.1), {
      folds: [
        ["M-70 -190 C -50 -232 50 -232 70 -190", 12, -0.24],
        ["M-84 -170 C -72 -220 -30 -244 0 -246", 8, 0.16],
      ],
    });
  bench.piece("M -54 -206 C -20 -216 20 -216 54 -206 C 44 -170 20 -150 0 -150 C -20 -150 -44 -170 -54 -206 Z", lining, { fabric: "satin" });
  if (!has(look, "sleeveless")) for (const side of [1, -1]) sleeve(bench, colour, side);
  body(bench, colour, has(look, "long") ? 9 : 7);
  collar(bench, colour);
  zip(bench, { colour, to: has(look, "long") ? 246 : 170, metal: look.metal ?? "#b9bcbd" });
  return bench.finish();
}

function body(bench: Bench, colour: Hex, lofts: number): void {
  for (const side of [1, -1]) {
    for (let i = lofts - 1; i >= 0; i -= 1) {
      const [top, bottom] = [-182 + i * 50, -182 + i * 50 + 56];
      const [shoulder, edge] = [i === 0 ? 84 : widthAt(i), widthAt(i + 1)];
      const slab = `M 0 ${top} L ${shoulder} ${top + (i === 0 ? -2 : 4)} C ${shoulder + 14} ${top + 12} ${edge + 16} ${bottom - 16} ${edge} ${bottom} C ${edge * 0.6} ${bottom + 5} ${edge * 0.3} ${bottom + 5} 0 ${bottom + 2} Z`;
      const crumples = [0.22, 0.5, 0.78].map((at, k) => {
        const x = round(edge * at + (k % 2) * 6);
        return [`M${x} ${top + 4} C ${x + 4} ${top + 16} ${x - 2} ${top + 22} ${x + 2} ${top + 30}`, 6, -0.18] as const;
      });
      bench.piece(side > 0 ? slab : flip(slab), colour, {
        folds: crumples.map(([path, width, tone]) => [side > 0 ? path : flip(path), width, tone]),
      });
    }
  }
}

function widthAt(loft: number): number {
  return 122 + Math.min(loft, 5) * 2.5;
}

function sleeve(bench: Bench, colour: Hex, side: number): void {
  const joints = [
    [88, -178, 124, -96],
    [112, -136, 134, -52],
    [132, -92, 142, -10],
    [146, -48, 150, 34],
    [156, -4, 156, 76],
    [164, 40, 162, 116],
  ] as const;
  for (const [i, [x, y, inner, innerY]] of [...joints.entries()].reverse()) {
    const [far, farY] = [x + (i === 0 ? 62 : 72 - i * 2), y + (i === 0 ? 30 : 22)];
    const slab = `M ${x} ${y} C ${x + 30} ${y - 6} ${far - 14} ${y + 2} ${far - 4} ${farY} C ${far + 12} ${farY + 22} ${far + 14} ${farY + 40} ${far + 8} ${farY + 56} C ${far - 20} ${farY + 66} ${inner + 16} ${innerY + 14} ${inner - 6} ${innerY} C ${inner - 14} ${innerY - 24} ${x - 6} ${y + 20} ${x} ${y} Z`;
    const crumple = `M${x + 40} ${y + 14} L${x + 48} ${y + 40}`;
    bench.piece(side > 0 ? slab : flip(slab), colour, { folds: [[side > 0 ? crumple : flip(crumple), 6, -0.16]] });
  }
  const cuff = "M 162 118 C 186 128 222 122 242 106 L 246 124 C 226 142 188 146 164 138 Z";
  bench.piece(side > 0 ? cuff : flip(cuff), dark(colour, 0.2), { fabric: "cotton" });
}

function collar(bench: Bench, colour: Hex): void {
  bench.piece(
    "M -62 -206 C -70 -186 -72 -166 -66 -148 C -44 -128 -20 -120 0 -118 L 0 -152 C -24 -156 -44 -176 -54 -210 Z",
    light(colour, 0.04),
  );
  bench.piece("M 62 -206 C 70 -186 72 -166 66 -148 C 44 -128 20 -120 0 -118 L 0 -152 C 24 -156 44 -176 54 -210 Z", light(colour, 0.04));
}

function zip(bench: Bench, { colour, to, metal }: { colour: Hex; to: number; metal: Hex }): void {
  bench.line(`M0 -150 L0 ${to}`, dark(colour, 0.55), 7, { opacity: 0.7 });
  bench.line(`M0 -150 L0 ${to}`, metal, 3.4, { dashes: "1.2 2.6" });
  bench.raw(
    `<rect x="-3" y="-150" width="6" height="20" rx="2" fill="${light(metal, 0.3)}" filter="url(#tiny)" opacity=".5"/><rect x="-3" y="-150" width="6" height="20" rx="2" fill="${metal}"/>`,
  );
}
