import { createBench, type Fold } from "../bench";
import { dark, light } from "../colour";
import { type Drawing, has } from "../drawing";
import { symmetrical } from "../paths";

/** A skirt. Knows short, pleated, buttoned. */
export function drawSkirt(drawing: Drawing): string {
  const { look } = drawing;
  const bench = createBench(drawing, look.fabric ?? "wool");
  const { colour } = look;
  const cloth = (turn: number): readonly string[] => (look.texture === undefined ? [] : [bench.texture(look.texture, colour, { turn })]);
  const short = has(look, "short");
  const [hem, wide] = short ? [120, 150] : [246, 176];
  if (has(look, "pleated")) {
    const count = 12;
    for (let i = count - 1; i >= 0; i -= 1) {
      const at = (share: number, half: number): number => Math.round(-half + 2 * half * share);
      const [left, right] = [i / count, Math.min(1, (i + 1.5) / count)];
      const drop = hem + Math.round(10 - 26 * (i / (count - 1) - 0.5) ** 2);
      const [a, b, c, d] = [at(left, 84), at(right, 84), at(right, wide), at(left, wide)];
      bench.piece(
        `M ${a} -186 L ${b} -186 C ${b + (c - b) * 0.4} -60 ${c} ${hem - 120} ${c} ${drop} L ${d} ${drop + 3} C ${d} ${hem - 120} ${a + (d - a) * 0.4} -60 ${a} -186 Z`,
        colour,
        {
          textures: cloth(Math.round((0.5 - left) * 16)),
          folds: [[`M${b - 2} -180 C ${b + (c - b) * 0.4} -60 ${c - 3} ${hem - 120} ${c - 3} ${drop}`, 10, -0.26]],
        },
      );
    }
  } else {
    const folds: readonly Fold[] = [
      [`M-50 -170 C -60 0 -80 100 -96 ${hem + 10}`, 24, -0.18],
      [`M20 -160 C 26 0 34 100 40 ${hem + 10}`, 24, -0.14],
      [`M-10 -150 C -16 0 -24 100 -30 ${hem + 10}`, 18, 0.16],
      [`M66 -160 C 90 0 110 100 128 ${hem}`, 20, -0.2],
      ["M-70 -150 C -30 -136 30 -136 76 -154", 12, -0.14],
    ];
    bench.piece(
      symmetrical(
        `0,-186 L 84,-186 C 106,-90 ${wide - 20},${hem - 160} ${wide},${hem - 12} C ${wide - 56},${hem + 10} 60,${hem + 14} 0,${hem + 14}`,
      ),
      colour,
      { textures: cloth(0), folds },
    );
  }
  bench.piece(symmetrical("0,-212 L 82,-214 C 85,-204 86,-194 87,-182 C 60,-177 30,-176 0,-176"), light(colour, 0.04), {
    textures: cloth(0),
    folds: [["M-80 -184 C -40 -178 40 -178 80 -184", 6, -0.2]],
  });
  if (has(look, "buttoned")) {
    bench.line(`M14 -176 L15 ${hem + 12}`, dark(colour, 0.5), 1.6, { opacity: 0.6 });
    const step = (hem + 150) / 6;
    for (let i = 0; i < 6; i += 1)
      bench.raw(
        `<circle cx="2" cy="${-150 + i * step + 2}" r="8" opacity=".3" filter="url(#tiny)"/><circle cx="0" cy="${-152 + i * step}" r="7" fill="${dark(look.metal ?? colour, 0.3)}"/><circle cx="-1" cy="${-153 + i * step}" r="4.4" fill="${light(look.metal ?? colour, 0.12)}"/>`,
      );
  }
  return bench.finish();
}
