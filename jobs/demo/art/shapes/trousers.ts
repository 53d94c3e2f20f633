import { type Bench, createBench, type Fold } from "../bench";
import { dark, type Hex, light } from "../colour";
import { type Drawing, has, type Look } from "../drawing";
import { button } from "../materials";
import { flip, symmetrical } from "../paths";

/** Trousers. Knows wide, slim, pleated, short, elastic (drawstring waist). */
export function drawTrousers(drawing: Drawing): string {
  const { look, ids } = drawing;
  const bench = createBench(drawing, look.fabric ?? "twill");
  const { colour } = look;
  const cloth = (turn: number): readonly string[] => [bench.texture(look.texture ?? "twill", colour, { turn })];
  for (const side of [-1, 1]) leg(bench, look, { side, textures: cloth(side * -3) });
  bench.line("M0 -206 C 2 -170 2 -140 -2 -112 C -14 -120 -18 -150 -17 -206", light(colour, 0.4), 1.5, { dashes: "4 3", opacity: 0.5 });
  const pocket = "M54 -212 C 60 -190 74 -172 96 -164";
  for (const path of [pocket, flip(pocket)]) bench.line(path, dark(colour, 0.6), 2, { opacity: 0.6 });
  waist(bench, look, cloth(0));
  if (has(look, "elastic")) drawstring(bench, colour);
  else bench.raw(button(ids, { x: 1, y: -222, radius: 6.5, colour: look.metal ?? "#9a8f7c" }));
  return bench.finish();
}

function leg(bench: Bench, look: Look, { side, textures }: { side: number; textures: readonly string[] }): void {
  const hem = has(look, "short") ? 20 : 262;
  const [outer, inner] = has(look, "wide") ? [154, 22] : has(look, "slim") ? [104, 34] : [126, 26];
  const path = `M -2 -212 L 86 -216 C 102 -140 ${outer - 12} 0 ${outer} ${hem} C ${outer - 30} ${hem + 10} ${inner + 32} ${hem + 10} ${inner} ${hem + 4} C ${inner - 6} ${hem * 0.45} 14 -10 -2 -84 Z`;
  const knee = has(look, "short") ? -60 : 60;
  const folds: Fold[] = [
    ["M14 -104 C 40 -80 70 -70 98 -80", 14, -0.26],
    [`M${outer - 22} -40 C ${outer - 14} 60 ${outer - 10} 160 ${outer - 8} ${hem}`, 14, -0.22],
    [
      `M${inner + 2} ${knee + (side > 0 ? 50 : 0)} C ${inner + 30} ${knee + 68} ${outer - 40} ${knee + 66} ${outer - 14} ${knee + 50}`,
      12,
      -0.14,
    ],
    [`M${inner + 14} 20 C ${inner + 18} 100 ${inner + 16} 180 ${inner + 20} ${hem}`, 12, -0.12],
  ];
  if (has(look, "pleated"))
    folds.push(
      [`M50 -200 C 58 -60 ${outer - 58} 80 ${outer - 54} ${hem}`, 5, -0.3],
      [`M44 -200 C 52 -60 ${outer - 64} 80 ${outer - 60} ${hem}`, 6, 0.26],
    );
  else folds.push([`M58 -180 C 64 -60 ${outer - 52} 80 ${outer - 48} ${hem + 6}`, 7, 0.16]);
  const place = (d: string): string => (side > 0 ? d : flip(d));
  bench.piece(place(path), look.colour, { textures, folds: folds.map(([d, width, tone]) => [place(d), width, tone]) });
  const seam = `M${inner + 1} ${hem - 12} C ${inner + 32} ${hem - 5} ${outer - 30} ${hem - 5} ${outer - 1} ${hem - 13}`;
  bench.line(place(seam), dark(look.colour, 0.5), 1.3, { dashes: "4 3", opacity: 0.5 });
}

function waist(bench: Bench, look: Look, textures: readonly string[]): void {
  const { colour } = look;
  const folds: readonly Fold[] = has(look, "elastic")
    ? [-70, -54, -38, -22, 22, 38, 54, 70].map((x) => [`M${x} -236 L${x} -208`, 4, -0.28] as const)
    : [];
  bench.piece(symmetrical("0,-240 L 82,-240 C 86,-230 88,-220 90,-208 C 60,-204 30,-203 0,-203"), light(colour, 0.04), { textures, folds });
  if (has(look, "elastic")) return;
  for (const x of [-66, -32, 36, 68])
    bench.piece(`M ${x} -246 L ${x + 9} -246 L ${x + 9} -202 L ${x} -202 Z`, light(colour, 0.06), { textures });
}

function drawstring(bench: Bench, colour: Hex): void {
  for (const path of ["M-4 -222 C -20 -200 -26 -170 -20 -140", "M4 -222 C 16 -196 26 -176 24 -150"]) {
    bench.raw(
      `<path d="${path}" fill="none" stroke="#000" stroke-width="6" opacity=".3" filter="url(#tiny)" transform="translate(2 3)"/><path d="${path}" fill="none" stroke="${light(colour, 0.6)}" stroke-width="5" stroke-linecap="round"/>`,
    );
  }
}
