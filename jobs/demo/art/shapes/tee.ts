import { createBench, type Fold } from "../bench";
import { dark } from "../colour";
import { type Drawing, has, type Look } from "../drawing";
import { flip, symmetrical } from "../paths";

const SHORT_SLEEVE = "M 92 -176 C 146 -166 182 -120 204 -70 C 186 -48 156 -36 126 -34 C 120 -50 112 -60 104 -70 Z";
const LONG_SLEEVE = "M 92 -176 C 140 -168 160 -130 172 -86 C 190 -12 204 70 212 150 C 198 158 182 160 166 156 C 156 80 138 14 106 -62 Z";

/** A T-shirt. Knows long (sleeves), cropped; wears its texture and a printed word when it has one. */
export function drawTee(drawing: Drawing): string {
  const { look } = drawing;
  const bench = createBench(drawing, look.fabric ?? "cotton");
  const { colour } = look;
  const hem = has(look, "cropped") ? 136 : 200;
  const cloth = (turn: number): readonly string[] => (look.texture === undefined ? [] : [bench.texture(look.texture, colour, { turn })]);
  bench.piece(symmetrical("0,-188 C 26,-188 46,-186 58,-180 C 46,-156 24,-142 0,-142"), dark(colour, 0.34));
  const sleeve = has(look, "long") ? LONG_SLEEVE : SHORT_SLEEVE;
  const folds: readonly Fold[] = [
    ["M120 -126 C 144 -100 168 -76 190 -58", 12, -0.18],
    ["M110 -80 C 134 -72 160 -76 184 -92", 9, -0.2],
    ["M146 -20 C 164 -10 180 -12 192 -20", 8, -0.18],
  ];
  for (const side of [-1, 1]) {
    const place = (path: string): string => (side > 0 ? path : flip(path));
    bench.piece(place(sleeve), colour, {
      textures: cloth(-24 * side),
      folds: folds.map(([path, width, tone]) => [place(path), width, tone]),
    });
    if (!has(look, "long"))
      bench.line(place("M200 -79 C 182 -58 154 -46 124 -44"), dark(colour, 0.4), 1.2, { dashes: "4 2.6", opacity: 0.5 });
  }
  bench.piece(
    symmetrical(
      `0,-142 C 28,-142 50,-158 62,-184 C 88,-178 108,-172 128,-160 C 120,-130 114,-100 116,-50 C 120,40 122,100 124,${hem} C 84,${hem + 8} 40,${hem + 10} 0,${hem + 10}`,
    ),
    colour,
    {
      textures: cloth(0),
      folds: [
        ["M-112 -80 C -86 -56 -56 -44 -20 -44", 16, -0.16],
        ["M112 -80 C 86 -50 60 -36 30 -30", 16, -0.18],
        [`M-60 0 C -50 70 -66 130 -58 ${hem}`, 18, -0.14],
        [`M44 20 C 36 90 56 140 48 ${hem}`, 18, 0.16],
        [`M80 0 C 74 80 92 140 86 ${hem}`, 16, -0.16],
        ["M-100 60 C -40 90 20 70 70 100", 16, -0.1],
      ],
    },
  );
  bench.line(`M-122 ${hem - 12} C -80 ${hem - 4} 80 ${hem - 4} 122 ${hem - 12}`, dark(colour, 0.4), 1.2, { dashes: "4 2.6", opacity: 0.5 });
  bench.band("M-60 -182 C -48 -154 -26 -140 0 -140 C 26 -140 48 -154 60 -182", colour, { width: 12 });
  if (look.print !== undefined) bench.raw(print(look, look.print[0]));
  return bench.finish();
}

function print(look: Look, word: string): string {
  const ink = look.accent ?? dark(look.colour, 0.7);
  return `<text x="0" y="-62" text-anchor="middle" font-family="Liberation Sans,Helvetica,sans-serif" font-weight="bold" font-size="25" letter-spacing="7" fill="${ink}" opacity=".82">${word}</text>`;
}
