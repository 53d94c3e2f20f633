import { type Bench, createBench, type Fold } from "../bench";
import { dark, type Hex } from "../colour";
import { type Drawing, has, type Look } from "../drawing";
import { button } from "../materials";
import { flip, symmetrical } from "../paths";

const SLEEVE = "M 100 -164 C 152 -156 178 -114 194 -62 C 212 4 226 70 232 130 C 216 140 196 142 178 138 C 170 84 152 36 114 -40 Z";
const CUFF = "M 176 122 C 194 128 216 124 232 116 C 237 138 238 158 237 174 C 220 182 200 184 182 180 C 180 160 178 140 176 122 Z";
const NECK = "M-63 -180 C -52 -150 -30 -134 0 -134 C 30 -134 52 -150 63 -180";
const V_NECK = "M-63 -180 C -50 -130 -24 -90 0 -66 C 24 -90 50 -130 63 -180";

/** A pullover or, when `buttoned`, a cardigan. Knows rollneck, vneck, buttoned, sleeveless, short. */
export function drawSweater(drawing: Drawing): string {
  const { look } = drawing;
  const bench = createBench(drawing, look.fabric ?? "knit");
  const colour = look.colour;
  const rib = bench.texture("rib", colour);
  const texture = look.texture ?? "stitch";
  const knit = bench.texture(texture, colour);
  const hem = has(look, "short") ? 124 : 160;
  const low = has(look, "vneck") || has(look, "buttoned");
  back(bench, look, { knit: bench.texture("stitch", colour), low });
  if (!has(look, "sleeveless")) sleeves(bench, look, rib);
  body(bench, look, { knit, low, hem });
  bench.piece(
    symmetrical(
      `0,${hem - 4} C 40,${hem - 4} 84,${hem - 6} 125,${hem - 14} C 127,${hem + 6} 125,${hem + 26} 121,${hem + 44} C 80,${hem + 52} 40,${hem + 53} 0,${hem + 53}`,
    ),
    colour,
    { textures: [rib] },
  );
  if (has(look, "sleeveless"))
    for (const path of ["M 131 -150 C 112 -122 108 -84 125 -46", flip("M 131 -150 C 112 -122 108 -84 125 -46")])
      ribbing(bench, path, colour);
  if (has(look, "rollneck")) rollneck(bench, colour, rib);
  else ribbing(bench, low ? V_NECK : NECK, colour);
  if (has(look, "buttoned")) placket(drawing, bench, { rib, hem });
  return bench.finish();
}

function back(bench: Bench, look: Look, { knit, low }: { knit: string; low: boolean }): void {
  const inside = low
    ? "0,-186 C 30,-186 52,-182 64,-174 C 56,-140 30,-90 0,-62"
    : "0,-186 C 30,-186 52,-182 64,-174 C 52,-150 28,-130 0,-130";
  bench.piece(symmetrical(inside), dark(look.colour, 0.38), { textures: [knit] });
  if (has(look, "rollneck")) return;
  const top = "M-60 -176 C -40 -190 40 -190 60 -176";
  bench.band(top, dark(look.colour, 0.12), {
    width: 15,
    inside: `<path d="${top}" fill="none" stroke="${dark(look.colour, 0.6)}" stroke-width="15" stroke-dasharray="1.6 4.4" opacity=".4"/>`,
  });
}

function sleeves(bench: Bench, look: Look, rib: string): void {
  const { colour } = look;
  const name = look.texture ?? "stitch";
  const folds: readonly Fold[] = [
    ["M126 -60 C 150 -50 170 -50 196 -58", 12, -0.22],
    ["M160 60 C 180 64 196 60 214 50", 10, -0.16],
    ["M150 20 C 170 26 190 24 210 14", 8, -0.12],
  ];
  for (const side of [-1, 1]) {
    const place = (path: string): string => (side > 0 ? path : flip(path));
    bench.piece(place(SLEEVE), colour, {
      textures: [bench.texture(name, colour, { turn: -13 * side })],
      folds: folds.map(([path, width, tone]) => [place(path), width, tone]),
    });
    bench.piece(place(CUFF), colour, { textures: [rib] });
  }
}

function body(bench: Bench, look: Look, { knit, low, hem }: { knit: string; low: boolean; hem: number }): void {
  const neck = low ? "0,-66 C 24,-90 50,-130 66,-178" : "0,-134 C 30,-134 54,-150 66,-178";
  bench.piece(
    symmetrical(
      `${neck} C 92,-170 116,-162 134,-148 C 126,-110 124,-80 126,-44 C 130,30 128,100 124,${hem} C 84,${hem + 10} 40,${hem + 12} 0,${hem + 12}`,
    ),
    look.colour,
    {
      textures: [knit],
      folds: [
        ["M-128 -60 C -100 -40 -84 -20 -60 30", 20, -0.16],
        ["M128 -60 C 100 -40 84 -20 70 40", 20, -0.18],
        [`M-110 ${hem - 10} C -60 ${hem - 40} 40 ${hem - 10} 116 ${hem - 50}`, 22, -0.12],
      ],
    },
  );
}

function ribbing(bench: Bench, path: string, colour: Hex): void {
  bench.band(path, colour, {
    width: 17,
    inside: `<path d="${path}" fill="none" stroke="${dark(colour, 0.6)}" stroke-width="17" stroke-dasharray="1.7 4.6" opacity=".36"/>`,
  });
}

function rollneck(bench: Bench, colour: Hex, rib: string): void {
  bench.piece(
    "M -68 -176 C -70 -192 -68 -206 -64 -214 C -30 -224 30 -224 64 -214 C 68 -206 70 -192 68 -176 C 44 -138 -44 -138 -68 -176 Z",
    dark(colour, 0.12),
    { textures: [rib] },
  );
  bench.piece(
    "M -78 -176 C -82 -194 -78 -210 -68 -220 C -36 -202 36 -202 68 -220 C 78 -210 82 -194 78 -176 C 50 -138 -50 -138 -78 -176 Z",
    colour,
    {
      textures: [rib],
      folds: [
        ["M-70 -170 C -36 -140 36 -140 70 -170", 9, -0.24],
        ["M-62 -206 C -34 -190 34 -190 62 -206", 7, 0.16],
      ],
    },
  );
}

function placket({ look, ids }: Drawing, bench: Bench, { rib, hem }: { rib: string; hem: number }): void {
  bench.piece(`M -11 -80 L 11 -80 L 11 ${hem + 50} L -11 ${hem + 50} Z`, look.colour, { textures: [rib] });
  const colour = look.metal ?? dark(look.colour, 0.5);
  const step = (hem + 90) / 4;
  bench.raw([0, 1, 2, 3, 4].map((i) => button(ids, { x: 0, y: Math.round(-56 + i * step), radius: 7.5, colour })).join(""));
}
