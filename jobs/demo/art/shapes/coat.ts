import { type Bench, createBench, type Fold } from "../bench";
import { dark, type Hex, light } from "../colour";
import { type Drawing, has, type Look } from "../drawing";
import { button, sewnLabel } from "../materials";
import { flip, symmetrical } from "../paths";

const SLEEVE = "M 98 -178 C 144 -170 164 -130 174 -86 C 190 -8 200 70 204 142 C 190 150 170 152 154 148 C 148 74 136 10 108 -66 Z";
const LAPEL_RIGHT = "M 54 -192 C 72 -176 88 -156 98 -132 L 74 -122 L 90 -104 C 70 -76 48 -50 27 -26 C 26 -70 34 -130 54 -192 Z";
const LAPEL_LEFT = "M -54 -192 C -72 -176 -88 -156 -98 -132 L -74 -122 L -90 -104 C -60 -70 -16 -44 27 -26 C 4 -70 -32 -126 -54 -192 Z";
const COLLAR =
  "M -56 -194 C -30 -216 30 -216 56 -194 C 74 -180 90 -160 100 -136 L 76 -124 C 62 -156 46 -178 24 -186 C 8 -190 -8 -190 -24 -186 C -46 -178 -62 -156 -76 -124 L -100 -136 C -90 -160 -74 -180 -56 -194 Z";
const BAND_COLLAR =
  "M -58 -194 C -30 -206 30 -206 58 -194 C 52 -150 40 -90 27 -30 C 22 -80 30 -140 38 -180 C 14 -188 -14 -188 -38 -180 C -30 -130 -2 -76 27 -30 C -8 -70 -44 -130 -58 -194 Z";

/** A tailored coat, or a jacket when `short`. Knows long, short, double, belted, collarless. */
export function drawCoat(drawing: Drawing): string {
  const { look } = drawing;
  const bench = createBench(drawing, look.fabric ?? "wool");
  const colour = light(look.colour, 0.05);
  const hem = has(look, "short") ? 168 : has(look, "long") ? 312 : 264;
  const textures =
    look.texture === undefined ? [] : [bench.texture(look.texture, colour, look.accent === undefined ? {} : { second: look.accent })];
  bench.piece(symmetrical("0,-204 C 26,-204 46,-198 54,-190 C 52,-130 44,-60 0,0"), look.accent ?? dark(look.colour, 0.5), {
    fabric: "satin",
  });
  bench.raw(sewnLabel(0, -190));
  sleeves(bench, colour, textures);
  fronts(bench, colour, { textures, hem });
  pockets(bench, colour, textures);
  collar(bench, look, { colour, textures });
  if (has(look, "belted")) belt(bench, colour, textures);
  bench.raw(buttons(drawing, hem));
  return bench.finish();
}

function sleeves(bench: Bench, colour: Hex, textures: readonly string[]): void {
  const creases: readonly Fold[] = [
    ["M150 -110 C 160 -40 172 40 178 140", 16, -0.2],
    ["M118 -90 C 136 -60 150 -40 176 -30", 9, -0.22],
    ["M140 10 C 156 24 176 28 194 20", 8, -0.14],
  ];
  bench.piece(SLEEVE, colour, { textures, folds: creases });
  bench.piece(flip(SLEEVE), colour, { textures, folds: creases.map(([path, width, tone]) => [flip(path), width, tone]) });
  for (const side of [1, -1]) {
    const seam = "M153 118 C170 122 190 121 203 114";
    bench.line(side > 0 ? seam : flip(seam), dark(colour, 0.5), 2, { opacity: 0.55 });
  }
}

function fronts(bench: Bench, colour: Hex, { textures, hem }: { textures: readonly string[]; hem: number }): void {
  const [low, lower] = [hem + 12, hem + 14];
  const waist = hem * 0.53;
  bench.piece(
    `M 52 -190 C 80 -184 108 -178 128 -164 C 122 -130 119 -96 121 -60 C 125 20 138 ${waist} 150 ${hem} C 100 ${low} 50 ${lower} -8 ${low} C -8 120 -8 20 6 -60 Z`,
    colour,
    {
      textures,
      folds: [
        [`M104 -60 C 100 60 112 ${waist} 118 ${hem}`, 18, -0.24],
        [`M62 20 C 66 ${waist} 76 ${waist + 40} 78 ${hem}`, 20, -0.16],
        [`M84 0 C 88 ${waist} 98 ${waist + 40} 100 ${hem}`, 12, 0.12],
      ],
    },
  );
  bench.piece(
    `M -52 -190 C -80 -184 -108 -178 -128 -164 C -122 -130 -119 -96 -121 -60 C -125 20 -138 ${waist} -150 ${hem} C -100 ${low} -40 ${lower + 2} 28 ${lower} C 30 ${waist} 28 60 26 -30 C 0 -70 -30 -120 -52 -190 Z`,
    colour,
    {
      textures,
      folds: [
        [`M-104 -60 C -100 60 -112 ${waist} -120 ${hem}`, 18, -0.24],
        [`M-46 10 C -52 ${waist} -58 ${waist + 40} -62 ${hem}`, 22, -0.17],
        [`M-70 0 C -76 ${waist} -84 ${waist + 40} -88 ${hem}`, 12, 0.13],
        [`M-8 ${waist - 20} C -8 ${waist + 20} -10 ${hem - 30} -12 ${hem}`, 14, -0.14],
      ],
    },
  );
  bench.line(`M20 -18 C 22 60 22 ${waist} 21 ${hem + 6}`, dark(colour, 0.5), 1.3, { dashes: "4 4", opacity: 0.5 });
}

function pockets(bench: Bench, colour: Hex, textures: readonly string[]): void {
  bench.piece("M 48 84 C 70 84 92 88 110 94 L 112 116 C 92 110 70 106 48 106 Z", light(colour, 0.03), { textures });
  bench.piece("M -46 84 C -68 84 -90 88 -110 94 L -112 116 C -92 110 -68 106 -46 106 Z", light(colour, 0.03), { textures });
}

function collar(bench: Bench, look: Look, { colour, textures }: { colour: Hex; textures: readonly string[] }): void {
  if (has(look, "collarless")) {
    bench.piece(BAND_COLLAR, light(colour, 0.05), { textures });
    return;
  }
  bench.piece(LAPEL_RIGHT, light(colour, 0.05), { textures });
  bench.piece(LAPEL_LEFT, light(colour, 0.05), { textures });
  bench.piece(COLLAR, light(colour, 0.07), { textures });
}

function belt(bench: Bench, colour: Hex, textures: readonly string[]): void {
  bench.piece("M -14 60 C 0 100 10 150 4 196 L -22 190 C -18 150 -26 100 -36 66 Z", colour, { textures });
  bench.piece("M -124 18 C -60 30 60 30 125 16 L 128 46 C 60 62 -60 62 -127 48 Z", light(colour, 0.05), {
    textures,
    folds: [["M-110 40 C -40 52 40 52 116 40", 8, -0.2]],
  });
  bench.piece("M -30 20 C -14 12 8 12 16 24 C 20 40 16 60 4 66 C -12 68 -30 62 -34 50 C -36 40 -36 28 -30 20 Z", light(colour, 0.08), {
    textures,
    folds: [["M-20 30 C -8 40 -4 50 -4 64", 6, -0.24]],
  });
}

function buttons({ look, ids }: Drawing, hem: number): string {
  const colour = dark(look.colour, 0.45);
  const rows = has(look, "belted") ? [112, 176] : hem < 200 ? [0, 62] : [0, 66, 132];
  const columns = has(look, "double") ? [6, -44] : [6];
  return columns.flatMap((x) => rows.map((y) => button(ids, { x, y: has(look, "double") ? y + 6 : y, radius: 8, colour }))).join("");
}
