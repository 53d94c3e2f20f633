import { type Bench, createBench, type Fold } from "../bench";
import { dark, type Hex, light } from "../colour";
import { type Drawing, has, type Look } from "../drawing";
import { button, sewnLabel } from "../materials";
import { flip, symmetrical } from "../paths";

const LONG_SLEEVE = "M 96 -172 C 140 -164 160 -128 172 -84 C 190 -10 204 66 212 128 C 198 136 180 138 164 134 C 154 70 138 10 108 -62 Z";
const SHORT_SLEEVE = "M 96 -172 C 146 -160 176 -110 194 -56 C 176 -36 150 -26 122 -24 C 118 -40 112 -52 106 -64 Z";
const CUFF = "M 163 122 C 180 128 200 126 213 116 C 216 134 218 150 218 164 C 202 174 184 176 168 172 C 166 156 164 140 163 122 Z";

/** A buttoned shirt. Knows short (sleeves), collarless, cropped. */
export function drawShirt(drawing: Drawing): string {
  const { look, ids } = drawing;
  const bench = createBench(drawing, look.fabric ?? "cotton");
  const hem = has(look, "cropped") ? 150 : 214;
  const second = look.accent === undefined ? {} : { second: look.accent };
  const cloth = (turn: number): readonly string[] =>
    look.texture === undefined ? [] : [bench.texture(look.texture, look.colour, { ...second, turn })];
  bench.piece(symmetrical("0,-200 C 26,-200 44,-196 54,-188 C 44,-160 24,-140 0,-134"), dark(look.colour, 0.3), { textures: cloth(0) });
  bench.raw(sewnLabel(0, -186));
  sleeves(bench, look, cloth);
  fronts(bench, look.colour, { hem, textures: cloth(0) });
  collar(bench, look, cloth(20));
  const buttons = has(look, "cropped") ? [-104, -48, 8, 64] : [-104, -48, 8, 64, 120];
  const pearl: Hex = look.metal ?? "#e9e4d8";
  bench.raw(buttons.map((y) => button(ids, { x: 1, y, radius: 5.2, colour: pearl })).join(""));
  return bench.finish();
}

function sleeves(bench: Bench, look: Look, cloth: (turn: number) => readonly string[]): void {
  const short = has(look, "short");
  const folds: readonly Fold[] = short
    ? [
        ["M120 -120 C 140 -90 160 -60 176 -44", 12, -0.2],
        ["M112 -70 C 130 -66 150 -64 176 -76", 8, -0.16],
      ]
    : [
        ["M140 -110 C 160 -40 176 30 188 126", 16, -0.2],
        ["M116 -76 C 136 -56 156 -50 178 -56", 10, -0.24],
        ["M136 0 C 156 12 178 10 194 0", 9, -0.2],
        ["M150 60 C 170 72 188 70 204 60", 9, -0.18],
        ["M170 -60 C 184 0 194 50 200 110", 8, 0.2],
      ];
  for (const side of [-1, 1]) {
    const place = (path: string): string => (side > 0 ? path : flip(path));
    const sleeve = short ? SHORT_SLEEVE : LONG_SLEEVE;
    bench.piece(place(sleeve), look.colour, {
      textures: cloth(-14 * side),
      folds: folds.map(([path, width, tone]) => [place(path), width, tone]),
    });
    if (short) bench.line(place("M190 -64 C 172 -46 148 -36 122 -34"), dark(look.colour, 0.4), 1.3, { dashes: "4 3", opacity: 0.5 });
    else bench.piece(place(CUFF), light(look.colour, 0.03), { textures: cloth(-10 * side) });
  }
}

function fronts(bench: Bench, colour: Hex, { hem, textures }: { hem: number; textures: readonly string[] }): void {
  const side = `C 78,-182 104,-174 126,-162 C 118,-130 114,-100 115,-60 C 118,20 124,${hem * 0.6} 130,${hem - 34}`;
  bench.piece(
    symmetrical(
      `0,-140 C 24,-146 44,-162 54,-190 ${side} C 116,${hem - 6} 90,${hem + 8} 60,${hem + 10} C 40,${hem + 10} 20,${hem + 4} 0,${hem}`,
    ),
    colour,
    {
      textures,
      folds: [
        ["M-112 -70 C -90 -46 -60 -30 -30 -30", 14, -0.18],
        ["M112 -70 C 90 -46 64 -30 36 -24", 14, -0.2],
        [`M-92 -30 C -84 60 -96 120 -100 ${hem}`, 18, -0.18],
        [`M92 -30 C 84 60 98 120 100 ${hem}`, 18, -0.2],
        [`M-52 0 C -46 80 -58 140 -54 ${hem}`, 14, 0.24],
        [`M54 20 C 46 90 60 150 56 ${hem}`, 13, -0.14],
        ["M-30 60 C 20 40 60 60 110 40", 10, -0.1],
      ],
    },
  );
  bench.piece(`M -12 -140 L 13 -140 L 13 ${hem + 2} L -12 ${hem + 2} Z`, light(colour, 0.02), {
    textures,
    folds: [[`M14 -130 L14 ${hem}`, 6, -0.16]],
  });
  for (const x of [-9, 10]) bench.line(`M${x} -132 L${x} ${hem - 3}`, dark(colour, 0.35), 1, { dashes: "3.4 2.6", opacity: 0.45 });
  bench.piece("M 42 -96 L 92 -98 L 93 -50 C 84 -42 76 -38 68 -36 C 60 -38 50 -42 42 -48 Z", light(colour, 0.02), {
    fabric: "paper",
    textures,
  });
}

function collar(bench: Bench, look: Look, textures: readonly string[]): void {
  const colour = light(look.colour, 0.04);
  const stand =
    "M -54 -192 C -40 -164 -20 -148 0 -144 C 20 -148 40 -164 54 -192 L 48 -202 C 36 -178 18 -166 0 -162 C -18 -166 -36 -178 -48 -202 Z";
  bench.piece(stand, colour, { textures });
  if (has(look, "collarless")) return;
  const leaf = "M 50 -206 C 62 -196 70 -180 78 -160 C 66 -146 52 -134 36 -122 C 24 -136 14 -148 3 -160 C 24 -166 40 -182 50 -206 Z";
  for (const path of [flip(leaf), leaf]) bench.piece(path, colour, { textures });
  for (const path of ["M73 -160 C 62 -148 50 -138 37 -128 L 10 -156", flip("M73 -160 C 62 -148 50 -138 37 -128 L 10 -156")])
    bench.line(path, dark(colour, 0.35), 1, { dashes: "3.4 2.6", opacity: 0.45 });
  bench.piece("M -50 -206 C -20 -216 20 -216 50 -206 C 40 -192 20 -184 0 -184 C -20 -184 -40 -192 -50 -206 Z", light(colour, 0.03), {
    textures,
  });
}
