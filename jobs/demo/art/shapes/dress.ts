import { type Bench, createBench, type Fold } from "../bench";
import { dark, type Hex, light } from "../colour";
import { type Drawing, has, type Look } from "../drawing";
import { flip, open, symmetrical } from "../paths";

/** A dress: a slip on straps, or with sleeves and a tied waist when `belted`. Knows short. */
export function drawDress(drawing: Drawing): string {
  return has(drawing.look, "belted") ? drawWaistedDress(drawing) : drawSlip(drawing);
}

function drawSlip(drawing: Drawing): string {
  const { look } = drawing;
  const bench = createBench(drawing, look.fabric ?? "satin");
  const { colour } = look;
  const textures = look.texture === undefined ? [] : [bench.texture(look.texture, colour)];
  const hem = has(look, "short") ? 190 : 262;
  bench.piece(symmetrical("0,-158 C 30,-160 60,-154 80,-140 C 60,-126 30,-112 0,-108"), dark(colour, 0.42));
  straps(bench, colour);
  const wide = has(look, "short") ? 128 : 150;
  bench.piece(
    symmetrical(
      `0,-122 C 14,-134 32,-166 46,-198 C 54,-176 66,-150 86,-136 C 84,-100 72,-72 72,-40 C 84,40 ${wide - 26},${hem - 110} ${wide},${hem} C ${wide - 22},${hem + 12} ${wide - 46},${hem + 2} 80,${hem + 13} C 56,${hem + 20} 30,${hem + 8} 0,${hem + 16}`,
    ),
    colour,
    {
      textures,
      folds: [
        [`M-20 -110 C -40 -60 -30 0 -46 90 C -60 170 -84 220 -96 ${hem + 26}`, 22, -0.22],
        [`M24 -110 C 34 -50 22 20 34 110 C 44 190 52 230 50 ${hem + 26}`, 24, -0.2],
        [`M2 -80 C -8 40 6 140 -12 ${hem + 26}`, 16, 0.24],
        [`M60 20 C 80 100 104 190 116 ${hem + 18}`, 14, -0.2],
        [`M-60 10 C -84 100 -116 190 -134 ${hem + 18}`, 10, 0.22],
        ["M-66 -60 C -30 -50 30 -46 68 -64", 16, -0.18],
        [`M76 80 C 92 140 112 200 128 ${hem}`, 9, 0.24],
      ],
    },
  );
  bench.line(open(symmetrical("0,-118 C 14,-130 32,-162 46,-192")), light(colour, 0.35), 1.2, { opacity: 0.5 });
  return bench.finish();
}

function straps(bench: Bench, colour: Hex): void {
  const path = "M46 -196 C 44 -240 60 -258 66 -222 C 70 -196 72 -170 78 -144";
  for (const side of [1, -1]) {
    bench.raw(
      `<g fill="none" stroke-linecap="round" transform="scale(${side} 1)"><path d="${path}" stroke="#000" opacity=".28" stroke-width="4.5" filter="url(#tiny)" transform="translate(2 4)"/>` +
        `<path d="${path}" stroke="${dark(colour, 0.12)}" stroke-width="4.2"/><path d="M45.4 -200 C 43.6 -238 58 -256 64.6 -224" stroke="${light(colour, 0.4)}" stroke-width="1.1" opacity=".7"/></g>`,
    );
  }
}

function drawWaistedDress(drawing: Drawing): string {
  const { look } = drawing;
  const bench = createBench(drawing, look.fabric ?? "cotton");
  const { colour } = look;
  const cloth = (turn: number): readonly string[] => (look.texture === undefined ? [] : [bench.texture(look.texture, colour, { turn })]);
  const hem = has(look, "short") ? 196 : 286;
  bench.piece(symmetrical("0,-206 C 22,-206 42,-204 52,-198 C 40,-160 20,-128 0,-112"), dark(colour, 0.36), { textures: cloth(0) });
  const sleeve = "M 82 -188 C 132 -182 168 -150 186 -108 C 180 -84 158 -70 128 -66 C 112 -70 100 -84 92 -104 Z";
  const folds: readonly Fold[] = [
    ["M104 -160 C 130 -140 150 -110 160 -80", 12, -0.18],
    ["M120 -170 C 146 -150 166 -120 176 -96", 8, 0.18],
    ["M100 -130 C 112 -104 124 -90 136 -74", 9, -0.2],
  ];
  for (const side of [-1, 1]) {
    const place = (path: string): string => (side > 0 ? path : flip(path));
    bench.piece(place(sleeve), colour, {
      textures: cloth(-30 * side),
      folds: folds.map(([path, width, tone]) => [place(path), width, tone]),
    });
  }
  skirt(bench, look, { textures: cloth(0), hem });
  bench.piece(
    "M 0 -104 C 24 -130 42 -168 52 -202 C 68 -198 84 -194 98 -186 C 98 -140 88 -80 76 -26 C 40 -18 0 -18 -40 -22 C -36 -50 -24 -80 0 -104 Z",
    colour,
    {
      textures: cloth(3),
      folds: [
        ["M70 -150 C 66 -100 58 -60 40 -28", 14, -0.2],
        ["M88 -120 C 70 -90 40 -60 0 -40", 10, -0.16],
      ],
    },
  );
  bench.piece(
    "M 30 -84 C -20 -124 -42 -168 -52 -202 C -68 -198 -84 -194 -98 -186 C -98 -140 -88 -80 -76 -26 C -40 -18 20 -18 50 -24 C 48 -50 42 -70 30 -84 Z",
    colour,
    {
      textures: cloth(-3),
      folds: [
        ["M-70 -150 C -66 -100 -50 -60 -30 -28", 14, -0.2],
        ["M-40 -160 C -10 -110 10 -90 30 -40", 12, 0.2],
      ],
    },
  );
  bench.piece("M -78 -34 C -30 -26 30 -26 78 -34 L 80 -6 C 30 4 -30 4 -80 -6 Z", dark(colour, 0.06), {
    textures: cloth(0),
    folds: [["M-70 -10 C -20 0 30 0 74 -10", 7, -0.24]],
  });
  bench.piece(
    "M 40 -28 C 54 -30 60 -14 52 -2 C 60 40 72 80 66 124 L 46 120 C 48 80 40 40 34 2 C 28 -10 28 -24 40 -28 Z",
    dark(colour, 0.03),
    { textures: cloth(0), folds: [["M46 0 C 56 40 58 80 56 120", 6, -0.2]] },
  );
  return bench.finish();
}

function skirt(bench: Bench, look: Look, { textures, hem }: { textures: readonly string[]; hem: number }): void {
  const folds: Fold[] = [];
  for (const [i, x] of [-64, -44, -22, 0, 24, 44, 62].entries()) {
    const end = x * 2.2;
    folds.push([`M${x} -14 C ${x * 1.2} 80 ${end * 0.8} ${hem - 100} ${end} ${hem + 14}`, i % 2 === 0 ? 14 : 11, i % 2 === 0 ? -0.2 : 0.2]);
  }
  bench.piece(
    symmetrical(
      `0,-14 C 30,-14 60,-16 76,-22 C 92,40 132,${hem - 120} 164,${hem - 14} C 140,${hem + 6} 120,${hem - 6} 98,${hem + 8} C 70,${hem + 18} 44,${hem + 2} 0,${hem + 12}`,
    ),
    look.colour,
    { textures, folds },
  );
}
