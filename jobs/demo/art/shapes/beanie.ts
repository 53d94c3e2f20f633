import { createBench } from "../bench";
import { dark, light } from "../colour";
import { type Drawing, has } from "../drawing";
import { round } from "../paths";

/** A knitted hat with a turned-up brim. Knows pompom and high. */
export function drawBeanie(drawing: Drawing): string {
  const { look, chance } = drawing;
  const bench = createBench(drawing, "knit");
  const { colour } = look;
  const crown = has(look, "high") ? -178 : -150;
  const texture = look.texture ?? "widerib";
  bench.piece(
    `M -126 70 C -136 -20 -110 ${crown + 20} -24 ${crown} C -6 ${crown - 5} 10 ${crown - 5} 28 ${crown} C 112 ${crown + 20} 136 -20 126 70 C 60 90 -60 90 -126 70 Z`,
    colour,
    {
      textures: [bench.texture(texture, colour, texture === "widerib" ? { scale: 1.15 } : {})],
      folds: [
        [`M-70 40 C -78 -40 -50 ${crown + 50} -8 ${crown + 8}`, 18, -0.2],
        [`M62 40 C 72 -40 48 ${crown + 50} 8 ${crown + 8}`, 18, -0.22],
        ["M-120 44 C -60 66 60 66 120 44", 16, -0.3],
      ],
    },
  );
  const brim = look.accent ?? colour;
  bench.piece(
    "M -138 44 C -80 62 80 62 138 44 C 144 78 144 112 138 138 C 80 160 -80 160 -138 138 C -144 112 -144 78 -138 44 Z",
    light(brim, 0.03),
    {
      textures: [bench.texture("widerib", brim, { scale: 1.15 })],
      folds: [
        ["M-132 60 C -80 76 80 76 132 60", 9, 0.18],
        ["M-132 134 C -80 152 80 152 132 134", 12, -0.26],
      ],
    },
  );
  bench.raw(
    `<g filter="url(#tiny)" opacity=".4"><rect x="62" y="92" width="44" height="26" fill="#000" transform="rotate(-4 84 105)"/></g><rect x="61" y="90" width="44" height="26" rx="1.5" fill="${dark(brim, 0.5)}" transform="rotate(-4 83 103)"/><path d="M72 103H94" stroke="${light(brim, 0.5)}" stroke-width="2" transform="rotate(-4 83 103)"/>`,
  );
  if (has(look, "pompom")) {
    let threads = "";
    for (let i = 0; i < 520; i += 1) {
      const [angle, reach] = [chance() * 6.283, 8 + chance() * 42];
      const tone = light(dark(brim, chance() * 0.34), chance() * 0.16);
      threads += `<path d="M${round(Math.cos(angle) * (reach - 11))} ${round(Math.sin(angle) * (reach - 11))} L${round(Math.cos(angle + 0.1) * reach)} ${round(Math.sin(angle + 0.1) * reach)}" stroke="${tone}" stroke-width="3.6" stroke-linecap="round"/>`;
    }
    bench.raw(
      `<g transform="translate(2 ${crown - 22})" filter="url(#piece)"><circle r="44" fill="${dark(brim, 0.2)}"/>${threads}<circle cx="-10" cy="-12" r="22" fill="#fff" opacity=".12" filter="url(#soft)"/></g>`,
    );
  }
  return bench.finish();
}
